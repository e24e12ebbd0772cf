package descentlab.run;

import descentlab.client.Elsewhere;
import descentlab.client.FairQueue;
import descentlab.client.Refusal;
import descentlab.client.Requester;
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
    private final FairQueue<Job> line = new FairQueue<>();
    private final JobAdmission admission;
    private final Portions memory;
    private int taken;

    /** @param elsewhere large jobs on other servers */
    Seats(Quota quota, Elsewhere elsewhere) {
        this.quota = quota;
        this.admission = new JobAdmission(quota.jobsPerOwner(), quota.jobs(), elsewhere);
        this.memory = new Portions(quota.memory());
    }

    /** @throws TooBusyException if there is no room for one more */
    void admit(Requester owner, long bytes) {
        switch (admission.ask(owner)) {
            case OWN ->
                throw refused("You already have " + admission.of(owner) + " trainings on pictures under way, the most one"
                        + " may have. Stop one of them, or wait for one to end.");
            case ALL -> throw full();
            case CLIENT -> throw portion(owner);
            case ADMITTED -> {
                boolean fits = bytes <= memory.left() || admission.jobs().taken() == 0;
                if (!fits) {
                    throw full();
                }
                if (!admission.isModest(owner.client()) && !memory.allows(owner.client(), bytes)) {
                    throw portion(owner);
                }
                admission.enter(owner);
                memory.take(owner.client(), bytes);
            }
        }
    }

    private TooBusyException full() {
        return refused("The server has " + admission.jobs().taken() + " trainings on pictures under way and waiting, and"
                + " no room for another now. Run it again in a minute, or look on with somebody whose training runs.");
    }

    private TooBusyException portion(Requester owner) {
        return refused("Your network has " + admission.of(owner.client()) + " of the " + admission.all()
                + " trainings on pictures under way and waiting, its full portion: what is left is kept for others. Run"
                + " it again in a minute, or look on with somebody whose training runs.");
    }

    private static TooBusyException refused(String message) {
        Refusal.LARGE_RUN.count();
        return new TooBusyException(message);
    }

    void left(Requester owner, long bytes) {
        admission.leave(owner);
        memory.giveBack(owner.client(), bytes);
    }

    /** Large jobs that are not finished. */
    int jobs() {
        return (int) admission.jobs().taken();
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
    void wait(Job job) {
        line.add(job.owner(), job);
    }

    /** Takes a job out of the line; false if it does not stand there. */
    boolean leaveLine(Job job) {
        boolean stood = line.remove(job.owner(), job);
        if (stood) {
            tell();
        }
        return stood;
    }

    /** The job that may sit down now; null if there is no seat or nobody waits. Call until it is null. */
    Job seatNext() {
        if (line.isEmpty() || taken >= quota.seats()) {
            tell();
            return null;
        }
        taken++;
        Job job = line.take();
        job.sit();
        return job;
    }

    /** Whether a job that sits should give up its seat. */
    boolean turnIsOver(Job job) {
        return !line.isEmpty() && job.nanosOfTurn() > quota.turn().toNanos();
    }

    /** A seat is free again. */
    void standUp() {
        taken--;
    }

    private void tell() {
        List<Job> order = line.inOrder();
        for (int i = 0; i < order.size(); i++) {
            order.get(i).standsAt(i + 1, order.size());
        }
    }
}
