package descentlab.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** What the class costs: heap, threads and computing time of the servers, computing time of what simulates it, and whatever is counted. */
final class Measures {

    private static final long EVERY = TimeUnit.MINUTES.toNanos(1);
    private static final double MB = 1 << 20;

    private record Point(double minutes, long bytes) {}

    private final Lab lab;
    private final OperatingSystemMXBean own = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final List<Point> heap = new ArrayList<>();
    private long before;
    private long joined;
    private long after;
    private int students;
    private long begun;
    private long sampled;
    private Reading atBegin;
    private Reading atHalf;
    private Reading atEnd;
    private int platform;
    private long virtual;

    Measures(Lab lab) {
        this.lab = lab;
    }

    private long sum(ToLongFunction<Server> count) {
        return lab.servers().stream().mapToLong(count).sum();
    }

    /** Computing time of all servers so far, in nanoseconds. */
    long computed() {
        return sum(Server::computed);
    }

    void before() throws InterruptedException {
        before = heapAfterCollection();
    }

    void joined(int all) throws InterruptedException {
        students = all;
        joined = heapAfterCollection();
    }

    void begin() throws InterruptedException {
        begun = System.nanoTime();
        sampled = begun;
        atBegin = read();
    }

    /** From now on the costs are told apart. */
    void half() throws InterruptedException {
        atHalf = read();
    }

    /** What is counted now. */
    Reading read() throws InterruptedException {
        Map<String, Double> counts = new TreeMap<>(lab.beside());
        for (Server server : lab.servers()) {
            counts.put(Reading.SERVER + server.name(), server.computed() / 1e9);
            server.figures().forEach((name, value) -> counts.merge(name, value, Double::sum));
        }
        counts.put(Reading.ALL, Reading.everything());
        counts.put(Reading.CLASS, own.getProcessCpuTime() / 1e9);
        return new Reading(System.nanoTime() / 1e9, counts);
    }

    /** Of all servers. */
    private long heapAfterCollection() throws InterruptedException {
        long all = 0;
        for (Server server : lab.servers()) {
            all += server.heapAfterCollection();
        }
        return all;
    }

    /** Between two rounds, when nothing is measured: the heap, at most once a minute. */
    void betweenRounds() throws InterruptedException {
        if (System.nanoTime() - sampled >= EVERY) {
            sampled = System.nanoTime();
            heap.add(new Point((sampled - begun) / 60e9, heapAfterCollection()));
        }
    }

    void end() throws IOException, InterruptedException {
        atEnd = read();
        atHalf = atHalf == null ? atEnd : atHalf; // it was over before
        for (Server server : lab.servers()) {
            platform += server.platformThreads();
            virtual += server.virtualThreads();
        }
    }

    /** While all are still connected. */
    void after() throws InterruptedException {
        after = heapAfterCollection();
        heap.add(new Point((System.nanoTime() - begun) / 60e9, after));
    }

    /** @param later what is said of the time after the half */
    String text(String later) {
        StringBuilder text = new StringBuilder();
        line(text, "heap after a full collection: %.1f MB before all, %.1f MB with all joined, %.1f MB at the end",
                before / MB, joined / MB, after / MB);
        line(text, "heap per student: %.3f MB when joined, %.3f MB at the end (most heap there may be: %.0f MB)",
                (joined - before) / MB / students, (after - before) / MB / students, sum(Server::mostHeap) / MB);
        text.append("heap by minute, MB:");
        heap.forEach(point -> text.append(String.format(Locale.ROOT, " %.1f@%.1f", point.bytes() / MB, point.minutes())));
        text.append('\n');
        if (heap.size() > 2) {
            line(text, "slope of these: %.3f MB a minute", slope() / MB);
        }
        line(text, "threads of the server: %d platform (most %d), %d virtual", platform, sum(Server::mostPlatformThreads), virtual);
        computing(text, "computing", atHalf.since(atBegin));
        computing(text, later, atEnd.since(atHalf));
        return text.toString();
    }

    /** Heap for each student, of all servers, in MB. */
    double heapPerStudent() {
        return (after - before) / MB / students;
    }

    /** All that was counted from begin to end. */
    Reading lesson() {
        return atEnd.since(atBegin);
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static void computing(StringBuilder text, String when, Reading spent) {
        double all = spent.seconds() * cores() / 100;
        double others = Math.max(0, spent.of(Reading.ALL) - spent.servers() - spent.of(Reading.CLASS));
        line(text, "%s: server %.1f s, the simulated class %.1f s, in %.0f s on %d cores (%.0f %% and %.0f %% of them; all else %.0f %%)",
                when, spent.servers(), spent.of(Reading.CLASS), spent.seconds(), cores(), spent.servers() / all, spent.of(Reading.CLASS) / all,
                others / all);
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
