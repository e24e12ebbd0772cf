package descentlab.run;

import descentlab.client.Client;
import descentlab.client.Elsewhere;
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
    private final Elsewhere elsewhere;
    private final Map<Requester, Integer> own = new HashMap<>();

    /**
     * @param each most jobs of one requester, here and elsewhere
     * @param all most jobs of all here
     * @param elsewhere what requesters and clients have on other servers
     */
    JobAdmission(int each, int all, Elsewhere elsewhere) {
        this.each = each;
        this.jobs = new Portions(all);
        this.elsewhere = elsewhere;
    }

    Answer ask(Requester requester) {
        if (of(requester) >= each) {
            return Answer.OWN;
        }
        if (jobs.left() < 1) {
            return Answer.ALL;
        }
        Client client = requester.client();
        return isModest(client) || jobs.allows(client, elsewhere.of(client), 1) ? Answer.ADMITTED : Answer.CLIENT;
    }

    /** Whether a client has so little that it gets more without regard to its portion. */
    boolean isModest(Client client) {
        return of(client) < each;
    }

    /** How many a requester has, here and elsewhere. */
    int of(Requester requester) {
        return own.getOrDefault(requester, 0) + elsewhere.of(requester);
    }

    /** How many a client has, here and elsewhere. */
    long of(Client client) {
        return jobs.of(client) + elsewhere.of(client);
    }

    /** How many all have, here and elsewhere. */
    long all() {
        return jobs.taken() + elsewhere.all();
    }

    /** Those that are here. */
    Portions jobs() {
        return jobs;
    }

    void enter(Requester requester) {
        elsewhere.holdsHere(requester, own.merge(requester, 1, Integer::sum));
        jobs.take(requester.client(), 1);
    }

    void leave(Requester requester) {
        Integer left = own.computeIfPresent(requester, (key, count) -> count == 1 ? null : count - 1);
        elsewhere.holdsHere(requester, left == null ? 0 : left);
        jobs.giveBack(requester.client(), 1);
    }
}
