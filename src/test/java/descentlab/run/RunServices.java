package descentlab.run;

import java.time.Duration;

/** Run services for tests of other rooms. */
public final class RunServices {

    private RunServices() {}

    public static RunService on(ComputePool pool) {
        return new RunService(pool, new MemoryRunRegistry(1000, 64L << 20, Duration.ofMinutes(30)));
    }
}
