package descentlab.siege;

import com.sun.management.OperatingSystemMXBean;
import descentlab.load.Server;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What the server's JVM says of itself each second, and this one's computing time; and how both went through time. */
final class Vitals implements AutoCloseable {

    private static final int POINTS = 30;
    private static final double MB = 1 << 20;
    private static final int PATIENCE_SECONDS = 5;

    /**
     * Heap in bytes, garbage included; threads of the platform; computing time in seconds of the server, of this process,
     * and of everything on this computer.
     */
    record Reading(long heap, int threads, double server, double rig, double all) {

        /** Whether the JVM did not answer. */
        boolean isSilent() {
            return threads < 0;
        }
    }

    private final Server server;
    private final Consumer<Reading> each;
    private final OperatingSystemMXBean own = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final long begun = System.nanoTime();
    private final long[] heap = new long[POINTS];
    private final int[] threads = new int[POINTS];
    private final double minutes;
    private long read = begun;
    private volatile Reading last;
    private volatile boolean closed;

    /**
     * @param minutes that it will last
     * @param each is given each reading
     */
    Vitals(Server server, int minutes, Consumer<Reading> each) {
        this.server = server;
        this.minutes = minutes * 1.05;
        this.each = each;
        this.last = new Reading(0, 0, server.computed() / 1e9, own.getProcessCpuTime() / 1e9, 0);
        Thread.ofPlatform().daemon().start(this::watch);
    }

    private void watch() {
        while (!closed && Front.sleep(1000)) {
            Reading reading = read();
            last = reading;
            int at = Math.clamp((int) ((System.nanoTime() - begun) / 60e9 / minutes * POINTS), 0, POINTS - 1);
            heap[at] = Math.max(heap[at], reading.heap());
            threads[at] = Math.max(threads[at], reading.threads());
            each.accept(reading);
        }
    }

    Reading last() {
        return last;
    }

    /** A JVM that has run out of memory may not answer. */
    private Reading read() {
        double rig = own.getProcessCpuTime() / 1e9;
        long now = System.nanoTime();
        double all = last.all() + Math.max(0, own.getCpuLoad()) * own.getAvailableProcessors() * (now - read) / 1e9;
        read = now;
        try {
            return CompletableFuture.supplyAsync(
                            () -> new Reading(server.heap(), server.platformThreads(), server.computed() / 1e9, rig, all))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception silent) {
            return new Reading(0, -1, last.server(), rig, all);
        }
    }

    String lines() {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT,
                "most heap in MB and threads of the platform, each in %.0f s:%n ", minutes * 60 / POINTS));
        for (int i = 0; i < POINTS && (heap[i] > 0 || threads[i] != 0); i++) {
            line.append(String.format(Locale.ROOT, " %.0f/%d", heap[i] / MB, threads[i]));
        }
        return line.append('\n').toString();
    }

    @Override
    public void close() {
        closed = true;
    }
}
