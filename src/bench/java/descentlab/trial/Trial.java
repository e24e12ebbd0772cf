package descentlab.trial;

import descentlab.rig.ServerProcess;
import descentlab.rig.ThreeServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Three servers, a database and a proxy on this computer, of which one after the other is killed, stopped, cut off or
 * restarted in mid-lesson. Reports how soon all goes on, and ends with a failure if anything acknowledged was lost or
 * counted twice.
 */
public final class Trial {

    private static final int VOTERS = 50;
    private static final int VOTERS_AT_EACH = 3;
    private static final int SOLVERS = 10;
    private static final int JOINS_EVERY = 2000;
    private static final Duration GOES_ON = Duration.ofSeconds(30);
    private static final double BOUND_SECONDS = 5;
    private static final Path REPORT = Path.of("target", "trial.txt");

    private final int rounds;
    private final Pattern parts;
    private final StringBuilder report = new StringBuilder();
    private final List<Double> waits = new ArrayList<>();
    private final List<Double> silences = new ArrayList<>();
    private int late;
    private Lesson lesson;

    private Trial(int rounds, Pattern parts) {
        this.rounds = rounds;
        this.parts = parts;
    }

    /** Arguments: how many rounds of killing, a pattern of the parts' names, and the command that runs the application. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
        int rounds = Integer.parseInt(arguments[0]);
        if (rounds < 0 || rounds > 100) {
            throw new IllegalArgumentException(rounds + " rounds; allowed: 0 to 100");
        }
        List<String> command = List.of(arguments).subList(2, arguments.length);
        System.exit(new Trial(rounds, Pattern.compile(arguments[1])).run(command) ? 0 : 1);
    }

    private boolean run(List<String> command) throws Exception {
        Map<String, String> settings = Map.of("JAVA_TOOL_OPTIONS", Cut.OPTION);
        try (ThreeServers servers = ThreeServers.start(Path.of("target", "cluster"), command, settings);
                Lesson begun = new Lesson(servers)) {
            lesson = begun;
            lesson.gather(VOTERS);
            lesson.solve(SOLVERS);
            lesson.join(JOINS_EVERY);
            say("%d voters, %d at an exercise, and one who joins every %d s", VOTERS, SOLVERS, JOINS_EVERY / 1000);
            for (int round = 1; round <= rounds && parts.matcher("kill").find(); round++) {
                kill(round);
            }
            if (parts.matcher("stop").find() || parts.matcher("cut").find()) {
                lesson.gatherAtEach(VOTERS_AT_EACH);
            }
            if (parts.matcher("stop").find()) {
                stop("the leader", leader());
                // One of them is the engine's first, which the others look to.
                for (ServerProcess server : servers.servers()) {
                    stop("server " + ThreeServers.name(servers.servers().indexOf(server)), server);
                }
            }
            if (parts.matcher("cut").find()) {
                cut();
            }
            if (parts.matcher("database").find()) {
                database();
            }
            lesson.compare();
            lesson.troubles.wrong(lesson.ledger.wrong());
            return sum();
        } finally {
            Files.writeString(REPORT, report);
        }
    }

    private boolean sum() {
        List<String> wrong = lesson.troubles.wrong();
        say("");
        say("%d votes, %d tries, %d answers and %d joins were acknowledged, in %d epochs; next acknowledgement after a failure %s; "
                        + "longest silence of a stream %s; %d waited longer than %.0f s",
                lesson.ledger.acknowledged(true), lesson.ledger.acknowledged(false), lesson.ledger.answers(), lesson.ledger.joins(),
                lesson.epochs.epoch(), figures(waits), figures(silences), late, BOUND_SECONDS);
        say("what the browsers got over by themselves:%n%s", lesson.troubles.seen());
        say("what pages told of:%n%s", lesson.failures());
        wrong.forEach(each -> say("WRONG: %s", each));
        say(wrong.isEmpty() ? "nothing acknowledged was lost or counted twice" : wrong.size() + " things are wrong");
        return wrong.isEmpty();
    }

    private void say(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        report.append(line).append('\n');
        System.out.println(line);
    }

    private static String figures(List<Double> seconds) {
        double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0
                ? "none"
                : String.format(Locale.ROOT, "p50 %.1f p95 %.1f max %.1f s",
                        sorted[sorted.length / 2], sorted[sorted.length * 95 / 100], sorted[sorted.length - 1]);
    }

    /** Lets all begin, up to a moment at random. */
    private static void letBegin() {
        Screen.pause(2500, 4500);
    }

    private ServerProcess leader() throws Exception {
        for (int i = 0; i < 200; i++) {
            var leader = lesson.servers.leader(lesson.desk.code());
            if (leader.isPresent()) {
                return leader.get();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("nobody leads the room");
    }

    private void streamsBegin() {
        lesson.voters.forEach(voter -> voter.follower.begin());
        lesson.desk.follower().begin();
    }

    /** Waits until all who come in by the proxy go on, and tells how long that took since a moment. */
    private void goesOn(String what, long since) {
        Lesson.await(
                () -> lesson.voters.stream().allMatch(voter -> voter.acknowledgedAfter(since).isPresent())
                        && lesson.desk.takenAfter(since).isPresent(),
                GOES_ON);
        double teacher = lesson.desk.takenAfter(since).orElse(GOES_ON.toNanos()) / 1e9;
        double claimed = (lesson.epochs.claimed() - since) / 1e9;
        List<Double> mine = lesson.voters.stream()
                .mapToDouble(voter -> voter.acknowledgedAfter(since).orElse(GOES_ON.toNanos()) / 1e9)
                .boxed()
                .toList();
        Screen.pause(2000, 2000); // so that what comes after is seen too
        List<Double> silent = new ArrayList<>(lesson.voters.stream()
                .map(voter -> voter.follower.longest() / 1e9)
                .toList());
        silent.add(lesson.desk.follower().longest() / 1e9);
        waits.addAll(mine);
        silences.addAll(silent);
        late += (int) mine.stream().filter(wait -> wait > BOUND_SECONDS).count();
        say("%-28s claimed anew after %4.1f s; next acknowledgement %s; streams silent %s; the teacher leads on after %.1f s",
                what, claimed, figures(mine), figures(silent), teacher);
    }

    /** Tells how long those who come in by the proxy were without an acknowledgement at most. */
    private void wentOn(String until, long since) {
        List<Double> without = lesson.voters.stream()
                .map(voter -> voter.longestWithout(since) / 1e9)
                .toList();
        late += (int) without.stream().filter(wait -> wait > BOUND_SECONDS).count();
        say("  up to when it was %s, longest without an acknowledgement: %s", until, figures(without));
    }

    private void kill(int round) throws Exception {
        boolean vote = round % 2 == 1;
        if (vote) {
            lesson.ask();
        } else {
            lesson.tryOut();
        }
        letBegin();
        ServerProcess leader = leader();
        streamsBegin();
        long since = System.nanoTime();
        leader.kill();
        goesOn("kill " + round + (vote ? ", votes" : ", tries"), since + Duration.ofMillis(20).toNanos());
        leader.begin();
        lesson.end();
        if (vote) {
            lesson.voteAgain();
            letBegin();
            leader.awaitReady(); // and takes its rooms back
            Screen.pause(1000, 2000);
            lesson.end();
            lesson.reveal();
        }
        leader.awaitReady();
    }

    private void stop(String what, ServerProcess server) throws Exception {
        lesson.ask();
        letBegin();
        streamsBegin();
        long since = System.nanoTime();
        server.stop();
        goesOn(what + " stopped for 30 s", since);
        Thread.sleep(Math.max(0, 30_000 - (System.nanoTime() - since) / 1_000_000));
        wentOn("continued", since);
        server.goOn();
        Thread.sleep(12_000); // it joins the others again, and may take its rooms back
        lesson.end();
        lesson.reveal();
        lesson.compare();
        say("after it was continued: the servers have one room, epoch %d", lesson.epochs.epoch());
    }

    private void cut() throws Exception {
        if (!Cut.isPossible()) {
            say("not cut off: this computer has no nft, or takes no rules");
            return;
        }
        List<Integer> all = List.of(0, 1, 2);
        int owner = lesson.servers.servers().indexOf(leader());
        List<Integer> others = all.stream().filter(each -> each != owner).toList();
        cut("the owner from both", List.of(owner), others);
        int now = lesson.servers.servers().indexOf(leader());
        cut("the owner from one", List.of(now), List.of(now == 0 ? 1 : 0));
    }

    private void cut(String what, List<Integer> some, List<Integer> others) throws Exception {
        lesson.ask();
        letBegin();
        streamsBegin();
        long since = System.nanoTime();
        try (Cut cut = Cut.between(some, others)) {
            goesOn("cut " + what, since);
            Thread.sleep(Math.max(0, 20_000 - (System.nanoTime() - since) / 1_000_000));
            wentOn("healed", since);
        }
        long healed = System.nanoTime();
        streamsBegin();
        goesOn("healed", healed);
        Thread.sleep(15_000);
        lesson.end();
        lesson.reveal();
        lesson.compare();
        say("after it was healed: the servers have one room, epoch %d", lesson.epochs.epoch());
    }

    private void database() throws Exception {
        for (boolean vote : new boolean[] {true, false}) {
            if (vote) {
                lesson.ask();
            } else {
                lesson.tryOut();
            }
            letBegin();
            lesson.servers.postgres().down();
            streamsBegin();
            Thread.sleep(5_000);
            lesson.servers.postgres().up();
            goesOn("database back, " + (vote ? "votes" : "tries"), System.nanoTime());
            lesson.end();
            if (vote) {
                lesson.reveal();
            }
        }
    }
}
