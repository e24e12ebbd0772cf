package descentlab.run;

import java.time.Duration;
import java.util.List;

/**
 * What a run has said so far: frames, only ever appended, read by any number of readers at their own pace. A writer
 * never waits for a reader.
 */
public interface RunLog {

    /** Adds a frame. */
    void append(byte[] frame);

    /** Adds the last frame; later ones are dropped. */
    void end(byte[] frame);

    /**
     * Frames from one on, waiting until there is one.
     *
     * @param from number of frames the reader already has
     * @return the frames; none if the wait was over or the log had ended before
     */
    List<byte[]> await(int from, Duration longest) throws InterruptedException;

    /** True once the last frame is in. */
    boolean ended();

    /** Number of frames so far. */
    int size();

    /** Bytes so far. */
    long bytes();
}
