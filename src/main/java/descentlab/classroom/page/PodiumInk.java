package descentlab.classroom.page;

import descentlab.classroom.Board;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Lectern;
import descentlab.classroom.Pointing;
import descentlab.element.InkTools;
import descentlab.element.RaceSurface;
import descentlab.element.TrainingChart;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.objective.Point;
import java.util.List;
import java.util.function.Consumer;

/** Pointer and pen on the plot of who leads, and on the chart of a training. */
final class PodiumInk {

    private final InkTools onPlot = new InkTools();
    private final InkTools onChart = new InkTools();
    private final Pointing pointing;

    /** @param attempt does something and tells if it is refused */
    PodiumInk(Lectern lectern, RaceSurface surface, TrainingChart chart, Consumer<Runnable> attempt) {
        this.pointing = lectern.pointing();
        onPlot.layOver(surface);
        onChart.layOver(chart);
        listen(onPlot, attempt);
        listen(onChart, attempt);
    }

    private void listen(InkTools tools, Consumer<Runnable> attempt) {
        tools.addInkListener(done -> attempt.accept(() -> {
            try {
                tell(done);
            } catch (ClassroomException | IllegalArgumentException refused) {
                tools.takeBack();
                throw refused;
            }
        }));
    }

    private void tell(InkTools.Inked done) {
        List<Double> places = done.getPlaces();
        switch (done.getKind()) {
            case AIM -> {
                switch (places.size()) {
                    case 0 -> pointing.rest(done.getHand());
                    case 2 -> pointing.aim(done.getHand(), new Point(places.getFirst(), places.getLast()));
                    default -> throw new IllegalArgumentException("places");
                }
            }
            case PEN -> pointing.draw(done.getStroke(), done.getFrom(), places);
            case LOOK -> {
                if (places.isEmpty()) {
                    pointing.lookAtAll(done.getHand());
                } else {
                    pointing.look(done.getHand(), places);
                }
            }
            case UNDO -> pointing.undo();
            case WIPE -> pointing.wipe();
        }
    }

    /** @param unseen whether the teacher sees a race that the class does not */
    void show(Board board, boolean unseen) {
        boolean usable = board.open() && !unseen;
        onPlot.setUsable(usable && board.led() instanceof SurfaceExperiment);
        onChart.setUsable(usable && board.led() instanceof TrainingExperiment);
    }
}
