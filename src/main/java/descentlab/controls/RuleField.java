package descentlab.controls;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import descentlab.experiment.Problem;
import descentlab.notation.ExpressionException;
import descentlab.rule.Rule;

/** An update rule to be written, an assignment on each line; what is wrong with it stands below, with line and character. */
@StyleSheet("descentlab/controls.css")
public final class RuleField extends Composite<TextArea> {

    /** Somewhat more than a rule may have, so that one that is too long is told so. */
    private static final int LONGEST_TYPED = 2 * Rule.LONGEST;

    /** Takes a rule as it was typed, in one line. */
    @FunctionalInterface
    public interface Taker {

        /**
         * @throws ExpressionException if it cannot be read, at the character
         * @throws IllegalArgumentException if it cannot be taken
         */
        void take(String rule);
    }

    /** @param lines what stands there at first */
    public RuleField(String lines, Taker typed) {
        TextArea area = getContent();
        area.setLabel("Rule");
        area.setValue(lines);
        area.setMaxLength(Rule.LONGEST);
        area.setHelperText("g is the gradient, t the step from 1, lr the rate; a name read before it is assigned is remembered,"
                + " from 0. Also: param a = 0.9, state s = 1, where(g > 0, a, b), first(a, b), norm(g).");
        area.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        area.setManualValidation(true);
        area.addClassName("rule-text");
        area.getElement().setAttribute("spellcheck", "false");
        area.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                say(refusal(change.getValue(), typed));
            }
        });
    }

    private static String refusal(String text, Taker typed) {
        try {
            typed.take(oneLine(text));
            return "";
        } catch (ExpressionException refused) {
            return place(text, refused.position()) + ": " + Problem.request(refused.allowed());
        } catch (IllegalArgumentException refused) {
            return Problem.request(refused.getMessage());
        }
    }

    private void say(String refusal) {
        getContent().setInvalid(!refusal.isEmpty());
        getContent().setErrorMessage(refusal.isEmpty() ? "" : refusal + " What is shown is still the rule before.");
    }

    /** What stands there, in one line. */
    public String rule() {
        return oneLine(getContent().getValue());
    }

    /** Puts a rule there, which may be one that cannot be read. */
    public void show(String rule) {
        getContent().setValue(lines(rule));
        say("");
    }

    /** A rule of one line with a line for each of its parts. */
    public static String lines(String rule) {
        return rule.replaceAll("\\s*;\\s*", "\n");
    }

    /** The same, of the same length, with ';' for the ends of lines, and blanks where there is one already or nothing follows. */
    static String oneLine(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return typed.replace('\n', ';'); // to be refused for its length
        }
        StringBuilder text = new StringBuilder(typed.replace('\t', ' ').replace('\r', ' '));
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
