package descentlab.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import descentlab.controls.OptimizerList;
import descentlab.exercise.GoalPart;
import descentlab.exercise.LabExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.SpecException;
import descentlab.run.RunService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A race with settings to be found. The answer is the experiment's query as it stands here, on the server. */
final class SurfaceGoalEditor implements AnswerEditor {

    private static final int MOST = 3;

    private final Div whole = new Div();
    private final RaceFigure figure;
    private final Anchor lab = new Anchor("", "Open in the surface lab");
    private final OptimizerList optimizers =
            new OptimizerList(MOST, kind -> kind.name().equals("adagrad"), this::change);
    private SurfaceExperiment experiment;

    SurfaceGoalEditor(GoalPart part, RunService runs) {
        experiment = ((LabExperiment.Surface) part.initial()).experiment();
        figure = new RaceFigure(runs, experiment);
        Div side = new Div(optimizers, lab);
        side.addClassName("goal-side");
        whole.add(figure, side);
        whole.addClassName("goal-lab");
        lab.setTarget("_blank");
        lab.getElement().setAttribute("router-ignore", true);
        optimizers.show(experiment.runs());
        link();
    }

    private void change(List<Optimizer> runs) {
        experiment = experiment.withRuns(runs);
        link();
        figure.show(experiment);
    }

    private void link() {
        lab.setHref(new LabExperiment.Surface(experiment).link());
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public List<String> fields() {
        return List.of(experiment.query());
    }

    @Override
    public void show(List<String> fields) {
        List<Optimizer> runs = runs(fields.getFirst());
        if (!runs.isEmpty()) {
            optimizers.show(runs);
            change(runs);
        }
    }

    /** The optimizers of a query that was once an answer; none where it says none. */
    static List<Optimizer> runs(String query) {
        List<Optimizer> runs = new ArrayList<>();
        Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith("run="))
                .limit(MOST)
                .forEach(pair -> {
                    try {
                        runs.add(OptimizerSpec.parse(pair.substring("run=".length())));
                    } catch (SpecException unreadable) {
                        // it was an answer all the same
                    }
                });
        return runs;
    }
}
