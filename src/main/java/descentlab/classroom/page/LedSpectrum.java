package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import descentlab.classroom.Lectern;
import descentlab.classroom.Scene;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.SpectrumExperiment;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The matrix that a teacher leads: what this window's hand makes of it is shown to all, and what another window makes is shown
 * here.
 */
final class LedSpectrum extends Composite<Div> {

    private final Lectern lectern;
    private final ClassSpectrum picture = new ClassSpectrum(ClassSpectrum.Reader.TEACHER);
    /** Which window it is, for the scene to say. */
    private final String hand = "spectrum " + UUID.randomUUID().toString().substring(0, 8);
    private String shown = "";
    private double shownAway;

    /** @param attempt does something and tells if it is refused */
    LedSpectrum(Lectern lectern, Consumer<Runnable> attempt) {
        this.lectern = lectern;
        picture.lab().addMatrixMoveListener(moved -> {
            attempt.accept(() -> lead(moved.matrix()));
            show(lectern.room().scene()); // what was refused is not left to be seen here alone
        });
        picture.lab().addWayMoveListener(moved -> attempt.accept(() -> {
            if (!(moved.t() >= 0 && moved.t() <= 1)) {
                throw new IllegalArgumentException("t");
            }
            lectern.homotopy(moved.t(), hand);
            shownAway = 1 - moved.t();
        }));
        getContent().add(picture);
        getContent().addClassName("led-spectrum");
    }

    private void lead(String matrix) {
        SpectrumExperiment led;
        try {
            led = SpectrumExperiment.read(Map.of(SpectrumExperiment.PARAMETER, List.of(matrix))).orThrow();
        } catch (ExperimentException notOurs) {
            throw new IllegalArgumentException(notOurs);
        }
        Scene scene = lectern.room().scene();
        // Of a window that is late, after something else was shown, nothing is taken.
        if (scene.led() instanceof SpectrumExperiment && !scene.led().equals(led)) {
            lectern.lead(led, hand);
            shown = lectern.room().scene().run();
        }
    }

    /** Shows what the room shows, unless it was made here. */
    void show(Scene scene) {
        if (scene.led() instanceof SpectrumExperiment && scene.away() != shownAway && !(scene.hand().equals(hand) && !shown.isEmpty())) {
            shownAway = scene.away();
            picture.lab().setWay(1 - shownAway);
        }
        if (!(scene.led() instanceof SpectrumExperiment led)) {
            shown = "";
        } else if (!scene.run().equals(shown) && !(scene.hand().equals(hand) && !shown.isEmpty())) {
            shown = scene.run();
            picture.lab().follow(led.settings().get(SpectrumExperiment.PARAMETER).getFirst());
        }
    }

    /** Has the room's matrix shown next, also where this window has made another, which was refused. */
    void forget() {
        shown = "";
    }
}
