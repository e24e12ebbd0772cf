package descentlab.run;

import descentlab.client.Client;
import descentlab.client.Requester;
import descentlab.experiment.Experiment;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Runs for readers who have no page of ours, and so can neither start nor stop one: such a run begins with its first reader and
 * ends with its last. Those of one client who read the same experiment share it, as a class does that has one slide before it.
 */
@Component
final class WatchedRuns {

    private record Watched(Client client, String link) {}

    /** A run, and how many read it. */
    private static final class Shared {
        private final Run run;
        private int readers;

        Shared(Run run) {
            this.run = run;
        }
    }

    private final RunService runs;
    private final Map<Watched, Shared> shared = new HashMap<>();

    WatchedRuns(RunService runs) {
        this.runs = runs;
    }

    /** A place among a run's readers; given back, it may have been the last. */
    final class Watch implements AutoCloseable {

        private final Watched watched;
        private final Shared one;

        private Watch(Watched watched, Shared one) {
            this.watched = watched;
            this.one = one;
        }

        Run run() {
            return one.run;
        }

        @Override
        public void close() {
            leave(watched, one);
        }
    }

    /**
     * Begins to read.
     *
     * @throws TooBusyException if the run has to be started, and the quotas are used up
     */
    synchronized Watch watch(Requester reader, Experiment experiment) {
        Watched watched = new Watched(reader.client(), experiment.link());
        Shared one = shared.get(watched);
        if (one == null) {
            one = new Shared(runs.start(reader, experiment));
            shared.put(watched, one);
        }
        one.readers++;
        return new Watch(watched, one);
    }

    private synchronized void leave(Watched watched, Shared one) {
        one.readers--;
        if (one.readers == 0) {
            shared.remove(watched);
            runs.discard(one.run);
        }
    }

    /** How many runs are read. */
    synchronized int size() {
        return shared.size();
    }
}
