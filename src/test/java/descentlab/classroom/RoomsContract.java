package descentlab.classroom;

import descentlab.account.TeacherId;
import descentlab.client.Client;
import descentlab.client.Refusal;
import descentlab.database.DatabaseState;
import descentlab.database.FailingSource;
import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.objective.Point;
import descentlab.progress.LearnerId;
import descentlab.progress.LearnerToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What rooms do, on whichever database keeps them. */
abstract class RoomsContract implements OwnQuestionsInRooms {

    private static final Client CLIENT = Client.of("10.0.0.1");

    private final TeacherId teacher = new TeacherId(UUID.randomUUID());
    private final List<LearnerId> learners = new ArrayList<>();
    private RoomsOnly application;

    abstract String url();

    abstract java.nio.file.Path home();

    @BeforeEach
    void start() {
        application = RoomsOnly.start(home(), url());
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Override
    public Rooms rooms() {
        return application.rooms();
    }

    /** As if the server had been killed and started again: nothing but the database is left. */
    @Override
    public void restart() {
        application.close();
        application = RoomsOnly.start(home(), url());
    }

    @Override
    public Seat join(RoomCode code, String name) {
        LearnerId learner = new LearnerId(UUID.randomUUID().toString());
        learners.add(learner);
        return rooms().join(code, learner, Nickname.typed(name), CLIENT);
    }

    private static void get(Future<?> future) throws InterruptedException, ExecutionException, TimeoutException {
        future.get(20, TimeUnit.SECONDS);
    }

    private static Poll poll(Lectern lectern) {
        return lectern.room().board().poll().orElseThrow();
    }

    private static void await(BooleanSupplier fact) throws InterruptedException {
        for (int i = 0; i < 2000 && !fact.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(fact.getAsBoolean()).isTrue();
    }

    /** What somebody tried, once it is known where it led. */
    private static Tried tried(Lectern lectern) throws InterruptedException {
        await(() -> lectern.room().board().tries().stream().anyMatch(tried -> tried.way().isPresent()));
        return lectern.room().board().tries().getFirst();
    }

    private static void assertNotKept(Future<?> done) {
        assertThatThrownBy(() -> get(done)).hasRootCauseMessage(DatabaseState.NOT_KEPT);
    }

    private static void assertNotKept(Runnable action) {
        assertThatThrownBy(action::run).isInstanceOf(ClassroomException.class).hasMessage(DatabaseState.NOT_KEPT);
    }

    @ParameterizedTest
    @EnumSource(
            value = FailingSource.Way.class,
            names = {"AWAY", "COMMIT_FAILS"})
    void whatWasNotKeptIsNotShownAndCanBeDoneAgain(FailingSource.Way way) throws Exception {
        Lectern lectern = rooms().open(teacher);
        Room room = lectern.room();
        Seat ann = join(room.code(), "Ann");
        lectern.ask(new Question.Winner());
        Scene scene = room.scene();
        application.fail(way);
        assertNotKept(ann.vote(1, 1, "1"));
        assertNotKept(() -> join(room.code(), "Ben"));
        assertNotKept(lectern::closeVotes);
        assertNotKept(lectern::run);
        assertNotKept(lectern.reveal());
        assertNotKept(lectern::putAway);
        assertNotKept(() -> lectern.takeName(ann.id()));
        assertNotKept(() -> lectern.sendOut(ann.id()));
        assertNotKept(ann::leave);
        assertNotKept(lectern::close);
        assertThat(room.board().participants()).containsExactly(ann.participant().orElseThrow());
        assertThat(ann.participant().orElseThrow().nickname()).isEqualTo(Nickname.typed("Ann"));
        assertThat(poll(lectern).stage()).isEqualTo(Poll.Stage.OPEN);
        assertThat(poll(lectern).votes()).isEmpty();
        assertThat(room.scene()).isEqualTo(scene);
        assertThat(room.board().open()).isTrue();
        application.fail(FailingSource.Way.NOT);
        get(ann.vote(1, 1, "2"));
        Seat ben = join(room.code(), "Ben");
        get(ben.vote(1, 1, "0"));
        lectern.closeVotes();
        restart();
        Poll poll = poll(rooms().lectern(teacher, room.code()));
        assertThat(poll.stage()).isEqualTo(Poll.Stage.CLOSED);
        assertThat(poll.votes()).isEqualTo(Map.of(
                ann.id(), Ballot.of(new Vote.Choice(2)), ben.id(), Ballot.of(new Vote.Choice(0))));
    }

    @ParameterizedTest
    @EnumSource(
            value = FailingSource.Way.class,
            names = {"AWAY", "COMMIT_FAILS"})
    void whatIsTriedIsHandedInOnceItIsKept(FailingSource.Way way) throws Exception {
        Lectern lectern = rooms().open(teacher);
        Room room = lectern.room();
        Seat ann = join(room.code(), "Ann");
        TryTask task = TryTask.of(TryTask.Vary.RATE, SurfaceExperiment.initial(), 2);
        application.fail(way);
        assertNotKept(() -> lectern.tryOut(task));
        assertThat(room.board().task()).isEmpty();
        application.fail(FailingSource.Way.NOT);
        lectern.tryOut(task);
        get(ann.handIn(task.experiment().withRate(0, 0.4)));
        application.fail(way);
        assertNotKept(ann.handIn(task.experiment().withRate(0, 0.1)));
        assertNotKept(lectern::endTry);
        assertThat(room.board().task()).contains(task);
        assertThat(tried(lectern).experiment()).isEqualTo(task.experiment().withRate(0, 0.4));
        restart();
        assertThat(rooms().lectern(teacher, room.code()).room().board().tries())
                .extracting(Tried::experiment)
                .containsExactly(task.experiment().withRate(0, 0.4));
    }

    @Test
    void aSceneRunsAheadOfTheDiskAndItIsSeenThatItDoes() throws Exception {
        Lectern lectern = rooms().open(teacher);
        Room room = lectern.room();
        assertThat(room.board().written()).isTrue();
        List<Boolean> told = new CopyOnWriteArrayList<>();
        room.listen(Topic.CLASS, () -> told.add(room.board().written()));
        application.fail(FailingSource.Way.AWAY);
        Experiment led = SurfaceExperiment.initial().withStart(new Point(3, 1));
        lectern.lead(led);
        assertThat(room.board().led()).isEqualTo(led);
        await(() -> !room.board().written());
        application.fail(FailingSource.Way.NOT);
        await(() -> room.board().written());
        await(() -> told.getLast());
        assertThat(told).contains(false);
        restart();
        assertThat(rooms().lectern(teacher, room.code()).room().board().led()).isEqualTo(led);
    }

    @Test
    void aRoomThatIsNotWrittenIsNotLetGo() throws Exception {
        Lectern lectern = rooms().open(teacher);
        Room room = lectern.room();
        application.fail(FailingSource.Way.COMMIT_FAILS);
        Experiment led = SurfaceExperiment.initial().withStart(new Point(3, 1));
        lectern.lead(led);
        await(() -> !room.board().written());
        application.pass(Duration.ofHours(2));
        rooms().tidyMemory();
        assertThat(rooms().find(room.code())).containsSame(room);
        application.fail(FailingSource.Way.NOT);
        await(() -> {
            rooms().tidyMemory();
            return rooms().find(room.code()).orElseThrow() != room;
        });
        assertThat(rooms().find(room.code()).orElseThrow().board().led()).isEqualTo(led);
    }

    @Test
    void ifACommitWasNotHeardOfTheDiskIsRight() throws Exception {
        Lectern lectern = rooms().open(teacher);
        Room room = lectern.room();
        Seat ann = join(room.code(), "Ann");
        lectern.ask(new Question.Winner());
        application.fail(FailingSource.Way.COMMIT_IS_NOT_HEARD_OF);
        assertNotKept(ann.vote(1, 1, "1"));
        assertNotKept(() -> join(room.code(), "Ben"));
        application.fail(FailingSource.Way.NOT);
        Seat ben = rooms().join(room.code(), learners.getLast(), Nickname.typed("Benno"), CLIENT);
        await(() -> room.board().written());
        Board shown = room.board();
        assertThat(poll(lectern).votes()).containsEntry(ann.id(), Ballot.of(new Vote.Choice(1)));
        get(ben.vote(1, 1, "0"));
        restart();
        Board kept = rooms().lectern(teacher, room.code()).room().board();
        assertThat(kept.participants()).extracting(Participant::nickname)
                .isEqualTo(shown.participants().stream().map(Participant::nickname).toList())
                .containsExactly(Nickname.typed("Ann"), Nickname.typed("Benno"));
        assertThat(kept.poll().orElseThrow().votes()).hasSize(2);
    }

    @Test
    void aQuestionIsAskedVotedOnAgainAndRevealed() throws Exception {
        Lectern lectern = rooms().open(teacher);
        RoomCode code = lectern.room().code();
        Seat ann = join(code, "Ann");
        Seat ben = join(code, "Ben");
        String shownBefore = lectern.room().scene().run();
        lectern.ask(new Question.Winner());
        assertThat(lectern.room().scene().run()).as("the run is hidden").isNotEqualTo(shownBefore);
        get(ann.vote(1, 1, "0"));
        get(ann.vote(1, 1, "1"));
        get(ben.vote(1, 1, "2"));
        assertThat(poll(lectern).votes()).hasSize(2).containsEntry(ann.id(), Ballot.of(new Vote.Choice(1)));
        assertThat(poll(lectern).votesShown()).isFalse();
        lectern.showVotes();
        assertThatThrownBy(() -> ann.vote(1, 1, "0")).hasMessageContaining("closed");
        lectern.voteAgain();
        assertThatThrownBy(() -> ann.vote(1, 1, "0")).hasMessageContaining("closed");
        get(ann.vote(1, 2, "2"));
        get(lectern.reveal());
        Tally tally = poll(lectern).tally();
        assertThat(tally.rounds()).extracting(Tally.Count::votes).containsExactly(2, 1);
        assertThat(tally.shift()).hasValueSatisfying(shift -> assertThat(shift.changed()).isEqualTo(1));
        // 20 steps from (-5, -2) on 0.1 x1^2 + 2 x2^2, as golden traces have them: Adagrad at 2 ends lowest of the three.
        assertThat(poll(lectern).truth()).contains(new Truth.Options(java.util.Set.of(2)));
        assertThat(tally.rounds().getLast().right()).contains(1);
        assertThat(lectern.room().scene().playing()).isTrue();
        assertThatThrownBy(lectern::voteAgain).hasMessageContaining("truth is known");
        lectern.putAway();
        assertThat(lectern.room().board().poll()).isEmpty();
        assertThat(lectern.room().scene().run()).isEqualTo(shownBefore);
    }

    @Test
    void theRaceIsSeenBeforeItIsSaidWhoWasRight() throws Exception {
        Lectern lectern = rooms().open(teacher);
        Seat ann = join(lectern.room().code(), "Ann");
        String run = lectern.room().scene().run();
        lectern.ask(new Question.Winner());
        get(ann.vote(1, 1, "2"));
        lectern.showVotes();
        lectern.voteAgain();
        lectern.run();
        assertThat(poll(lectern).stage()).isEqualTo(Poll.Stage.RUN);
        assertThat(lectern.room().scene().run()).isEqualTo(run);
        assertThat(lectern.room().scene().playing()).isTrue();
        assertThat(poll(lectern).tally().rounds().getFirst().right()).isEmpty();
        assertThatThrownBy(() -> ann.vote(1, 2, "0")).hasMessageContaining("closed");
        get(lectern.reveal());
        assertThat(poll(lectern).tally().rounds().getFirst().right()).contains(1);
        assertThat(poll(lectern).voteOf(ann.id())).isEmpty();
        assertThat(poll(lectern).lastVoteOf(ann.id())).contains(new Vote.Choice(2));
    }

    @Test
    void whatIsShownForAWhileIsGoneBackFrom() throws Exception {
        Lectern lectern = rooms().open(teacher);
        Seat ann = join(lectern.room().code(), "Ann");
        Experiment race = lectern.room().board().led();
        assertThatThrownBy(lectern::back).hasMessageContaining("nothing to go back to");
        TryTask task = TryTask.of(TryTask.Vary.START, SurfaceExperiment.initial(), 2);
        lectern.tryOut(task);
        assertThatThrownBy(() -> lectern.lead(SurfaceExperiment.initial().withSteps(5)))
                .hasMessageContaining("Everyone is trying this race");
        get(ann.handIn(task.experiment().withStart(new Point(1, 3))));
        lectern.present(ann.id());
        assertThat(lectern.room().board().aside()).isTrue();
        assertThat(lectern.room().board().task()).contains(task);
        lectern.back();
        assertThat(lectern.room().board().aside()).isFalse();
        assertThat(lectern.room().board().led()).isEqualTo(race);
        lectern.endTry();
        lectern.lead("/lab/training");
        assertThat(lectern.room().board().led()).isInstanceOfSatisfying(
                TrainingExperiment.class, training -> assertThat(training.runs()).isNotEmpty());
        assertThat(lectern.room().board().tries()).hasSize(1);
        lectern.back();
        assertThat(lectern.room().board().led()).isEqualTo(race);
        lectern.lead("/lab/surface?objective=rosenbrock");
        assertThat(lectern.room().board().tries()).as("ways over another surface").isEmpty();
        restart();
        assertThat(rooms().lectern(teacher, lectern.room().code()).room().board().tries()).isEmpty();
    }

    @Test
    void nothingAcknowledgedIsLostOverARestart() throws Exception {
        Lectern lectern = rooms().open(teacher);
        RoomCode code = lectern.room().code();
        Seat ann = join(code, "Ann");
        lectern.lead(SurfaceExperiment.initial().withStart(new Point(3, 1)));
        lectern.follow(false);
        lectern.follow(true);
        lectern.ask(new Question.Place(0));
        get(ann.vote(1, 1, "0.5,-0.25"));
        long revision = lectern.room().scene().revision();
        restart();
        Lectern again = rooms().lectern(teacher, code);
        Poll poll = poll(again);
        assertThat(poll.stage()).isEqualTo(Poll.Stage.OPEN);
        assertThat(poll.votes()).containsEntry(ann.id(), Ballot.of(new Vote.Place(new Point(0.5, -0.25))));
        assertThat(((SurfaceExperiment) poll.experiment()).start()).isEqualTo(new Point(3, 1));
        assertThat(again.room().scene().revision()).isGreaterThan(revision);
        assertThat(again.room().lobby()).as("how to join is projected, where a question is open").isFalse();
        Seat back = rooms().seat(code, learners.getFirst()).orElseThrow();
        assertThat(back.id()).isEqualTo(ann.id());
        assertThat(back.participant().orElseThrow().nickname()).isEqualTo(Nickname.typed("Ann"));
        get(back.vote(1, 1, "1,1"));
        get(again.reveal());
        assertThat(poll(again).truth()).hasValueSatisfying(truth -> assertThat(truth).isInstanceOf(Truth.Place.class));
    }

    @Test
    void tenThousandVotesOfOneCountOnceAndMostAreRefused() throws Exception {
        Lectern lectern = rooms().open(teacher);
        Seat ann = join(lectern.room().code(), "Ann");
        lectern.ask(new Question.Winner());
        int refused = 0;
        List<Future<?>> kept = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            try {
                kept.add(ann.vote(1, 1, String.valueOf(i % 3)));
            } catch (ClassroomException tooFast) {
                assertThat(tooFast).hasMessageContaining("too fast");
                refused++;
            }
        }
        for (Future<?> vote : kept) {
            get(vote);
        }
        assertThat(poll(lectern).votes()).hasSize(1);
        assertThat(refused).isGreaterThan(5_000);
    }

    @Test
    void aWholeClassVotesAtOnceAndEveryVoteIsKept() throws Exception {
        Lectern lectern = rooms().open(teacher);
        RoomCode code = lectern.room().code();
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            seats.add(join(code, "Student " + i));
        }
        lectern.ask(new Question.FinalValue(0));
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = new ArrayList<>();
            for (Seat seat : seats) {
                sent.add(all.submit(() -> {
                    seat.vote(1, 1, "0." + (1 + seat.participant().orElseThrow().number())).join();
                    return null;
                }));
            }
            for (Future<?> future : sent) {
                get(future);
            }
        }
        restart();
        assertThat(poll(rooms().lectern(teacher, code)).votes()).hasSize(200);
    }

    @Test
    void onlyTheRoomsTeacherLeadsIt() {
        RoomCode code = rooms().open(teacher).room().code();
        assertThatThrownBy(() -> rooms().lectern(new TeacherId(UUID.randomUUID()), code))
                .isInstanceOf(ClassroomException.class)
                .hasMessageContaining("You have no room");
        assertThatThrownBy(() -> rooms().lectern(teacher, RoomCode.random())).isInstanceOf(ClassroomException.class);
    }

    @Test
    void whoIsSentOutCannotVoteNorComeBackUntilLetIn() {
        Lectern lectern = rooms().open(teacher);
        RoomCode code = lectern.room().code();
        Seat ann = join(code, "Ann");
        lectern.ask(new Question.Winner());
        lectern.sendOut(ann.id());
        LearnerId learner = learners.getFirst();
        assertThatThrownBy(() -> ann.vote(1, 1, "0")).hasMessageContaining("not in this room");
        assertThat(rooms().seat(code, learner)).isEmpty();
        assertThatThrownBy(() -> rooms().join(code, learner, Nickname.typed("Anna"), CLIENT)).hasMessageContaining("let you in");
        restart();
        assertThat(rooms().seat(code, learner)).isEmpty();
        rooms().lectern(teacher, code).letIn(ann.id());
        assertThat(rooms().seat(code, learner)).isPresent();
    }

    @Test
    void namesAreTakenOnceAndCanBeTakenAway() {
        Lectern lectern = rooms().open(teacher);
        RoomCode code = lectern.room().code();
        Seat ann = join(code, "Ann");
        assertThatThrownBy(() -> join(code, "ANN")).hasMessageContaining("already");
        lectern.takeName(ann.id());
        assertThat(ann.participant().orElseThrow().nickname().value()).isEqualTo("Guest 1");
        join(code, "ANN");
    }

    @Test
    void whatEveryoneTriesIsComputedHereAndBoundToTheTask() throws Exception {
        Lectern lectern = rooms().open(teacher);
        RoomCode code = lectern.room().code();
        Seat ann = join(code, "Ann");
        SurfaceExperiment race = SurfaceExperiment.initial();
        assertThatThrownBy(() -> ann.handIn(race)).hasMessageContaining("Nothing is to be tried");
        TryTask task = TryTask.of(TryTask.Vary.RATE, race, 2);
        lectern.tryOut(task);
        assertThat(ann.commonRun(task)).as("all begin with one run").isEqualTo(join(code, "Bea").commonRun(task)).contains("runs/");
        get(ann.handIn(task.experiment().withRate(0, 0.4)));
        assertThatThrownBy(() -> ann.handIn(task.experiment().withStart(new Point(0, 0))))
                .hasMessageContaining("Only the rate");
        assertThatThrownBy(() -> ann.handIn(race)).hasMessageContaining("Only the rate");
        assertThatThrownBy(() -> ann.handIn(task.experiment().withRate(0, 0)))
                .as("no slider could show it")
                .hasMessage("The rate was 0; allowed: one above zero.");
        Tried tried = tried(lectern);
        // golden: Adagrad at 0.4 after 20 steps
        assertThat(tried.way().orElseThrow().end().x1()).isCloseTo(-2.382563, org.assertj.core.data.Offset.offset(1e-6));
        restart();
        Lectern again = rooms().lectern(teacher, code);
        assertThat(again.room().board().task()).contains(task);
        assertThat(again.room().board().tries()).extracting(Tried::experiment).containsExactly(tried.experiment());
        again.present(ann.id());
        assertThat(again.room().board().led()).isEqualTo(tried.experiment());
        assertThatThrownBy(() -> TryTask.of(TryTask.Vary.START, race.withSteps(20_000), 0))
                .hasMessageContaining("at most 2000 steps");
    }

    @Test
    void leavingDeletesWhatWasKept() throws Exception {
        Lectern lectern = rooms().open(teacher);
        RoomCode code = lectern.room().code();
        Seat ann = join(code, "Ann");
        lectern.ask(new Question.Winner());
        get(ann.vote(1, 1, "0"));
        ann.leave();
        assertThat(poll(lectern).votes()).isEmpty();
        restart();
        Room room = rooms().lectern(teacher, code).room();
        assertThat(room.board().participants()).isEmpty();
        assertThat(room.board().poll().orElseThrow().votes()).isEmpty();
    }

    @Test
    void aClosedRoomTakesNobodyAndADeletedOneIsGone() {
        Lectern lectern = rooms().open(teacher);
        RoomCode code = lectern.room().code();
        Seat ann = join(code, "Ann");
        lectern.close();
        assertThatThrownBy(() -> rooms().look(code.shown(), CLIENT)).hasMessageContaining("There is no room");
        assertThatThrownBy(() -> join(code, "Ben")).hasMessageContaining("closed");
        assertThatThrownBy(() -> ann.vote(1, 1, "0")).hasMessageContaining("closed");
        assertThatThrownBy(() -> lectern.follow(true)).hasMessageContaining("closed");
        assertThat(rooms().seat(code, learners.getFirst())).isEmpty();
        lectern.delete();
        restart();
        assertThat(rooms().of(teacher)).isEmpty();
    }

    @Test
    void idleRoomsCloseThemselvesAndAreForgottenLater() {
        RoomCode code = rooms().open(teacher).room().code();
        application.pass(Rooms.IDLE.minusMinutes(1));
        rooms().tidy();
        assertThat(rooms().look(code.shown(), CLIENT)).isEqualTo(code);
        application.pass(Duration.ofMinutes(2));
        rooms().tidy();
        assertThatThrownBy(() -> rooms().look(code.shown(), CLIENT)).isInstanceOf(ClassroomException.class);
        assertThat(rooms().of(teacher)).extracting(Rooms.Summary::closed).first().asInstanceOf(
                org.assertj.core.api.InstanceOfAssertFactories.optional(Instant.class)).isPresent();
        application.pass(Duration.ofDays(31));
        rooms().tidy();
        restart();
        assertThat(rooms().of(teacher)).isEmpty();
    }

    @Test
    void aTeacherHasOnlySoManyRoomsOpen() {
        for (int i = 0; i < Rooms.MOST_OPEN; i++) {
            rooms().open(teacher);
        }
        assertThatThrownBy(() -> rooms().open(teacher)).hasMessageContaining("10 rooms open");
    }

    @Test
    void theSceneIsToldToWhoWaitsForIt() throws Exception {
        Lectern lectern = rooms().open(teacher);
        Room room = lectern.room();
        Scene first = room.awaitShown(-1, 0, Duration.ZERO).orElseThrow().scene();
        assertThat(room.awaitShown(first.revision(), 0, Duration.ofMillis(1))).isEmpty();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Shown>>> waiting = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                waiting.add(readers.submit(() -> room.awaitShown(first.revision(), 0, Duration.ofSeconds(20))));
            }
            lectern.play(new Scene.Playback(7, true, 2, ""));
            for (Future<Optional<Shown>> reader : waiting) {
                Scene seen = reader.get(20, TimeUnit.SECONDS).orElseThrow().scene();
                assertThat(seen.step()).isEqualTo(7);
            }
        }
        assertThatThrownBy(() -> lectern.play(new Scene.Playback(-1, true, 1, "")))
                .isInstanceOf(ClassroomException.class);
        assertThatThrownBy(() -> lectern.play(new Scene.Playback(0, true, Double.NaN, "")))
                .isInstanceOf(ClassroomException.class);
    }

    @Test
    void theWallIsDressedWithoutAnythingElseChanging() {
        Lectern lectern = rooms().open(teacher);
        lectern.play(new Scene.Playback(7, false, 2, ""));
        lectern.dress(Scene.Scheme.DARK);
        assertThat(lectern.room().scene().scheme()).contains(Scene.Scheme.DARK);
        assertThat(lectern.room().scene().step()).isEqualTo(7);
    }

    @Test
    void aLockedRoomLetsNobodyNewInAndThoseWhoHaveASeatBack() {
        Lectern lectern = rooms().open(teacher);
        RoomCode code = lectern.room().code();
        join(code, "Ann");
        LearnerId ann = learners.getFirst();
        lectern.lock(true);
        restart();
        lectern = rooms().lectern(teacher, code);
        assertThat(lectern.room().board().locked()).isTrue();
        assertThatThrownBy(() -> join(code, "Ben"))
                .isInstanceOf(ClassroomException.class)
                .hasMessageContaining("locked");
        rooms().join(code, ann, new Nickname("Anna"), CLIENT);
        assertThat(rooms().seatOf(ann)).hasValueSatisfying(seat -> assertThat(seat.room().code()).isEqualTo(code));
        lectern.lock(false);
        join(code, "Ben");
        assertThat(lectern.room().board().seated()).hasSize(2);
    }

    @Test
    void theMinimumIsNoStartToPick() {
        Lectern lectern = rooms().open(teacher);
        Seat seat = join(lectern.room().code(), "Ann");
        SurfaceExperiment race = SurfaceExperiment.initial().withRuns(List.of(SurfaceExperiment.initial().runs().getFirst()));
        lectern.tryOut(TryTask.of(TryTask.Vary.START, race, 0));
        seat.handIn(race).join();
        seat.handIn(race.withStart(new Point(5, 2))).join();
        assertThatThrownBy(() -> seat.handIn(race.withStart(new Point(0, 0))))
                .isInstanceOf(ClassroomException.class)
                .hasMessageContaining("f is 0")
                .hasMessageContaining("at least 10.5");
        assertThat(lectern.room().board().tries()).singleElement()
                .satisfies(tried -> assertThat(tried.experiment().start()).isEqualTo(new Point(5, 2)));
    }

    @Test
    void theSceneSaysWhoseHandMovedIt() {
        Lectern lectern = rooms().open(teacher);
        Room room = lectern.room();
        lectern.play(new Scene.Playback(7, false, 1, "1-2-3"));
        assertThat(room.scene().hand()).isEqualTo("1-2-3");
        lectern.lead(SurfaceExperiment.initial().withRate(0, 0.1));
        assertThat(room.scene().step()).isEqualTo(7);
        assertThat(room.scene().hand()).isEqualTo("1-2-3");
        lectern.ask(new Question.Winner());
        assertThat(room.scene().hand()).isEmpty();
        assertThatThrownBy(() -> lectern.play(new Scene.Playback(7, false, 1, "x".repeat(41))))
                .isInstanceOf(ClassroomException.class)
                .hasMessageContaining("40");
    }

    @Test
    void aRaceOnAnotherObjectiveIsShownAtItsStartAndDoesNotPlay() {
        Lectern lectern = rooms().open(teacher);
        Room room = lectern.room();
        lectern.play(new Scene.Playback(7, true, 1, "1-2-3"));
        lectern.lead("lab/surface?objective=beale&run=adam(lr=0.1)");
        assertThat(room.scene().step()).isZero();
        assertThat(room.scene().playing()).isFalse();
        assertThat(room.scene().hand()).isEmpty();
    }

    @Test
    void onlyLabLinksCanBeLed() {
        assertThat(RoomRuns.led("http://x.example/lab/surface?objective=beale&run=adam(lr=0.1)"))
                .isInstanceOf(SurfaceExperiment.class);
        assertThat(RoomRuns.led("lab/training?data=airfoil&run=adagrad(lr=0.1)")).isInstanceOf(TrainingExperiment.class);
        assertThat(RoomRuns.led("lab/training?data=silhouettes&run=adagrad(lr=0.1)")).isInstanceOf(TrainingExperiment.class);
        assertThat(RoomRuns.led("/lab/spectrum?matrix=2,1;1,3")).isInstanceOf(SpectrumExperiment.class);
        for (String bad : List.of("", "javascript:alert(1)", "lab/spectrum", "lab/spectrum?matrix=1,2", "lab/maps?matrix=1",
                "lab/surface?objective=nope",
                "lab/surface?steps=99999999", "lab/surface?f=%zz", "lab/surface?f=" + "x".repeat(100_000))) {
            assertThatThrownBy(() -> RoomRuns.led(bad)).isInstanceOf(ClassroomException.class);
        }
    }

    @Test
    void whatIsDoneToARoomIsWrittenDownWithoutItsStudents() {
        Lectern lectern = rooms().open(teacher);
        RoomCode code = lectern.room().code();
        Seat ann = join(code, "Ann");
        lectern.sendOut(ann.id());
        lectern.letIn(ann.id());
        lectern.close();
        lectern.close();
        lectern.delete();

        assertThat(application.noted())
                .extracting(entry -> entry.deed().name())
                .containsExactly("ROOM_OPENED", "STUDENT_SENT_OUT", "STUDENT_LET_IN", "ROOM_CLOSED", "ROOM_DELETED");
        assertThat(application.noted()).allSatisfy(entry -> {
            assertThat(entry.more()).isEqualTo(java.util.Map.of("room", code.shown()));
            assertThat(entry.toString()).doesNotContain("Ann", ann.id().value().toString());
        });
    }

    @Test
    void whoJoinsByProgramIsSlowedAndOthersComeIn() {
        RoomCode code = rooms().open(new TeacherId(java.util.UUID.randomUUID())).room().code();
        long before = Refusal.ROOM_SEAT.counted();
        Client program = Client.of("203.0.113.9");
        // It goes on until it is refused: one more a second is let in meanwhile.
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 950; i++) {
                        rooms().join(code, LearnerToken.random().learner(), Nickname.typed("robot " + i), program);
                    }
                })
                .hasMessageContaining("More than 600 have joined from your address, 203.0.113.9");
        assertThat(Refusal.ROOM_SEAT.counted()).isEqualTo(before + 1);
        LearnerId ann = LearnerToken.random().learner();
        rooms().join(code, ann, Nickname.typed("Ann"), CLIENT);
        assertThat(rooms().seatsSomewhere(ann)).isTrue();
    }
}
