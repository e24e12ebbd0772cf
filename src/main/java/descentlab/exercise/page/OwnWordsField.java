package descentlab.exercise.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import descentlab.controls.RunOwner;
import descentlab.progress.LearnerToken;
import descentlab.progress.NotKeptException;
import descentlab.progress.OwnWords;
import descentlab.progress.Progress;
import descentlab.progress.TooManyAttemptsException;
import descentlab.progress.UnreadableException;

/**
 * Why an answer is so, in the learner's own words. They are kept while they are typed, and are said to be kept once they
 * are; what another window had kept meanwhile is replaced, and shown.
 */
final class OwnWordsField extends Composite<Div> {

    /** Of stillness before what was typed is kept: no faster than answers are taken. */
    private static final int PAUSE_MILLIS = 1000;

    private final LearnerToken learner;
    private final Progress progress;
    private final String exercise;
    private final String part;
    private final TextArea field = new TextArea("In your own words: why is that so?");
    private final Span said = new Span();
    private final Div replaced = new Div();
    private OwnWords kept = OwnWords.NONE;

    OwnWordsField(LearnerToken learner, Progress progress, String exercise, String part) {
        this.learner = learner;
        this.progress = progress;
        this.exercise = exercise;
        this.part = part;
        field.setMaxLength(OwnWords.LONGEST);
        field.setMinRows(3);
        field.setMaxRows(12);
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.setHelperText("For you alone, up to 2,000 characters. If you write in two windows, the last save counts.");
        said.getElement().setAttribute("role", "status");
        replaced.addClassName("replaced-words");
        replaced.setVisible(false);
        getContent().addClassName("own-words");
        getContent().add(field, said, replaced);
        try {
            kept = progress.explanation(learner, exercise, part);
            field.setValue(kept.text());
        } catch (UnreadableException away) {
            // What could not be read is not to be replaced unseen; the page says above that it is not lost.
            field.setReadOnly(true);
        }
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                keep();
            }
        });
    }

    /** From the first key on what was said to be kept is so no longer, and that is not to wait for the server. */
    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        field.getElement().executeJs(
                "this.addEventListener('input', () => this.parentElement?.classList.add('unkept'))");
    }

    private void keep() {
        getElement().executeJs("this.classList.remove('unkept')");
        try {
            OwnWords typed = OwnWords.typed(field.getValue());
            if (typed.equals(kept)) {
                return;
            }
            progress.admit(learner, RunOwner.current().client());
            OwnWords before = progress.explain(learner, exercise, part, typed);
            boolean elsewhere = !before.equals(kept) && !before.equals(typed);
            kept = typed;
            say(elsewhere ? "Kept, in place of what another window had kept:" : typed.isEmpty() ? "Removed." : "Kept.", false);
            replaced.setText(elsewhere ? before.text() : "");
            replaced.setVisible(elsewhere);
        } catch (IllegalArgumentException | TooManyAttemptsException | NotKeptException refused) {
            say("Not kept yet. " + refused.getMessage(), true);
        }
    }

    private void say(String text, boolean refused) {
        said.setText(text);
        said.setClassName(refused ? "kept-words refused" : "kept-words");
    }
}
