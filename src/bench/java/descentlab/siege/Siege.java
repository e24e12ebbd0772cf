package descentlab.siege;

import descentlab.load.Alone;
import descentlab.load.Course;
import descentlab.load.Gathering;
import descentlab.load.Incidents;
import descentlab.load.Lesson;
import descentlab.load.Page;
import descentlab.load.Refused;
import descentlab.load.Server;
import descentlab.load.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * All attacks against the built application on a small heap, each alone and then all together, while a class is at work.
 * Reports what each got and what the class felt, and ends with a failure if the class lost anything.
 */
public final class Siege {

    private static final int STUDENTS = 50;
    private static final int MINUTES = 5;
    private static final int MOST_MINUTES = 60;
    private static final int ROUND_MINUTES = 5;
    private static final String HEAP = "-Xmx512m";

    /** What the collector does is written beside the server's log. */
    private static final String COLLECTIONS = "-Xlog:gc,safepoint:file=target/siege-gc.log:uptime";
    private static final Path REPORT = Path.of("target", "siege.txt");

    /** Parts of a round in which the class is alone, all attack together, and all do so from the class's own address. */
    private static final double ALONE = 0.08;
    private static final double TOGETHER = 0.2;
    private static final double AMONG = 0.08;

    /** The aim for those who race alone, in milliseconds. */
    private static final double P95 = 1000;

    private static final int BEATEN_AFTER = 3;

    /** Until an attack is broken off that does not come to an end by itself, in milliseconds. */
    private static final long LATEST = 15_000;

    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    private static final List<Attack> ATTACKS = List.of(
            new HalfSent(),
            new Garbage(),
            new StreamReaders(),
            new FreshPages(),
            new TrainingSeats(false),
            new TrainingSeats(true),
            new RoomSeats(),
            new Forged(),
            new SignInGuesses(),
            new Bodies(),
            new Sockets(),
            new Impostors(),
            new RandomQueries(),
            new Expensive(),
            new UnknownPaths(),
            new OddRequests());

    private static final List<String> DATA_SETS =
            List.of("data=silhouettes&model=lenet&pictures=64&batch=64", "data=zipf-text&model=logistic", "data=airfoil&model=linear");

    private final int minutes;
    private final List<Attack> attacks;
    private final Map<String, Phase> phases = new LinkedHashMap<>();
    private final Map<InetAddress, Site> sites = new LinkedHashMap<>();
    private final Memory memory;
    private final Server server;
    private final Gathering gathering;
    private final Course course;
    private volatile Phase phase;
    private volatile boolean over;
    private boolean beaten;

    private Siege(int minutes, List<Attack> attacks, Server server, Gathering gathering) {
        this.minutes = minutes;
        this.attacks = attacks;
        this.server = server;
        this.gathering = gathering;
        this.course = gathering.course;
        this.memory = new Memory(server);
        this.phase = phase("the class alone");
    }

    /** Takes the minutes, and a pattern for the names of the attacks, if not all are wanted. */
    public static void main(String[] arguments) throws Exception {
        // Below the server's, so that no request goes to a connection that it is just closing.
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
        String given = arguments.length == 0 ? String.valueOf(MINUTES) : arguments[0];
        if (!given.matches("[1-9]\\d?") || Integer.parseInt(given) > MOST_MINUTES) {
            stop("MINUTES was '" + given + "'; allowed: 1 to " + MOST_MINUTES + ".");
        }
        String wanted = arguments.length < 2 ? "" : arguments[1];
        Pattern pattern = Pattern.compile(wanted);
        List<Attack> attacks =
                ATTACKS.stream().filter(attack -> pattern.matcher(attack.name()).find()).toList();
        if (attacks.isEmpty()) {
            stop("ATTACK was '" + wanted + "'; allowed: a pattern that is found in one of "
                    + String.join("; ", ATTACKS.stream().map(Attack::name).toList()) + ".");
        }
        needAddresses();
        boolean well;
        try (Alone alone = new Alone("siege", Map.of("DESCENTLAB_JAVA_OPTS", HEAP + " " + COLLECTIONS, "DESCENTLAB_PROXIES", "127.0.0.99"));
                Gathering gathering = new Gathering(alone)) {
            well = new Siege(Integer.parseInt(given), attacks, alone.server(), gathering).run();
        }
        System.exit(well ? 0 : 1); // what still runs are readers of a server that is gone
    }

    private static void stop(String why) {
        System.err.println("siege: " + why);
        System.exit(2);
    }

    /** Those who attack come from other loopback addresses than the class. */
    private static void needAddresses() {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            other.getLocalPort();
        } catch (IOException missing) {
            stop("this computer has no 127.0.0.2 (" + missing.getMessage() + "). Linux has it; on macOS, give lo0 the addresses"
                    + " 127.0.0.2 to 127.0.0." + (ATTACKS.size() + 1) + " and 127.0.7.1 to 127.0.7.24 by: ifconfig lo0 alias.");
        }
    }

    private boolean run() throws Exception {
        gathering.join(STUDENTS);
        int joined = gathering.students.size();
        try (Vitals vitals = new Vitals(server, minutes, reading -> phase.saw(reading))) {
            Lesson lesson = new Lesson(gathering);
            Thread teaching = Thread.ofVirtual().start(() -> teach(lesson));
            Bystanders bystanders = new Bystanders(gathering, took -> phase.race(took));
            bystanders.begin();
            attack(vitals);
            if (isStanding()) {
                enter(phase("afterwards"));
                spend(vitals, () -> memory.awaitBack());
            }
            over = true;
            bystanders.end();
            teaching.join(LONGEST_ROUND);
            gathering.countVotes();
            if (!isStanding()) {
                course.errors.add("the server does not answer any more, and the siege was broken off");
            }
            course.errors.addAll(server.failures());
            Verdict verdict = new Verdict(course.errors, List.copyOf(phases.values()), P95, memory);
            String report = new SiegeReport(course, joined, minutes, lesson, phases.values(), vitals, memory,
                            server.figures(), gathering.site().askedAgain(),
                            gathering.site().waited(), verdict)
                    .text();
            Files.writeString(REPORT, report);
            System.out.print(report);
            return verdict.isWell();
        }
    }

    private void teach(Lesson lesson) {
        try {
            lesson.teach(() -> !over, () -> {});
            lesson.last();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void attack(Vitals vitals) throws Exception {
        int rounds = Math.max(1, minutes / ROUND_MINUTES);
        double round = minutes * 60.0 / rounds;
        double each = round * (1 - ALONE - TOGETHER - AMONG) / attacks.size();
        for (int i = 0; i < rounds && isStanding(); i++) {
            enter(phase("the class alone"));
            spend(vitals, () -> Front.sleep((long) (1000 * ALONE * round)));
            if (i == 0) {
                warmUp();
                memory.before();
                course.later = true;
            }
            for (Attack attack : attacks) {
                wage(vitals, attack.name(), List.of(attack), each, false);
            }
            wage(vitals, "all together", attacks, TOGETHER * round, false);
            wage(vitals, "all, from the class's address", attacks, AMONG * round, true);
        }
    }

    /** So that data sets, which stay once they were asked for, are not taken for what an attack has left behind. */
    private void warmUp() {
        Page notebook = new Page(gathering.site(), course.errors, (message, nanoTime) -> {});
        for (String training : DATA_SETS) {
            try {
                notebook.statusOf("/api/training.csv?epochs=1&run=adam(lr=0.003)&" + training);
            } catch (Refused late) {
                course.errors.add("warming up: " + late.getMessage());
            }
        }
    }

    private Phase phase(String name) {
        return phases.computeIfAbsent(name, Phase::new);
    }

    private void enter(Phase next) {
        phase = next;
        System.err.printf("siege: %s%n", next.name());
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Does something for a time, of which the phase is told what it has cost. */
    private void spend(Vitals vitals, Work work) throws Exception {
        Vitals.Reading before = vitals.last();
        long begin = System.nanoTime();
        long errors = course.errors.count();
        work.run();
        Vitals.Reading after = vitals.last();
        phase.spent(
                (System.nanoTime() - begin) / 1e9,
                before,
                after,
                course.errors.count() - errors);
    }

    private void wage(Vitals vitals, String name, List<Attack> some, double seconds, boolean among) throws Exception {
        if (!isStanding()) {
            return;
        }
        enter(phase(name));
        spend(vitals, () -> {
            List<Front> fronts = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (Attack attack : some) {
                InetAddress from = among
                        ? InetAddress.getLoopbackAddress()
                        : InetAddress.getByName("127.0.0." + (2 + ATTACKS.indexOf(attack)));
                // Together with others it is counted where it is counted alone, but for the class's address.
                Got got = among ? phase.got() : phase(attack.name()).got();
                Front front = new Front(site(from), from, gathering.code(), got, (long) (seconds * 1e9));
                fronts.add(front);
                threads.add(Thread.ofPlatform().daemon().start(() -> wage(attack, front)));
            }
            for (Thread thread : threads) {
                if (!thread.join(Duration.ofMillis((long) (1000 * seconds) + LATEST))) {
                    thread.interrupt();
                }
            }
            fronts.forEach(Front::giveUp);
        });
    }

    private static void wage(Attack attack, Front front) {
        try {
            attack.wage(front);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            front.got().add("could not go on: " + failed.getMessage());
        }
    }

    private Site site(InetAddress from) throws IOException {
        Site site = sites.get(from);
        if (site == null) {
            site = new Site(gathering.site().root(), from);
            sites.put(from, site);
        }
        return site;
    }

    /** Whether it goes on: a server that several times in a row does not answer at all is beaten. */
    private boolean isStanding() {
        for (int tries = 0; tries < BEATEN_AFTER && !beaten; tries++) {
            if (answers()) {
                return true;
            }
        }
        beaten = true;
        return false;
    }

    /** Whether there is any answer to whoever asks for the first page. */
    private boolean answers() {
        try {
            return CompletableFuture.supplyAsync(() -> {
                        try {
                            return new Page(gathering.site(), new Incidents(), (message, nanoTime) -> {})
                                    .statusOf("/")
                                    > 0;
                        } catch (Refused refused) {
                            return false;
                        }
                    })
                    .get(Incidents.BOUND_SECONDS, TimeUnit.SECONDS);
        } catch (Exception late) {
            return false;
        }
    }
}
