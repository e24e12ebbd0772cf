package descentlab.lesson;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import descentlab.controls.RunOwner;
import descentlab.diagram.Diagram;
import descentlab.element.LineDiagram;
import descentlab.run.RunService;
import descentlab.run.TooBusyException;
import java.util.Optional;

/** A diagram in a lesson, computed apart from its page; where the reader is faster, only the latest is shown. */
final class DiagramFigure extends Composite<Div> {

    private final RunService runs;
    private final LineDiagram diagram = new LineDiagram();
    private final Div busy = new Div();
    private Subject.Drawn asked;
    private boolean computing;

    DiagramFigure(RunService runs, Subject.Drawn initial) {
        this.runs = runs;
        this.asked = initial;
        busy.addClassNames("say", "warn");
        busy.setVisible(false);
        getContent().add(diagram, busy);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        compute(attach.getUI());
    }

    void show(Subject.Drawn other) {
        asked = other;
        getUI().filter(ui -> !computing).ifPresent(this::compute);
    }

    private void compute(UI ui) {
        Subject.Drawn now = asked;
        try {
            runs.computeLater(RunOwner.current(), over -> Optional.of(now.diagram()))
                    .whenComplete((drawn, failure) -> arrive(ui, now, drawn));
            computing = true;
        } catch (TooBusyException full) {
            say(full.getMessage());
        }
    }

    private void arrive(UI ui, Subject.Drawn of, Diagram drawn) {
        try {
            ui.access(() -> {
                computing = false;
                if (drawn == null) {
                    say("The diagram could not be computed. Try again in a moment.");
                } else {
                    busy.setVisible(false);
                    diagram.show(drawn);
                }
                if (asked != of) {
                    compute(ui);
                }
            });
        } catch (UIDetachedException left) {
            // then nobody sees it
        }
    }

    private void say(String words) {
        busy.setText(words);
        busy.setVisible(true);
    }
}
