package descentlab.run;

import descentlab.cluster.Cluster;
import descentlab.cluster.MemoryNetwork;
import descentlab.dataset.Download;
import descentlab.dataset.FashionMnist;
import descentlab.dataset.Pictures;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Run services for tests of other rooms. */
public final class RunServices {

    private RunServices() {}

    /** A pool of two threads. */
    public static ComputePool pool() {
        return new ComputePool(
                new ComputePool.Quota(2, 64, 4000, Duration.ofMinutes(1), new Seats.Quota(
                        1, Duration.ofSeconds(5), 2, 8, Long.MAX_VALUE, Duration.ofMinutes(1))));
    }

    /** A pool of one thread, for which two minutes are not too long. */
    static ComputePool slowPool() {
        return new ComputePool(
                new ComputePool.Quota(1, 4, 8, Duration.ofMinutes(2), new Seats.Quota(
                        1, Duration.ofSeconds(5), 4, 8, Long.MAX_VALUE, Duration.ofMinutes(2))));
    }

    public static RunService on(ComputePool pool) {
        return on(pool, MemoryNetwork.alone());
    }

    /** On one of several servers. */
    public static RunService on(ComputePool pool, Cluster cluster) {
        return on(pool, cluster, new MemoryRunRegistry(1000, 64L << 20, Duration.ofMinutes(30)), new RowLedger(64L << 20));
    }

    /** Where the only pictures are the silhouettes. */
    static RunService on(ComputePool pool, RunRegistry registry, RowLedger ledger) {
        return on(pool, MemoryNetwork.alone(), registry, ledger);
    }

    private static RunService on(ComputePool pool, Cluster cluster, RunRegistry registry, RowLedger ledger) {
        return new RunService(pool, registry, ledger, courses(), cluster);
    }

    static Courses courses() {
        Path nowhere = Path.of("target", "none");
        Download none = new Download(URI.create("http://localhost:9/"));
        return new Courses(new Pictures(new FashionMnist(nowhere, nowhere, none)), OwnTables.NONE);
    }
}
