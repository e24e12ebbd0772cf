package descentlab.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What the class costs: heap, threads and computing time of the server, and computing time of what simulates it. */
final class Measures {

    private static final long EVERY = TimeUnit.MINUTES.toNanos(1);
    private static final double MB = 1 << 20;

    private record Point(double minutes, long bytes) {}

    private final Server server;
    private final OperatingSystemMXBean own = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final List<Point> heap = new ArrayList<>();
    private long before;
    private long joined;
    private long after;
    private int students;
    private long begun;
    private long sampled;
    private record Spent(double seconds, double server, double own) {

        Spent since(Spent earlier) {
            return new Spent(seconds - earlier.seconds, server - earlier.server, own - earlier.own);
        }
    }

    private Spent atBegin;
    private Spent atHalf;
    private Spent atEnd;
    private int platform;
    private long virtual;

    Measures(Server server) {
        this.server = server;
    }

    void before() throws InterruptedException {
        before = server.heapAfterCollection();
    }

    void joined(int all) throws InterruptedException {
        students = all;
        joined = server.heapAfterCollection();
    }

    void begin() {
        begun = System.nanoTime();
        sampled = begun;
        atBegin = spent();
    }

    /** From now on the hostile are there. */
    void half() {
        atHalf = spent();
    }

    private Spent spent() {
        return new Spent(System.nanoTime() / 1e9, server.computed() / 1e9, own.getProcessCpuTime() / 1e9);
    }

    /** Between two rounds, when nothing is measured: the heap, at most once a minute. */
    void betweenRounds() throws InterruptedException {
        if (System.nanoTime() - sampled >= EVERY) {
            sampled = System.nanoTime();
            heap.add(new Point((sampled - begun) / 60e9, server.heapAfterCollection()));
        }
    }

    void end() throws IOException {
        atEnd = spent();
        platform = server.platformThreads();
        virtual = server.virtualThreads();
    }

    /** While all are still connected. */
    void after() throws InterruptedException {
        after = server.heapAfterCollection();
        heap.add(new Point((System.nanoTime() - begun) / 60e9, after));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "heap after a full collection: %.1f MB before all, %.1f MB with all joined, %.1f MB at the end",
                before / MB, joined / MB, after / MB);
        line(text, "heap per student: %.3f MB when joined, %.3f MB at the end (most heap there may be: %.0f MB)",
                (joined - before) / MB / students, (after - before) / MB / students, server.mostHeap() / MB);
        text.append("heap by minute, MB:");
        heap.forEach(point -> text.append(String.format(Locale.ROOT, " %.1f@%.1f", point.bytes() / MB, point.minutes())));
        text.append('\n');
        if (heap.size() > 2) {
            line(text, "slope of these: %.3f MB a minute", slope() / MB);
        }
        line(text, "threads of the server: %d platform (most %d), %d virtual", platform, server.mostPlatformThreads(), virtual);
        computing(text, "computing", atHalf.since(atBegin));
        computing(text, "beside the hostile", atEnd.since(atHalf));
        return text.toString();
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static void computing(StringBuilder text, String when, Spent spent) {
        double all = spent.seconds() * cores() / 100;
        line(text, "%s: server %.1f s, the simulated class %.1f s, in %.0f s on %d cores (%.0f %% and %.0f %% of them)",
                when, spent.server(), spent.own(), spent.seconds(), cores(), spent.server() / all, spent.own() / all);
    }

    /** Of the straight line that fits best, without the first minute, in bytes a minute. */
    private double slope() {
        List<Point> late = heap.stream().filter(point -> point.minutes() > 1.5).toList();
        if (late.size() < 2) {
            return Double.NaN;
        }
        double x = late.stream().mapToDouble(Point::minutes).average().orElseThrow();
        double y = late.stream().mapToDouble(Point::bytes).average().orElseThrow();
        double above = late.stream().mapToDouble(p -> (p.minutes() - x) * (p.bytes() - y)).sum();
        double below = late.stream().mapToDouble(p -> (p.minutes() - x) * (p.minutes() - x)).sum();
        return above / below;
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
