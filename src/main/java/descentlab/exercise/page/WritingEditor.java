package descentlab.exercise.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import descentlab.controls.RaceFigure;
import descentlab.controls.RuleField;
import descentlab.exercise.WritingPart;
import descentlab.experiment.SurfaceExperiment;
import descentlab.run.RunService;
import java.util.List;

/** A rule to be written, and the race in which it runs beside the optimizer that it is to be. */
final class WritingEditor implements AnswerEditor {

    private final WritingPart part;
    private final RuleField field;
    private final RaceFigure figure;
    private final Anchor lab = new Anchor();
    private final Div whole = new Div();

    WritingEditor(WritingPart part, RunService runs) {
        this.part = part;
        SurfaceExperiment race = part.race(part.begun());
        field = new RuleField(RuleField.lines(part.begun()), typed -> run(part.race(typed)));
        figure = new RaceFigure(runs, race);
        lab.setText("Open in the surface lab");
        lab.setTarget("_blank");
        lab.getElement().setAttribute("router-ignore", true);
        lab.setHref(race.link());
        Div side = new Div(field, lab);
        side.addClassName("goal-side");
        whole.add(figure, side);
        whole.addClassName("goal-lab");
    }

    private void run(SurfaceExperiment race) {
        figure.show(race);
        lab.setHref(race.link());
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public List<String> fields() {
        return List.of(field.rule());
    }

    @Override
    public void show(List<String> fields) {
        field.show(fields.getFirst());
        try {
            run(part.race(fields.getFirst()));
        } catch (IllegalArgumentException unreadable) {
            // The race stays what it was: an answer that cannot be read is shown all the same.
        }
    }
}
