package descentlab.controls;

import descentlab.experiment.Experiment;
import descentlab.run.Run;
import descentlab.run.RunService;
import descentlab.run.TooBusyException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** The runs that a page shows: started for whoever looks at it, each in place of the one before. */
public final class LatestRuns {

    private static final int KEPT = 4;

    private final RunService runs;
    /** The latest, the shown one last. */
    private final Deque<Run> latest = new ArrayDeque<>();
    /** Those of them that were stopped since nobody saw them any more; whoever asks for one again gets another. */
    private final Set<Run> dropped = new HashSet<>();

    public LatestRuns(RunService runs) {
        this.runs = runs;
    }

    /**
     * Runs an experiment, or takes its run up again; one in place of a run that is paused goes on from there where it can.
     *
     * @throws TooBusyException if the quotas are used up; what was shown stays then
     */
    public Run of(Experiment experiment) {
        return keep(runs.find(RunOwner.current(), experiment.query())
                .filter(run -> !dropped.contains(run))
                .orElseGet(() -> runs.start(RunOwner.current(), experiment, latest.peekLast())));
    }

    /**
     * Runs an experiment in place of the one that is shown, and goes on from there where it can.
     *
     * @throws TooBusyException if the quotas are used up; what was shown stays then
     */
    public Run next(Experiment experiment) {
        return keep(runs.start(RunOwner.current(), experiment, latest.peekLast()));
    }

    /**
     * Runs an experiment once more.
     *
     * @throws TooBusyException if the quotas are used up; what was shown stays then
     */
    public Run anew(Experiment experiment) {
        return keep(runs.start(RunOwner.current(), experiment));
    }

    private Run keep(Run run) {
        latest.remove(run);
        latest.stream().filter(other -> !other.ended()).filter(dropped::add).forEach(runs::cancel);
        latest.add(run);
        // A browser may be about to ask for one that was shown a moment ago: those go a few later.
        if (latest.size() > KEPT) {
            Run oldest = latest.remove();
            dropped.remove(oldest);
            runs.discard(oldest);
        }
        return run;
    }
}
