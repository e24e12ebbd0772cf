package descentlab.classroom;

import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What everyone's screen shows.
 *
 * @param revision grows with every change
 * @param led the experiment
 * @param run where the bytes of its one run are; of a matrix, which has none, where its data are
 * @param field what of the query the picture is drawn by: the objective's part of a race's, nothing of a training's, all of a
 *     matrix's
 * @param step the shown step, or the one from which it plays
 * @param playing whether it plays
 * @param speed how fast
 * @param since when it began to play
 * @param scheme of the wall, light or dark, if it was chosen; everybody else's page keeps its own
 * @param frozen whether all are asked to look up from their screens
 * @param hand the window of the teacher's whose hand moved it last; empty if it was none
 * @param progress what the teacher has done with the run of a training
 * @param away how far a matrix is on its way to its diagonal: 0 shows itself, 1 its diagonal
 */
public record Scene(
        long revision,
        Experiment led,
        String run,
        String field,
        int step,
        boolean playing,
        double speed,
        Instant since,
        Optional<Scheme> scheme,
        boolean frozen,
        String hand,
        Progress progress,
        double away) {

    private static final int LONGEST_HAND = 40;

    public Scene {
        // As a server of an earlier version says none.
        hand = Objects.requireNonNullElse(hand, "");
        progress = Objects.requireNonNullElse(progress, Progress.GOES_ON);
    }

    /** Whether a training goes on by itself. */
    public enum Progress {
        GOES_ON,
        PAUSED,
        STOPPED
    }

    /** Light or dark. */
    public enum Scheme {
        LIGHT,
        DARK
    }

    /**
     * What a teacher's timeline says.
     *
     * @param hand of which of the teacher's windows it is: a name that the window chose; empty if of none
     */
    public record Playback(int step, boolean playing, double speed, String hand) {

        static final double LEAST_SPEED = 0.1;
        static final double MOST_SPEED = 10;

        public Playback {
            if (step < 0 || !(speed >= LEAST_SPEED && speed <= MOST_SPEED)) {
                throw new ClassroomException("No such place in a race: step " + step + " at speed " + speed + ".");
            }
            hand = Objects.requireNonNullElse(hand, ""); // as a server of an earlier version says none
            checkHand(hand);
        }

        static final Playback FROM_THE_START = new Playback(0, true, 1, "");
    }

    /** @throws ClassroomException if that is no name of a window */
    static void checkHand(String hand) {
        if (hand.length() > LONGEST_HAND) {
            throw new ClassroomException("A window's name has " + LONGEST_HAND + " characters at most.");
        }
    }

    Scene at(Playback playback, Instant now) {
        return new Scene(
                revision + 1,
                led,
                run,
                field,
                playback.step(),
                playback.playing(),
                playback.speed(),
                now,
                scheme,
                frozen,
                playback.hand(),
                progress,
                away);
    }

    /** From a step on, as fast as before. */
    Scene at(int from, boolean plays, Instant now) {
        return at(new Playback(from, plays, speed, ""), now);
    }

    /** What has the coordinates that are pointed at: a race's surface, or what is trained; nothing of a matrix. */
    String plot() {
        return switch (led) {
            case SurfaceExperiment race -> field;
            case TrainingExperiment run -> "training?data=" + run.task().data() + "&model=" + run.task().model();
            case SpectrumExperiment matrix -> "";
        };
    }

    /** The same, later than all that was shown before. */
    Scene revised(long later) {
        return new Scene(later, led, run, field, step, playing, speed, since, scheme, frozen, hand, progress, away);
    }

    Scene in(Scheme other) {
        return new Scene(revision + 1, led, run, field, step, playing, speed, since, Optional.of(other), frozen, hand, progress, away);
    }

    Scene frozen(boolean now) {
        return new Scene(revision + 1, led, run, field, step, playing, speed, since, scheme, now, hand, progress, away);
    }

    /** The same, to be sent once more. */
    Scene again() {
        return frozen(frozen);
    }

    /** The same place, another experiment; what was done with a run was done with that one alone. */
    Scene showing(Experiment other, String otherRun, String otherField) {
        Progress next = otherRun.equals(run) ? progress : Progress.GOES_ON;
        return new Scene(revision + 1, other, otherRun, otherField, step, playing, speed, since, scheme, frozen, hand, next, led instanceof SpectrumExperiment && other instanceof SpectrumExperiment ? away : 0);
    }

    /** The same, moved by a window of the teacher's. */
    Scene by(String window) {
        return new Scene(revision + 1, led, run, field, step, playing, speed, since, scheme, frozen, window, progress, away);
    }

    /** The same run, held or let go. */
    Scene at(Progress now) {
        return new Scene(revision + 1, led, run, field, step, playing, speed, since, scheme, frozen, hand, now, away);
    }

    /** The same matrix, elsewhere on its way to its diagonal, as a window of the teacher's has it. */
    Scene away(double now, String window) {
        return new Scene(revision + 1, led, run, field, step, playing, speed, since, scheme, frozen, window, progress, now);
    }
}
