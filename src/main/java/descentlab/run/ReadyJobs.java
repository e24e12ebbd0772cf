package descentlab.run;

import descentlab.client.FairQueue;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Jobs that could go on at once, by what somebody waits for most: what has hardly been computed yet before what takes
 * a little, and that before what takes long. What is behind is passed over a few times only. Not for several threads at
 * once, but for {@link #first()}.
 */
final class ReadyJobs {

    /** The rank of what takes long. */
    static final int LAST = 2;

    /** So often a rank is passed over before it has a turn that none takes from it. */
    private static final int PASSES = 3;

    /** A job whose turn it is; one that is owed its turn gives it up to nobody. */
    record Turn(Job job, boolean owed) {}

    private final List<FairQueue<Job>> ranks =
            IntStream.rangeClosed(0, LAST).mapToObj(rank -> new FairQueue<Job>()).toList();
    private final int[] passed = new int[LAST + 1];
    private volatile int first = LAST + 1;

    boolean isEmpty() {
        return first > LAST;
    }

    /** The rank of the first that waits, above {@link #LAST} if none does; from any thread. */
    int first() {
        return first;
    }

    void add(Job job, int rank) {
        ranks.get(rank).add(job.owner(), job);
        first = Math.min(first, rank);
    }

    Turn take() {
        int owed = IntStream.rangeClosed(0, LAST)
                .filter(rank -> passed[rank] >= PASSES)
                .findFirst()
                .orElse(-1);
        int rank = owed < 0 ? first : owed;
        Job job = ranks.get(rank).take();
        passed[rank] = 0;
        for (int behind = rank + 1; behind <= LAST; behind++) {
            if (!ranks.get(behind).isEmpty()) {
                passed[behind]++;
            }
        }
        first = IntStream.rangeClosed(0, LAST)
                .filter(each -> !ranks.get(each).isEmpty())
                .findFirst()
                .orElse(LAST + 1);
        return new Turn(job, owed >= 0);
    }
}
