package descentlab.run;

import descentlab.client.Client;
import descentlab.client.Requester;
import java.util.HashMap;
import java.util.Map;

/**
 * Who may have one more job unfinished: each requester so many, each client its {@linkplain Portions portion} of all.
 * A client that has no more than one requester may have gets what there is, however little that is. Not for several
 * threads at once.
 */
final class JobAdmission {

    /** What became of asking for one more. */
    enum Answer {
        ADMITTED,
        /** The requester has as many as one may have. */
        OWN,
        /** The client has its portion. */
        CLIENT,
        /** There are as many as all may have. */
        ALL
    }

    private final int each;
    private final Portions jobs;
    private final Map<Requester, Integer> own = new HashMap<>();

    /**
     * @param each most jobs of one requester
     * @param all most jobs of all
     */
    JobAdmission(int each, int all) {
        this.each = each;
        this.jobs = new Portions(all);
    }

    Answer ask(Requester requester) {
        if (of(requester) >= each) {
            return Answer.OWN;
        }
        if (jobs.left() < 1) {
            return Answer.ALL;
        }
        return isModest(requester.client()) || jobs.allows(requester.client(), 1) ? Answer.ADMITTED : Answer.CLIENT;
    }

    /** Whether a client has so little that it gets more without regard to its portion. */
    boolean isModest(Client client) {
        return jobs.of(client) < each;
    }

    int of(Requester requester) {
        return own.getOrDefault(requester, 0);
    }

    Portions jobs() {
        return jobs;
    }

    void enter(Requester requester) {
        own.merge(requester, 1, Integer::sum);
        jobs.take(requester.client(), 1);
    }

    void leave(Requester requester) {
        own.computeIfPresent(requester, (key, count) -> count == 1 ? null : count - 1);
        jobs.giveBack(requester.client(), 1);
    }
}
