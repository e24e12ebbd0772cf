package descentlab.exercise.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.LearnerAccess;
import descentlab.progress.LearnerToken;
import descentlab.progress.PartProgress;
import descentlab.progress.Progress;
import descentlab.progress.UnreadableException;
import java.util.Optional;

/**
 * Where a resume link leads. The code stands behind the #, so that no server and no log sees it; it is asked before
 * this browser changes who it is for.
 */
@Route("resume")
@AnonymousAllowed
@PageTitle("Go on here · Descent Lab")
@StyleSheet("descentlab/practice.css")
class ResumeView extends Div {

    private static final int LONGEST = 500;

    private final Progress progress;
    private final TextField code = new TextField("Resume link or code");
    private final Div said = new Div();
    private final Button look = new Button("Look it up");
    private final Button go = new Button("Go on here");
    private LearnerToken found;

    ResumeView(Progress progress) {
        this.progress = progress;
        addClassNames("page", "resume");
        said.addClassName("verdict");
        said.getElement().setAttribute("role", "status");
        code.addClassName("resume-link");
        code.setMaxLength(LONGEST);
        code.addKeyPressListener(Key.ENTER, press -> lookUp());
        look.addClickListener(click -> lookUp());
        go.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        go.setVisible(false);
        go.addClickListener(click -> {
            LearnerAccess.become(found);
            UI.getCurrent().getPage().setLocation("exercises");
        });
        Div buttons = new Div(look, go);
        buttons.addClassName("row");
        add(
                new H1("Go on where you stopped"),
                new Paragraph("Paste the resume link, or the code at its end, that you got on the exercises page of the"
                        + " other browser."),
                code,
                said,
                buttons);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        // The code leaves the address bar, so that it does not stay in the history; after the router, which writes the
        // whole address there once the page is entered.
        getElement()
                .executeJs("const code = location.hash.slice(1);"
                        + " if (code) setTimeout(() => history.replaceState(history.state, '', location.pathname));"
                        + " return code;")
                .then(String.class, given -> {
                    if (!given.isEmpty()) {
                        code.setValue(given);
                        lookUp();
                    }
                });
    }

    private void lookUp() {
        try {
            lookUpNow();
        } catch (UnreadableException away) {
            go.setVisible(false);
            said.setClassName("verdict unreadable");
            said.setText("Nothing can be looked up just now. Try again in a moment.");
        }
    }

    private void lookUpNow() {
        String text = code.getValue().strip();
        Optional<LearnerToken> token = LearnerToken.parse(text.substring(text.indexOf('#') + 1));
        boolean known = token.filter(progress::knows).isPresent();
        go.setVisible(known);
        if (!known) {
            said.setClassName("verdict unreadable");
            said.setText(token.isEmpty()
                    ? "This is no resume code: one has 32 letters, digits, - and _."
                    : "Nothing is kept under this code. It may be mistyped, or its learner has done nothing yet or was"
                            + " forgotten.");
            return;
        }
        found = token.get();
        long solved = progress.of(found).values().stream()
                .flatMap(parts -> parts.values().stream())
                .filter(PartProgress::solved)
                .count();
        boolean other = !found.equals(LearnerAccess.current()) && progress.knows(LearnerAccess.current());
        said.setClassName("verdict");
        said.setText("Found: " + solved + (solved == 1 ? " question" : " questions")
                + " solved, in the exercises and the lesson."
                + (other ? " This browser has progress of its own, which it will no longer show: keep its resume link"
                        + " if you want it back." : ""));
    }
}
