package descentlab.run;

import java.time.Duration;
import java.util.List;

/**
 * Seats for large jobs, and the line of those that wait for one. Whoever sits takes part in the pool's slices; while
 * others wait, a seat is held for a turn of computing and then given up to the first in line. Not for several threads
 * at once: the pool guards it.
 */
final class Seats {

    /**
     * What may be asked for by large jobs.
     *
     * @param seats how many compute at the same time
     * @param turn computing time after which a seat is given up, if somebody waits
     * @param jobsPerOwner unfinished large jobs of one owner
     * @param jobs unfinished large jobs of all
     * @param memory bytes that all of them may hold together
     * @param budget computing time of a large job
     */
    record Quota(int seats, Duration turn, int jobsPerOwner, int jobs, long memory, Duration budget) {}

    private final Quota quota;
    private final FairQueue<ComputePool.Job> line = new FairQueue<>();
    private int taken;
    private int jobs;
    private long memory;

    Seats(Quota quota) {
        this.quota = quota;
    }

    /** @throws TooBusyException if there is no room for one more */
    void admit(long bytes, int ofOwner) {
        if (ofOwner >= quota.jobsPerOwner()) {
            throw new TooBusyException("You already have " + ofOwner + " trainings on pictures under way, the most one may"
                    + " have. Stop one of them, or wait for one to end.");
        }
        if (jobs >= quota.jobs() || jobs > 0 && memory + bytes > quota.memory()) {
            throw new TooBusyException("The server has " + jobs + " trainings on pictures under way and waiting, and no"
                    + " room for another now. Run it again in a minute, or look on with somebody whose training runs.");
        }
        jobs++;
        memory += bytes;
    }

    void left(long bytes) {
        jobs--;
        memory -= bytes;
    }

    /** Large jobs that are not finished. */
    int jobs() {
        return jobs;
    }

    /** How many stand in line. */
    int waiting() {
        return line.inOrder().size();
    }

    /** How many seats are taken. */
    int taken() {
        return taken;
    }

    /** Puts a job at the end of the line. */
    void wait(ComputePool.Job job) {
        line.add(job.owner(), job);
    }

    /** Takes a job out of the line; false if it does not stand there. */
    boolean leaveLine(ComputePool.Job job) {
        boolean stood = line.remove(job.owner(), job);
        if (stood) {
            tell();
        }
        return stood;
    }

    /** The job that may sit down now; null if there is no seat or nobody waits. Call until it is null. */
    ComputePool.Job seatNext() {
        if (line.isEmpty() || taken >= quota.seats()) {
            tell();
            return null;
        }
        taken++;
        ComputePool.Job job = line.take();
        job.sit();
        return job;
    }

    /** Whether a job that sits should give up its seat. */
    boolean turnIsOver(ComputePool.Job job) {
        return !line.isEmpty() && job.nanosOfTurn() > quota.turn().toNanos();
    }

    /** A seat is free again. */
    void standUp() {
        taken--;
    }

    private void tell() {
        List<ComputePool.Job> order = line.inOrder();
        for (int i = 0; i < order.size(); i++) {
            order.get(i).standsAt(i + 1, order.size());
        }
    }
}
