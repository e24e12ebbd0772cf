package descentlab.run;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** All frames of a race, as they stand in its log, while they are computed. */
public final class RaceFrames {

    private final Course course;
    private final RunLog log = new MemoryRunLog();
    private final SeriesComputation computation;

    RaceFrames(Course course) {
        this.course = course;
        this.computation = SeriesComputation.oneByOne(course, new RunFrames(log, course));
    }

    /** How many bytes they have, about. */
    public long size() {
        return course.rows();
    }

    /**
     * Computes on.
     *
     * @param over whether to come back
     * @return the frames, once they are all there
     */
    public Optional<byte[]> advance(BooleanSupplier over) {
        return computation.advance(over) ? Optional.of(joined()) : Optional.empty();
    }

    private byte[] joined() {
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) log.bytes());
        try {
            log.await(0, Duration.ZERO).forEach(all::writeBytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nothing is waited for
        }
        return all.toByteArray();
    }
}
