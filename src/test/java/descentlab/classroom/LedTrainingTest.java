package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.account.TeacherId;
import descentlab.client.Client;
import descentlab.experiment.SurfaceExperiment;
import descentlab.progress.LearnerId;
import descentlab.run.Run;
import descentlab.run.RunId;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that a class sees, and what its teacher does with it. */
class LedTrainingTest {

    /** Takes some seconds. */
    private static final String LONG =
            "/lab/training?data=airfoil&model=linear&batch=1&epochs=1000&seed=0&run=adagrad(lr=0.1)&run=sgd(lr=0.01)&run=adam(lr=0.01)";

    private static final String SHORT = "/lab/training?data=airfoil&model=linear&batch=10&epochs=1&seed=0&run=sgd(lr=0.01)";

    private final TeacherId teacher = new TeacherId(UUID.randomUUID());

    @TempDir
    private Path home;

    private RoomsOnly application;
    private Lectern lectern;

    @BeforeEach
    void start() {
        application = RoomsOnly.start(home, "");
        lectern = application.rooms().open(teacher);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    private Scene scene() {
        return lectern.room().scene();
    }

    private Run run() {
        return run(scene());
    }

    private Run run(Scene scene) {
        return application.runs()
                .find(RunId.of(scene.run().substring("stream/runs/".length())).orElseThrow())
                .orElseThrow();
    }

    private static void await(BooleanSupplier fact) throws InterruptedException {
        for (int i = 0; i < 2000 && !fact.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(fact.getAsBoolean()).isTrue();
    }

    @Test
    void itWaitsAndGoesOnForAll() throws InterruptedException {
        lectern.lead(LONG);
        assertThat(scene().progress()).isEqualTo(Scene.Progress.GOES_ON);
        lectern.hold(scene().run(), Scene.Progress.PAUSED);
        assertThat(run().paused()).isTrue();
        assertThat(scene().progress()).isEqualTo(Scene.Progress.PAUSED);
        lectern.hold(scene().run(), Scene.Progress.GOES_ON);
        assertThat(run().paused()).isFalse();
        lectern.hold(scene().run(), Scene.Progress.STOPPED);
        assertThat(scene().progress()).isEqualTo(Scene.Progress.STOPPED);
        await(run()::ended);
    }

    @Test
    void whatAllSeeIsToldToTheirPages() {
        lectern.lead(LONG);
        Shown before = lectern.room().shown();
        lectern.hold(scene().run(), Scene.Progress.PAUSED);
        assertThat(before.topic(lectern.room().shown())).isEqualTo(Topic.BOARD);
    }

    @Test
    void anotherRunThanTheOneThatWasSeenIsLeftAlone() {
        lectern.lead(LONG);
        String before = scene().run();
        lectern.again(before);
        assertThat(scene().run()).isNotEqualTo(before);
        Scene again = scene();
        lectern.hold(before, Scene.Progress.STOPPED);
        lectern.again(before);
        lectern.hold("", Scene.Progress.PAUSED);
        assertThat(scene()).isEqualTo(again);
        lectern.lead(SurfaceExperiment.initial());
        Scene race = scene();
        lectern.hold(race.run(), Scene.Progress.STOPPED);
        lectern.again(race.run());
        assertThat(scene()).as("a race is no training").isEqualTo(race);
    }

    @Test
    void itBeginsAnewAndTheRunBeforeIsOver() throws InterruptedException {
        lectern.lead(LONG);
        Run before = run();
        lectern.hold(scene().run(), Scene.Progress.PAUSED);
        lectern.again(scene().run());
        assertThat(scene().progress()).isEqualTo(Scene.Progress.GOES_ON);
        assertThat(run()).isNotSameAs(before);
        assertThat(run().paused()).isFalse();
        await(before::ended);
        lectern.lead(SHORT);
        await(run()::ended);
        Run seen = run();
        lectern.again(scene().run());
        assertThat(run()).as("one that was seen to its end too").isNotSameAs(seen);
    }

    @Test
    void aStoppedOneThatIsShownAnewIsNotWhereItWasStopped() throws InterruptedException {
        lectern.lead(LONG);
        Run stopped = run();
        lectern.hold(scene().run(), Scene.Progress.STOPPED);
        await(stopped::ended);
        lectern.back();
        assertThat(scene().progress()).isEqualTo(Scene.Progress.GOES_ON);
        lectern.lead(LONG);
        assertThat(run()).isNotSameAs(stopped);
        assertThat(run().ended()).isFalse();
    }

    @Test
    void whoLeavesATrainingThatWaitsDoesNotLeaveItWaiting() throws InterruptedException {
        lectern.lead(LONG);
        Run paused = run();
        lectern.hold(scene().run(), Scene.Progress.PAUSED);
        lectern.lead(SHORT);
        await(paused::ended);
        assertThat(scene().progress()).isEqualTo(Scene.Progress.GOES_ON);
    }

    @Test
    void noQuestionIsAskedAndNothingTriedOfATraining() {
        lectern.lead(SHORT);
        assertThatThrownBy(() -> lectern.ask(new Question.Winner()))
                .isInstanceOf(ClassroomException.class)
                .hasMessage("This question needs a race on a surface; a training is shown.");
        TryTask task = TryTask.of(TryTask.Vary.RATE, SurfaceExperiment.initial(), 0);
        assertThatThrownBy(() -> lectern.tryOut(task))
                .isInstanceOf(ClassroomException.class)
                .hasMessage("Trying needs a race on a surface; a training is shown.");
        assertThat(lectern.room().board().task()).isEmpty();
    }

    @Test
    void nothingIsHeldInAClosedRoom() {
        lectern.lead(LONG);
        String run = scene().run();
        application.rooms().join(
                lectern.room().code(), new LearnerId("ann"), Nickname.typed("Ann"), Client.of("10.0.0.1"));
        lectern.close();
        assertThatThrownBy(() -> lectern.hold(run, Scene.Progress.PAUSED)).isInstanceOf(ClassroomException.class);
        assertThatThrownBy(() -> lectern.again(run)).isInstanceOf(ClassroomException.class);
    }
}
