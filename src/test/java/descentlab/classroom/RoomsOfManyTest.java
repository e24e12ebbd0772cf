package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.account.TeacherId;
import descentlab.client.Client;
import descentlab.cluster.MemoryNetwork;
import descentlab.cluster.ServerId;
import descentlab.database.DatabaseState;
import descentlab.database.FailingSource;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.objective.Point;
import descentlab.progress.LearnerId;
import descentlab.progress.LocalPostgres;
import descentlab.run.RunId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One room on three servers. */
class RoomsOfManyTest {

    private static final Client CLIENT = Client.of("10.0.0.1");
    private static String url;

    private final TeacherId teacher = new TeacherId(UUID.randomUUID());
    private final MemoryNetwork network = MemoryNetwork.empty();
    private final List<RoomsOnly> servers = new ArrayList<>();

    @BeforeAll
    static void makeDatabase() throws IOException, InterruptedException {
        url = LocalPostgres.database();
    }

    @BeforeEach
    void start() {
        for (int i = 0; i < 3; i++) {
            servers.add(RoomsOnly.start(url, network.join()));
        }
    }

    @AfterEach
    void stop() {
        servers.forEach(RoomsOnly::close);
    }

    /** A room that server 0 leads, with the servers in an order in which that is so. */
    private RoomCode open() throws InterruptedException {
        RoomCode code = servers.getFirst().rooms().open(teacher).room().code();
        ServerId owner = servers.getFirst().cluster().ownerOf(code.value());
        servers.sort((one, other) -> Boolean.compare(
                other.cluster().self().equals(owner), one.cluster().self().equals(owner)));
        await(() -> room(0, code).isLed()); // a slow server's first lease may be over, and is renewed
        return code;
    }

    private Room room(int server, RoomCode code) {
        return servers.get(server).rooms().find(code).orElseThrow();
    }

    private Lectern lectern(int server, RoomCode code) {
        return servers.get(server).rooms().lectern(teacher, code);
    }

    private Seat join(int server, RoomCode code, String name) {
        return servers.get(server)
                .rooms()
                .join(code, new LearnerId(UUID.randomUUID().toString()), Nickname.typed(name), CLIENT);
    }

    private static void await(BooleanSupplier fact) throws InterruptedException {
        for (int i = 0; i < 2000 && !fact.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(fact.getAsBoolean()).isTrue();
    }

    private static void get(CompletableFuture<?> future) throws Exception {
        future.get(20, TimeUnit.SECONDS);
    }

    /** What is voted in the current round, as a room's server knows. */
    private static Map<ParticipantId, Vote> votes(Room room) {
        return room.board().poll().map(RoomsOfManyTest::votes).orElse(Map.of());
    }

    private static Map<ParticipantId, Vote> votes(Poll poll) {
        return poll.votes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().vote()));
    }

    @Test
    void whatIsDoneAtOneServerIsSeenAtAll() throws Exception {
        RoomCode code = open();
        Seat ann = join(1, code, "Ann");
        Seat ben = join(2, code, "Ben");
        assertThatThrownBy(() -> join(0, code, "ANN")).hasMessageContaining("already");
        Lectern lectern = lectern(1, code);
        lectern.ask(new Question.Winner());
        assertThat(lectern.room().board().poll()).isPresent();
        await(() -> room(2, code).board().poll().isPresent());
        get(ann.vote(1, 1, "2"));
        get(ben.vote(1, 1, "0"));
        assertThat(ben.room().board().poll().orElseThrow().votes()).as("one's own is seen at once").containsKey(ben.id());
        for (int i = 0; i < 3; i++) {
            Room room = room(i, code);
            await(() -> votes(room)
                    .equals(Map.of(ann.id(), new Vote.Choice(2), ben.id(), new Vote.Choice(0))));
        }
        get(lectern.reveal());
        assertThat(lectern.room().board().poll().orElseThrow().truth()).contains(new Truth.Options(java.util.Set.of(2)));
        lectern.play(new Scene.Playback(7, false, 2, ""));
        assertThat(lectern.room().scene().step()).isEqualTo(7);
        await(() -> room(2, code).scene().equals(lectern.room().scene()));
        assertThat(room(2, code).board().poll().orElseThrow().tally().rounds().getFirst().right()).contains(1);
        lectern.putAway();
        TryTask task = TryTask.of(TryTask.Vary.RATE, SurfaceExperiment.initial(), 2);
        lectern.tryOut(task);
        await(() -> ben.room().board().task().isPresent());
        get(ben.handIn(task.experiment().withRate(0, 0.4)));
        await(() -> lectern.room().board().tries().stream().anyMatch(tried -> tried.way().isPresent()));
        assertThatThrownBy(() -> ben.handIn(SurfaceExperiment.initial())).hasMessageContaining("Only the rate");
        lectern.sendOut(ann.id());
        await(() -> !room(2, code).seats(ann.id()));
        assertThatThrownBy(() -> ann.vote(1, 1, "0")).hasMessageContaining("not in this room");
        lectern.close();
        await(() -> room(2, code).isClosed());
    }

    @Test
    void whatIsDrawnAtOneServerIsSeenAtAllAndStandsWhenAnotherLeads() throws Exception {
        RoomCode code = open();
        Pointing hand = lectern(1, code).pointing();
        for (int i = 0; i < 50; i++) {
            hand.draw("a/1", i, List.of((double) i, 0.5));
        }
        hand.draw("a/2", 0, List.of(1.0, 2.0));
        hand.aim("a", new Point(3, 4));
        Ink drawn = room(1, code).shown().ink();
        assertThat(drawn.strokes()).extracting(Ink.Stroke::points).containsExactly(50, 1);
        for (int i = 0; i < 3; i++) {
            Room room = room(i, code);
            await(() -> room.shown().ink().equals(drawn));
        }
        servers.get(0).kill();
        hand.undo();
        assertThat(room(1, code).shown().ink().strokes()).hasSize(1);
        await(() -> room(2, code).shown().ink().equals(room(1, code).shown().ink()));
        lectern(2, code).lead("lab/surface?objective=beale&run=adam(lr=0.1)");
        await(() -> room(1, code).shown().ink().strokes().isEmpty());
        lectern(2, code).close();
        await(() -> room(1, code).isClosed());
        assertThatThrownBy(() -> hand.draw("a/3", 0, List.of(1.0, 2.0))).hasMessageContaining("closed");
    }

    @Test
    void whoIsHereIsCountedOverAll() throws Exception {
        RoomCode code = open();
        Seat ann = join(1, code, "Ann");
        Seat ben = join(2, code, "Ben");
        room(1, code).connect(ann.id(), 6);
        room(2, code).connect(ben.id(), 6);
        await(() -> room(0, code).board().here() == 2);
        await(() -> room(1, code).board().here() == 2);
        room(2, code).disconnect(ben.id());
        await(() -> room(0, code).board().here() == 1);
        servers.get(1).kill();
        await(() -> room(0, code).board().here() == 0);
    }

    @Test
    void anotherServerLeadsWhenOneIsKilled() throws Exception {
        RoomCode code = open();
        Seat ann = join(1, code, "Ann");
        Lectern lectern = lectern(2, code);
        lectern.lead(SurfaceExperiment.initial().withStart(new Point(3, 1)));
        lectern.ask(new Question.Winner());
        await(() -> ann.room().board().poll().isPresent());
        get(ann.vote(1, 1, "1"));
        long revision = lectern.room().scene().revision();
        servers.get(0).kill();
        get(ann.vote(1, 1, "2"));
        lectern.closeVotes();
        assertThat(votes(lectern.room())).isEqualTo(Map.of(ann.id(), new Vote.Choice(2)));
        assertThat(lectern.room().board().poll().orElseThrow().experiment())
                .extracting(shown -> ((SurfaceExperiment) shown).start())
                .isEqualTo(new Point(3, 1));
        assertThat(lectern.room().scene().revision()).isGreaterThan(revision);
        await(() -> ann.room().board().poll().orElseThrow().stage() == Poll.Stage.CLOSED);
        assertThat(List.of(room(1, code), room(2, code))).filteredOn(Room::isLed).hasSize(1);
    }

    @Test
    void theLastVoteCountsOfThoseCastWhileNobodyLeads() throws Exception {
        RoomCode code = open();
        lectern(0, code).ask(new Question.FinalValue(0));
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            seats.add(join(1, code, "Student " + i));
        }
        await(() -> room(1, code).board().poll().isPresent());
        servers.get(0).kill();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        Map<ParticipantId, Vote> last = new HashMap<>();
        for (int i = 1; i <= 5; i++) {
            for (Seat seat : seats) {
                all.add(seat.vote(1, 1, "0." + i));
                last.put(seat.id(), new Vote.Number(i / 10.0));
            }
            Thread.sleep(20);
        }
        for (CompletableFuture<Void> one : all) {
            get(one);
        }
        assertThat(votes(room(1, code))).isEqualTo(last);
    }

    @Test
    void aQuestionThatNobodyHeardOfHidesItsRunAllTheSame() throws Exception {
        RoomCode code = open();
        Seat ann = join(1, code, "Ann");
        // The others have read the run that a question hides, and could go on showing it.
        RunId seen = RunId.of(ann.room().scene().run().substring("stream/runs/".length())).orElseThrow();
        assertThat(servers.get(1).runs().find(seen)).isPresent();
        assertThat(servers.get(2).runs().find(seen)).isPresent();
        ServerId cut = servers.get(0).cluster().self();
        network.cut(cut, servers.get(1).cluster().self());
        network.cut(cut, servers.get(2).cluster().self());
        lectern(0, code).ask(new Question.Winner());
        assertThat(ann.room().board().poll()).isEmpty();
        servers.get(0).kill();
        lectern(1, code).follow(true);
        assertThat(ann.room().board().poll()).isPresent();
        RunId run = RunId.of(ann.room().scene().run().substring("stream/runs/".length())).orElseThrow();
        assertThat(servers.get(1).runs().find(run).orElseThrow().experiment()).contains("steps=0");
    }

    @Test
    void aRoomInUseIsLedOnAlsoWhenNobodyDoesAnything() throws Exception {
        RoomCode code = open();
        room(1, code).listen(Topic.BOARD, () -> {});
        room(2, code).listen(Topic.BOARD, () -> {});
        servers.get(0).kill();
        await(() -> room(1, code).isLed() || room(2, code).isLed());
        Room led = room(1, code).isLed() ? room(1, code) : room(2, code);
        Room other = led == room(1, code) ? room(2, code) : room(1, code);
        await(() -> other.scene().equals(led.scene()));
        RunId run = RunId.of(led.scene().run().substring("stream/runs/".length())).orElseThrow();
        assertThat(servers.get(1).runs().find(run)).isPresent();
        assertThat(servers.get(2).runs().find(run)).isPresent();
    }

    @Test
    void aServerThatComesTakesItsRoomsAndNothingIsLost() throws Exception {
        List<Lectern> lecterns = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lecterns.add(servers.get(i % 3).rooms().open(new TeacherId(UUID.randomUUID())));
        }
        servers.add(RoomsOnly.start(url, network.join()));
        ServerId come = servers.get(3).cluster().self();
        Lectern lectern = lecterns.stream()
                .filter(each -> servers.get(3).cluster().ownerOf(each.room().code().value()).equals(come))
                .findFirst()
                .orElseThrow();
        RoomCode code = lectern.room().code();
        Seat ann = join(1, code, "Ann");
        lectern.ask(new Question.FinalValue(0));
        await(() -> ann.room().board().poll().isPresent());
        int votes = 0;
        while (!room(3, code).isLed() && votes < 100) {
            get(ann.vote(1, 1, "0." + ++votes));
            Thread.sleep(100);
        }
        assertThat(room(3, code).isLed()).isTrue();
        get(ann.vote(1, 1, "0.75"));
        await(() -> servers.stream().allMatch(server -> votes(server.rooms().find(code).orElseThrow())
                .equals(Map.of(ann.id(), new Vote.Number(0.75)))));
    }

    @Test
    void nobodyElseLeadsWhileWhoLeadsIsCutOffAndWritesOn() throws Exception {
        RoomCode code = open();
        Seat ann = join(0, code, "Ann");
        Seat ben = join(1, code, "Ben");
        lectern(0, code).ask(new Question.Winner());
        await(() -> ben.room().board().poll().isPresent());
        ServerId alone = servers.get(0).cluster().self();
        network.cut(alone, servers.get(1).cluster().self());
        network.cut(alone, servers.get(2).cluster().self());
        get(ann.vote(1, 1, "0"));
        assertThatThrownBy(() -> get(ben.vote(1, 1, "1"))).hasRootCauseMessage(DatabaseState.NOT_KEPT);
        get(ann.vote(1, 1, "2"));
        network.heal();
        get(ben.vote(1, 1, "1"));
        for (int i = 0; i < 3; i++) {
            Room room = room(i, code);
            await(() -> votes(room)
                    .equals(Map.of(ann.id(), new Vote.Choice(2), ben.id(), new Vote.Choice(1))));
        }
    }

    @Test
    void whoHasLostTheLeaseWritesNothingMoreAndBelievesTheDisk() throws Exception {
        RoomCode code = open();
        Seat ann = join(0, code, "Ann");
        Seat ben = join(1, code, "Ben");
        lectern(0, code).ask(new Question.Winner());
        await(() -> ben.room().board().poll().isPresent());
        Room stopped = room(0, code);
        ServerId cut = servers.get(0).cluster().self();
        // As if it were stopped: it renews nothing, is heard of by nobody, and does not know how long that was.
        servers.get(0).rooms().stop();
        network.cut(cut, servers.get(1).cluster().self());
        network.cut(cut, servers.get(2).cluster().self());
        get(ben.vote(1, 1, "1"));
        stopped.renew(System.nanoTime() + Duration.ofHours(1).toNanos());
        assertThat(stopped.isLed()).as("it thinks so").isTrue();
        assertThatThrownBy(() -> get(ann.vote(1, 1, "0"))).hasRootCauseMessage(DatabaseState.NOT_KEPT);
        assertThat(stopped.isLed()).isFalse();
        assertThat(room(1, code).board().poll().orElseThrow().votes()).containsOnlyKeys(ben.id());
        network.heal();
        get(ann.vote(1, 1, "2"));
        await(() -> votes(stopped)
                .equals(Map.of(ann.id(), new Vote.Choice(2), ben.id(), new Vote.Choice(1))));
    }

    @Test
    void whatIsAskedForAgainIsDoneOnce() throws Exception {
        RoomCode code = open();
        lectern(0, code).ask(new Question.Winner());
        ServerId leader = servers.get(0).cluster().self();
        byte[] again = Wire.write(new Lines.Order(code, UUID.randomUUID(), Long.MAX_VALUE, new Command.VoteAgain()));
        for (int i = 0; i < 3; i++) {
            Lines.Answer answer = Wire.read(
                            servers.get(1).cluster().ask(leader, "room", again).get(), Lines.Answer.class)
                    .orElseThrow();
            assertThat(answer.done()).isTrue();
        }
        assertThat(room(0, code).board().poll().orElseThrow().round()).isEqualTo(2);
        servers.get(0).kill();
        Room other = room(1, code);
        lectern(1, code).follow(true);
        ServerId next = (other.isLed() ? servers.get(1) : servers.get(2)).cluster().self();
        assertThat(servers.get(1).cluster().ask(next, "room", again).get()).isNotEmpty();
        lectern(1, code).follow(true);
        assertThat(other.board().poll().orElseThrow().round()).as("also by who leads later").isEqualTo(2);
    }

    @Test
    void whatLayAtAServerThatWasStoppedIsNotDoneAnyMore() throws Exception {
        RoomCode code = open();
        Seat ann = join(1, code, "Ann");
        lectern(0, code).ask(new Question.Winner());
        await(() -> ann.room().board().poll().isPresent());
        long before = room(1, code).epoch();
        byte[] lain = Wire.write(
                new Lines.Order(code, UUID.randomUUID(), before, new Command.Cast(ann.id(), 1, 1, "0", null)));
        servers.get(0).kill();
        get(ann.vote(1, 1, "2"));
        int leader = room(1, code).isLed() ? 1 : 2;
        ServerId next = servers.get(leader).cluster().self();
        Lines.Answer answer = Wire.read(
                        servers.get(1).cluster().ask(next, "room", lain).get(), Lines.Answer.class)
                .orElseThrow();
        assertThat(answer.done()).isFalse();
        assertThat(answer.news().epoch()).isGreaterThan(before);
        assertThat(votes(room(leader, code))).isEqualTo(Map.of(ann.id(), new Vote.Choice(2)));
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsAcknowledgedAndThenAllGoesOn() throws Exception {
        RoomCode code = open();
        Seat ben = join(1, code, "Ben");
        lectern(0, code).ask(new Question.Winner());
        await(() -> ben.room().board().poll().isPresent());
        servers.forEach(server -> server.fail(FailingSource.Way.AWAY));
        assertThatThrownBy(() -> get(ben.vote(1, 1, "1"))).hasRootCauseMessage(DatabaseState.NOT_KEPT);
        servers.forEach(server -> server.fail(FailingSource.Way.NOT));
        get(ben.vote(1, 1, "2"));
        await(() -> votes(room(2, code)).equals(Map.of(ben.id(), new Vote.Choice(2))));
    }

    @Test
    void aClassVotesAtAllServersWhileOneAfterTheOtherIsKilled() throws Exception {
        RoomCode code = open();
        lectern(0, code).ask(new Question.FinalValue(0));
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            seats.add(join(2, code, "Student " + i));
        }
        await(() -> room(2, code).board().poll().isPresent());
        Map<ParticipantId, Vote> acknowledged = new ConcurrentHashMap<>();
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Void>> all = seats.stream()
                .map(seat -> CompletableFuture.runAsync(
                        () -> {
                            for (int i = 1; !over.get() || i < 5; i++) {
                                seat.vote(1, 1, "0." + i).join();
                                acknowledged.put(seat.id(), new Vote.Number(Double.parseDouble("0." + i)));
                                pause();
                            }
                        },
                        Thread::startVirtualThread))
                .toList();
        Thread.sleep(300);
        servers.get(0).kill();
        Thread.sleep(4_000);
        if (room(1, code).isLed()) {
            servers.get(1).kill();
        }
        Thread.sleep(500);
        over.set(true);
        for (CompletableFuture<Void> one : all) {
            get(one);
        }
        servers.add(RoomsOnly.start(url, network.join()));
        assertThat(votes(room(servers.size() - 1, code))).isEqualTo(acknowledged);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aTrainingIsHeldFromAnyServerAndAMatrixIsSeenAtAll() throws Exception {
        RoomCode code = open();
        Lectern far = lectern(1, code);
        far.lead("/lab/training?data=airfoil&model=linear&batch=1&epochs=1000&seed=0&run=adagrad(lr=0.1)&run=sgd(lr=0.01)");
        RunId run = RunId.of(far.room().scene().run().substring("stream/runs/".length())).orElseThrow();
        far.hold(far.room().scene().run(), Scene.Progress.PAUSED);
        assertThat(servers.get(0).runs().find(run).orElseThrow().paused()).isTrue();
        await(() -> room(2, code).scene().progress() == Scene.Progress.PAUSED);
        lectern(2, code).hold(room(2, code).scene().run(), Scene.Progress.GOES_ON);
        await(() -> !servers.get(0).runs().find(run).orElseThrow().paused());
        lectern(2, code).hold(room(2, code).scene().run(), Scene.Progress.STOPPED);
        await(() -> servers.get(0).runs().find(run).orElseThrow().ended());
        lectern(1, code).lead("/lab/spectrum?matrix=2,1;1,3");
        lectern(2, code).lead(Lectern.experiment("/lab/spectrum?matrix=2,1;1,4"), "window 2");
        for (int i = 0; i < 3; i++) {
            Room seen = room(i, code);
            await(() -> seen.scene().run().equals("api/spectrum.json?matrix=2,1;1,4") && seen.scene().hand().equals("window 2"));
        }
    }

    @Test
    void aRunIsReadAtAnyServerAndGoneOnWithWhenItsServerIsKilled() throws Exception {
        RoomCode code = open();
        lectern(0, code).lead("/lab/training?data=airfoil&model=linear&batch=1&epochs=1000&seed=0&run=adagrad(lr=0.1)");
        await(() -> room(1, code).board().led() instanceof TrainingExperiment);
        RunId run = RunId.of(room(1, code).scene().run().substring("stream/runs/".length())).orElseThrow();
        var copy = servers.get(1).runs().find(run).orElseThrow();
        assertThat(servers.get(1).runs().find(run)).containsSame(copy);
        assertThat(copy.ended()).isFalse();
        servers.get(0).kill();
        await(copy::ended);
        assertThat(servers.get(2).runs().find(run)).as("from who has read it").isPresent();
        await(() -> servers.get(2).runs().find(run).orElseThrow().ended());
        assertThat(servers.get(1).runs().find(RunId.of("A".repeat(22)).orElseThrow())).isEmpty();
    }
}
