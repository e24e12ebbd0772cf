package descentlab.siege;

import descentlab.load.Samples;
import java.util.Locale;

/** A part of the siege, which may come several times: what the attack got in it, and what the class felt meanwhile. */
final class Phase {

    private static final double MB = 1 << 20;
    private static final int FEWEST_RACES = 20;

    private final String name;
    private final Got got = new Got();
    private final Samples races = new Samples(() -> true);
    private double seconds;
    private double serverSeconds;
    private double rigSeconds;
    private double otherSeconds;
    private long errors;
    private long mostHeap;
    private int mostThreads;
    private boolean silent;

    Phase(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Got got() {
        return got;
    }

    /** A small race of somebody in the class took so many nanoseconds. */
    void race(long took) {
        races.add(took);
    }

    void saw(Vitals.Reading reading) {
        mostHeap = Math.max(mostHeap, reading.heap());
        mostThreads = Math.max(mostThreads, reading.threads());
        silent |= reading.isSilent();
    }

    /** From one reading to another. */
    void spent(double time, Vitals.Reading from, Vitals.Reading to, long errorsOfClass) {
        seconds += time;
        double server = to.server() - from.server();
        double rig = to.rig() - from.rig();
        serverSeconds += server;
        rigSeconds += rig;
        otherSeconds += Math.max(0, to.all() - from.all() - server - rig);
        errors += errorsOfClass;
    }

    double p95() {
        return races.laterMilliseconds(0.95);
    }

    /** Whether there were enough races for saying something about their p95. */
    boolean isJudged() {
        return races.laterCount() >= FEWEST_RACES;
    }

    static String heading() {
        return String.format("%-36s %5s  %25s %6s  %13s  %20s", "", "", "small races, ms", "class", "server, most", "cores busy");
    }

    static String subheading() {
        return String.format("%-36s %5s  %7s %8s %8s %6s  %7s %5s  %6s %6s %6s", "", "s", "p50", "p95", "worst", "errors",
                "heap MB", "thrds", "server", "rig", "others");
    }

    String row() {
        double most = Math.max(seconds, 1e-9);
        return String.format(Locale.ROOT, "%-36s %5.0f  %7.1f %8.1f %8.1f %6d  %7.0f %5d  %6.2f %6.2f %6.2f%s", name, seconds,
                races.laterMilliseconds(0.5), p95(), races.laterMilliseconds(1), errors, mostHeap / MB, mostThreads,
                serverSeconds / most, rigSeconds / most, otherSeconds / most, silent ? "  its JVM did not answer" : "");
    }
}
