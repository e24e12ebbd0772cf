package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import descentlab.classroom.Lectern;
import descentlab.classroom.Scene;
import descentlab.element.TrainingChart;
import descentlab.experiment.TrainingExperiment;
import java.util.function.Consumer;

/** Holds, ends and begins anew the training that all see, over its chart on the teacher's page. */
final class TrainingControl extends Composite<Div> {

    /** What to do instead stands with the plans: a step that visits the link. */
    private static final String NO_SEARCH = "The search for a rate beside it is not shown to the class.";

    private final TrainingChart chart;
    private final Span said = new Span();
    private final Button pause;
    private final Button stop;
    private final Button again;
    private String run = "";
    private boolean searches;
    private Scene.Progress progress = Scene.Progress.GOES_ON;
    /** The last run whose end the chart has told. */
    private String ended = "";

    /** @param attempt does something and tells if it is refused */
    TrainingControl(Lectern lectern, TrainingChart chart, Consumer<Runnable> attempt) {
        this.chart = chart;
        pause = new Button("", click -> attempt.accept(() -> lectern.hold(
                run, progress == Scene.Progress.PAUSED ? Scene.Progress.GOES_ON : Scene.Progress.PAUSED)));
        pause.setId("pause-training");
        stop = new Button("Stop", click -> attempt.accept(() -> lectern.hold(run, Scene.Progress.STOPPED)));
        stop.setId("stop-training");
        again = new Button("Start again", click -> attempt.accept(() -> lectern.again(run)));
        again.setId("start-again");
        said.addClassName("soft");
        chart.addEndListener(end -> {
            ended = end.getRun();
            update();
        });
        getContent().add(said, pause, stop, again);
        getContent().addClassName("training-control");
    }

    /** @param open whether the room is, so that something can be done */
    void show(Scene scene, boolean open) {
        run = scene.run();
        progress = scene.progress();
        chart.setPaused(progress == Scene.Progress.PAUSED);
        searches = scene.led() instanceof TrainingExperiment training && training.plan().search().on();
        setVisible(open && scene.led() instanceof TrainingExperiment);
        update();
    }

    private void update() {
        boolean underWay = !run.equals(ended) && progress != Scene.Progress.STOPPED;
        pause.setVisible(underWay);
        pause.setText(progress == Scene.Progress.PAUSED ? "Continue" : "Pause");
        stop.setVisible(underWay);
        String state = !underWay ? "" : progress == Scene.Progress.PAUSED ? "Paused on all screens" : "All see this training";
        said.setText(!searches ? state : state.isEmpty() ? NO_SEARCH : state + ". " + NO_SEARCH);
    }
}
