package descentlab.controls;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import descentlab.experiment.Problem;
import descentlab.notation.ExpressionException;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.RuleOptimizer;
import descentlab.rule.Rule;
import java.util.function.Consumer;

/** An update rule to be written, an assignment on each line; what is wrong with it stands below, with line and character. */
final class RuleField extends Composite<TextArea> {

    /** @param changed told of the optimizer with another rule; throws what says why it cannot be */
    RuleField(RuleOptimizer optimizer, Consumer<RuleOptimizer> changed) {
        TextArea area = getContent();
        area.setLabel("Rule");
        area.setValue(optimizer.rule().lines());
        area.setMaxLength(Rule.LONGEST);
        area.setHelperText("g is the gradient, t the step from 1, lr the rate; a name read before it is assigned is remembered,"
                + " from 0. Also: param a = 0.9, state s = 1, where(g > 0, a, b), first(a, b), norm(g).");
        area.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        area.setManualValidation(true);
        area.addClassName("rule-text");
        area.getElement().setAttribute("spellcheck", "false");
        area.addValueChangeListener(change -> {
            if (!change.isFromClient()) {
                return;
            }
            String refusal = "";
            try {
                RuleOptimizer other = OptimizerSpec.with(optimizer, oneLine(change.getValue()));
                if (!other.equals(optimizer)) {
                    changed.accept(other);
                }
            } catch (ExpressionException refused) {
                refusal = place(change.getValue(), refused.position()) + ": " + Problem.request(refused.allowed());
            } catch (IllegalArgumentException refused) {
                refusal = Problem.request(refused.getMessage());
            }
            area.setInvalid(!refusal.isEmpty());
            area.setErrorMessage(refusal);
        });
    }

    /** The same, of the same length, with ';' for the ends of lines, and blanks where there is one already or nothing follows. */
    static String oneLine(String typed) {
        StringBuilder text = new StringBuilder(typed);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                String before = text.substring(0, i).stripTrailing();
                String after = text.substring(i).stripLeading();
                boolean needless = before.isEmpty() || before.endsWith(";") || after.isEmpty() || after.startsWith(";");
                text.setCharAt(i, needless ? ' ' : ';');
            }
        }
        return text.toString();
    }

    static String place(String typed, int position) {
        String before = typed.substring(0, Math.min(position, typed.length()));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        return "Line " + line + ", character " + (before.length() - before.lastIndexOf('\n'));
    }
}
