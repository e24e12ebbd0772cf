package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.account.TeacherId;
import descentlab.client.Client;
import descentlab.database.FailingSource;
import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.objective.Point;
import descentlab.progress.LearnerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A class at work, drawn by a seed, on whichever database keeps it, at one server or at any of some: whatever its teacher and three
 * students do, sensible or not, is done or refused in a sentence, also while the database fails; and what a room says it keeps is what
 * all servers know once one of them has ended, and another has come in its place.
 */
abstract class RoomFuzz {

    static final int RUNS = Integer.getInteger("fuzz.runs", 20);
    private static final int FROM = Integer.getInteger("fuzz.from", 0);
    private static final int DEEDS = 80;
    private static final Client CLIENT = Client.of("10.0.0.1");
    private static final List<String> STRANGE = List.of(
            "", " ", "a", "42", "1e400", "-5, -2", "0,2,1", "steep, slow", "\u0000", "a\u0000b", "a\nb", "\ud83d\ude00", "\ud83d", "\u202e", "é\u0301\u0301\u0301",
            "'); drop table room; --", "<b>", "x".repeat(199), "\ud83d\ude00".repeat(120), "$\\kappa$", "0", "1", "2", "7");

    private final TeacherId teacher = new TeacherId(UUID.randomUUID());
    private final List<LearnerId> learners =
            IntStream.range(0, 3).mapToObj(any -> new LearnerId(UUID.randomUUID().toString())).toList();
    private final List<String> done = new ArrayList<>();
    private final List<RoomsOnly> servers = new ArrayList<>();
    private final List<RoomsOnly> killed = new ArrayList<>();
    private Random random;
    private RoomCode code;

    /** Begins a server. */
    abstract RoomsOnly begin();

    /** How many there are. */
    int count() {
        return 1;
    }

    @BeforeEach
    void start() {
        while (servers.size() < count()) {
            servers.add(begin());
        }
    }

    @AfterEach
    void stop() {
        servers.forEach(RoomsOnly::close);
        killed.forEach(RoomsOnly::close);
    }

    static IntStream seeds() {
        return IntStream.range(FROM, FROM + RUNS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsDoneIsKeptAndWhatIsRefusedIsSaid(int seed) throws Exception {
        random = new Random(seed);
        code = servers.getFirst().rooms().open(teacher).room().code();
        for (int i = 0; i < DEEDS; i++) {
            switch (random.nextInt(25)) {
                case 0 -> {
                    servers.forEach(server -> server.rooms().lectern(teacher, code)); // whoever is in a room has come in before
                    RoomsOnly failing = one(servers);
                    failing.fail(one(List.of(FailingSource.Way.AWAY, FailingSource.Way.COMMIT_FAILS)));
                    act();
                    act();
                    failing.fail(FailingSource.Way.NOT);
                }
                case 1 -> another();
                default -> act();
            }
        }
        another();
    }

    /** Where there is one server, nothing but the database is left. */
    private void another() throws Exception {
        for (RoomsOnly server : servers) { // done after what nobody waited for
            Lectern lectern = server.rooms().lectern(teacher, code);
            lectern.lock(lectern.room().kept().locked());
        }
        Room last = servers.getLast().rooms().lectern(teacher, code).room();
        List<Object> before = comparable(last.kept());
        Experiment led = last.scene().led();
        done.add("another server");
        RoomsOnly ended = servers.remove(random.nextInt(servers.size()));
        if (servers.isEmpty()) {
            ended.close();
        } else {
            ended.kill();
            killed.add(ended);
        }
        servers.add(begin());
        for (RoomsOnly server : servers) {
            Room room = server.rooms().lectern(teacher, code).room();
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(comparable(room.kept())).as(done::toString).isEqualTo(before));
            assertThat(room.scene().led()).as(done::toString).isEqualTo(led);
        }
    }

    private Rooms rooms() {
        return one(servers).rooms();
    }

    private Lectern lectern() {
        return rooms().lectern(teacher, code);
    }

    /** Without what is worked out anew, and what clocks say beyond milliseconds. */
    private static List<Object> comparable(Kept kept) {
        return List.of(
                kept.participants().values().stream()
                        .map(one -> List.of(one.id(), one.learner(), one.number(), one.nickname(), one.removed()))
                        .collect(Collectors.toSet()),
                kept.tries(),
                kept.polls().stream()
                        .map(poll -> List.of(poll.number(), poll.question(), poll.experiment(), poll.peer(), poll.stage(), poll.rounds(), poll.struck()))
                        .toList(),
                kept.task(),
                kept.closed().isPresent(),
                kept.locked(),
                kept.agenda(),
                kept.journal().moments(),
                Set.copyOf(kept.journal().lost()), // two may have been so in the same millisecond
                kept.journal().enquiries());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String text() {
        return one(STRANGE);
    }

    private boolean flip() {
        return random.nextBoolean();
    }

    private Experiment experiment() {
        return switch (random.nextInt(4)) {
            case 0 -> TrainingExperiment.initial();
            case 1 -> SpectrumExperiment.read(Map.of("matrix", List.of("2,1;1,3"))).orThrow();
            default -> race();
        };
    }

    private SurfaceExperiment race() {
        return SurfaceExperiment.initial().withStart(new Point(random.nextInt(7) - 3, random.nextGaussian())).withSteps(1 + random.nextInt(30));
    }

    private Question question() {
        return switch (random.nextInt(9)) {
            case 0 -> new Question.Winner();
            case 1 -> new Question.Place(random.nextInt(4));
            case 2 -> new Question.Diverges(random.nextInt(4));
            case 3 -> new Question.FinalValue(random.nextInt(4));
            case 4 -> own(new AnswerKind.Choice(List.of("4", "$20$", "16"), Set.of(1), flip()));
            case 5 -> own(new AnswerKind.Words());
            case 6 -> own(new AnswerKind.Number(OptionalDouble.of(42), new AnswerKind.Within(1, false)));
            case 7 -> own(new AnswerKind.Order(List.of("a", "b", "c"), List.of(Set.of(), Set.of(0), Set.of(1))));
            default -> own(new AnswerKind.Text(List.of("42", "a")));
        };
    }

    private static OwnQuestion own(AnswerKind kind) {
        return new OwnQuestion("What is $\\kappa$ here?", kind, "", "");
    }

    private Optional<Seat> seat() {
        return rooms().seat(code, one(learners));
    }

    private ParticipantId somebody() {
        List<ParticipantId> all = List.copyOf(lectern().room().kept().participants().keySet());
        return all.isEmpty() || random.nextInt(9) == 0 ? ParticipantId.random() : one(all);
    }

    private void act() throws Exception {
        Lectern lectern = lectern();
        Room room = lectern.room();
        int poll = room.kept().polls().size();
        switch (random.nextInt(30)) {
            case 0, 1, 2 -> tried("join", () -> rooms().join(code, one(learners), Nickname.typed(flip() ? one(List.of("Ann", "Ben", "Cat")) : text()), CLIENT));
            case 3, 4, 5, 6, 7, 8 -> {
                String answer = text();
                int round = room.kept().poll().map(Poll::round).orElse(1);
                said("vote " + STRANGE.indexOf(answer), seat -> seat.vote(poll - random.nextInt(8) / 7, round, answer, flip() ? Optional.of(Sureness.SURE) : Optional.empty()));
            }
            case 9 -> said("enquire", seat -> seat.enquire(text()));
            case 10 -> said("support", seat -> seat.support(random.nextInt(4), flip()));
            case 11 -> said("lose", Seat::lose);
            case 12 -> said("hand in", seat -> seat.handIn(room.kept().task().map(TryTask::experiment).orElseGet(this::race).withStart(new Point(-5, random.nextInt(9)))));
            case 13, 14 -> tried("lead", () -> lectern.lead(experiment()));
            case 15, 16 -> tried("ask", () -> lectern.ask(question()));
            case 17 -> waited("ask fairly", () -> lectern.askFairly(question(), experiment(), flip()));
            case 18 -> tried("close votes", lectern::closeVotes);
            case 19 -> tried("show votes", lectern::showVotes);
            case 20 -> tried("vote again", lectern::voteAgain);
            case 21 -> tried("run", lectern::run);
            case 22 -> waited("reveal", lectern::reveal);
            case 23, 24 -> tried("put away", lectern::putAway);
            case 25 -> tried("strike", () -> lectern.strike(poll, text(), flip()));
            case 26 -> tried("try out", () -> lectern.tryOut(TryTask.of(one(List.of(TryTask.Vary.values())), race(), random.nextInt(4))));
            case 27 -> rarer();
            case 28 -> shown();
            default -> prepared();
        }
    }

    private void rarer() {
        Lectern lectern = lectern();
        switch (random.nextInt(8)) {
            case 0 -> tried("leave", () -> seat().ifPresent(Seat::leave));
            case 1 -> tried("send out", () -> lectern.sendOut(somebody()));
            case 2, 3 -> tried("let in", () -> lectern.room().kept().participants().keySet().forEach(lectern::letIn));
            case 4 -> tried("take name", () -> lectern.takeName(somebody()));
            case 5 -> tried("lock", () -> lectern.lock(flip()));
            case 6 -> tried("end try", lectern::endTry);
            default -> tried("forget tries", lectern::forgetTries);
        }
    }

    private void shown() {
        Lectern lectern = lectern();
        switch (random.nextInt(9)) {
            case 0 -> tried("back", lectern::back);
            case 1 -> tried("follow", () -> lectern.follow(flip()));
            case 2 -> tried("homotopy", () -> lectern.homotopy(random.nextDouble() * 1.2, ""));
            case 3 -> tried("present", () -> lectern.present(somebody()));
            case 4 -> tried("quote", () -> lectern.quote(random.nextInt(3)));
            case 5 -> tried("settle", () -> lectern.settle(random.nextInt(3), one(List.of(Enquiry.State.values()))));
            case 6 -> tried("draw", () -> lectern.pointing().draw("s" + random.nextInt(5), random.nextInt(3), List.of(1.0, random.nextGaussian())));
            case 7 -> tried("hold", () -> lectern.hold(lectern.room().scene().run(), one(List.of(Scene.Progress.values()))));
            default -> tried("name", () -> lectern.name(flip()));
        }
    }

    private void prepared() {
        Lectern lectern = lectern();
        switch (random.nextInt(6)) {
            case 0 -> tried("prepare", () -> lectern.prepare(text()));
            case 1 -> tried("turn", () -> lectern.turn(random.nextInt(3) - 1, random.nextInt(3), text()));
            case 2 -> tried("end prepared", lectern::endPrepared);
            case 3 -> tried("time", () -> lectern.time(Duration.ofSeconds(random.nextInt(90)), text()));
            case 4 -> tried("visit", () -> lectern.visit(flip() ? "/lesson/adagrad" : text()));
            default -> tried("end visit", lectern::endVisit);
        }
    }

    private void tried(String what, Runnable deed) {
        done.add(what);
        try {
            deed.run();
        } catch (ClassroomException refused) {
            assertSaid(refused);
        } catch (RuntimeException | Error fault) {
            throw new AssertionError(done.toString(), fault);
        }
    }

    private void said(String what, Function<Seat, CompletableFuture<Void>> deed) throws Exception {
        Optional<Seat> seat = seat();
        if (seat.isPresent()) {
            waited(what, () -> deed.apply(seat.get()));
        }
    }

    private void waited(String what, Supplier<CompletableFuture<Void>> deed) throws Exception {
        done.add(what);
        try {
            deed.get().get(20, TimeUnit.SECONDS);
        } catch (ClassroomException refused) {
            assertSaid(refused);
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof ClassroomException refused)) {
                throw new AssertionError(done.toString(), failed);
            }
            assertSaid(refused);
        } catch (RuntimeException | Error fault) {
            throw new AssertionError(done.toString(), fault);
        }
    }

    private void assertSaid(ClassroomException refused) {
        done.set(done.size() - 1, done.getLast() + " (refused)");
        assertThat(refused.getMessage()).as(done::toString).matches("(?s)[A-Z“].*[.?]");
    }
}
