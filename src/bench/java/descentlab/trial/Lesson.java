package descentlab.trial;

import descentlab.load.Course;
import descentlab.load.Refused;
import descentlab.load.Site;
import descentlab.rig.ServerProcess;
import descentlab.rig.ThreeServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A teacher and a class in a room of three servers: what all do in turns, and whether what was acknowledged is kept. */
final class Lesson implements AutoCloseable {

    private static final Duration SETTLES = Duration.ofSeconds(20);
    private static final Duration COUNTED = Duration.ofSeconds(10);
    private static final String ROWS = " from vote where room = '%s' and poll = %d and round = %d";

    final ThreeServers servers;
    final Troubles troubles = new Troubles();
    final Ledger ledger;
    final Desk desk;
    final Epochs epochs;
    final List<Voter> voters = new CopyOnWriteArrayList<>();

    /** Who comes in beside the proxy, by the server they are at. */
    final Map<Integer, List<Voter>> direct = new LinkedHashMap<>();

    private final List<Solver> solvers = new CopyOnWriteArrayList<>();
    private final Course course = new Course();
    private final Room room;
    private final Site door;
    private volatile Optional<Phase> phase = Optional.empty();
    private volatile boolean over;
    private int phases;
    private int polls;

    Lesson(ThreeServers servers) throws Exception {
        this.servers = servers;
        InetAddress here = InetAddress.getLoopbackAddress();
        desk = new Desk(new Site(servers.root(), here), course, troubles, servers.setupSecret());
        ledger = new Ledger(servers.postgres().url(), desk.code());
        epochs = new Epochs(servers.postgres().url(), desk.code(), troubles);
        room = new Room(desk.code(), ledger, () -> phase, troubles, course.errors);
        door = new Site(servers.root(), here);
    }

    /** Has voters join, who come in by the proxy. */
    void gather(int count) throws Refused {
        for (int i = 1; i <= count; i++) {
            voters.add(new Voter(door, room, "Voter " + i));
        }
        desk.play(true);
    }

    /** Has voters join at each server beside the proxy. */
    void gatherAtEach(int count) throws Exception {
        for (int i = 0; i < ThreeServers.COUNT; i++) {
            Site site = new Site(root(servers.servers().get(i)), InetAddress.getLoopbackAddress());
            for (int j = 1; j <= count; j++) {
                direct.computeIfAbsent(i, each -> new ArrayList<>())
                        .add(new Voter(site, room, "Voter " + j + " at " + ThreeServers.name(i)));
            }
        }
    }

    /** Has students work at an exercise, outside of the room. */
    void solve(int count) throws Refused {
        for (int i = 1; i <= count; i++) {
            solvers.add(new Solver(door, room, i));
        }
    }

    /** Has somebody new join every so often, from addresses of their own. */
    void join(int pause) {
        Thread.startVirtualThread(() -> {
            for (int i = 1; !over; i++) {
                try {
                    new Joiner(new Site(servers.root(), InetAddress.getByName("127.0.1." + (1 + i % 100))), room, "Joiner " + i);
                } catch (IOException never) {
                    troubles.wrong("a joiner failed: " + never);
                }
                Screen.pause(pause, pause);
            }
        });
    }

    Site door() {
        return door;
    }

    static URI root(ServerProcess server) {
        return URI.create("http://localhost:" + server.port() + "/");
    }

    private String ask(String sql) {
        try {
            return servers.postgres().ask(sql);
        } catch (IllegalStateException away) {
            return "";
        }
    }

    private boolean isPoll(int number, int round, String stage) {
        return ask("select count(*) from poll where room = '%s' and number = %d and rounds = %d and stage = '%s'"
                        .formatted(room.code(), number, round, stage))
                .equals("1");
    }

    // What all do

    /** Asks a question, and has all vote on it. */
    void ask() {
        polls++;
        desk.ask(() -> isPoll(polls, 1, "OPEN"));
        phase = Optional.of(new Phase(++phases, polls, 1));
    }

    /** Has all vote on the question once more. */
    void voteAgain() {
        int pressed = desk.press(1, "Vote again", () -> isPoll(polls, 2, "OPEN"));
        String rounds = ask("select rounds from poll where room = '" + room.code() + "' and number = " + polls);
        if (!rounds.equals("2")) {
            troubles.wrong("voting again, pressed " + pressed + " times, made it round " + rounds);
        }
        phase = Optional.of(new Phase(++phases, polls, 2));
    }

    /** Has all hand in rates. */
    void tryOut() {
        desk.tryOut(() -> !ask("select vary from room where code = '" + room.code() + "'").isEmpty());
        phase = Optional.of(new Phase(++phases, 0, 0));
    }

    /** Ends what all do, and looks whether what was acknowledged is there. */
    void end() throws SQLException {
        Phase ended = phase.orElseThrow();
        phase = Optional.empty();
        await(() -> everyone().noneMatch(Voter::isBusy), SETTLES);
        troubles.wrong(ledger.wrong(ended));
        if (ended.isVote()) {
            String counted = ask("select count(*)" + ROWS.formatted(room.code(), ended.poll(), ended.round()));
            if (!desk.shows(1, counted + " of ", COUNTED)) {
                troubles.wrong("the teacher's page does not count " + counted + " votes on " + ended);
            }
            desk.press(1, "End voting", () -> isPoll(ended.poll(), ended.round(), "CLOSED"));
        } else {
            desk.press(2, "End trying", () -> ask("select vary from room where code = '" + room.code() + "'").isEmpty());
        }
    }

    /** Shows what the race does and who was right, and puts the question away. */
    void reveal() {
        int number = polls;
        String stage = "select stage from poll where room = '" + room.code() + "' and number = " + number;
        desk.press(1, "Show what happens", () -> List.of("RUN", "REVEALED").contains(ask(stage)));
        desk.press(1, "Show who was right", () -> ask(stage).equals("REVEALED"));
        desk.press(1, "Put it away", () -> ask(stage).equals("OVER"));
    }

    private Stream<Voter> everyone() {
        return Stream.concat(voters.stream(), direct.values().stream().flatMap(List::stream));
    }

    /** Waits until a fact holds; whether it does. */
    static boolean await(BooleanSupplier fact, Duration longest) {
        long begin = System.nanoTime();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() - begin > longest.toNanos()) {
                return false;
            }
            Screen.pause(50, 50);
        }
        return true;
    }

    /** Looks whether all servers have one room, that of the database. */
    void compare() throws InterruptedException, IOException {
        desk.play(false);
        try {
            new Comparison(servers, room, course).wrong().forEach(troubles::wrong);
        } catch (Refused refused) {
            troubles.wrong("the servers could not be compared: " + refused.getMessage());
        }
        desk.play(true);
    }

    /** Failures that pages told of. */
    String failures() {
        return course.errors.lines();
    }

    @Override
    public void close() {
        over = true;
        phase = Optional.empty();
        everyone().forEach(Voter::close);
        solvers.forEach(Solver::close);
        desk.close();
        epochs.close();
    }
}
