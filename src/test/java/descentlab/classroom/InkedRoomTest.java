package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.account.TeacherId;
import descentlab.database.FailingSource;
import descentlab.experiment.SurfaceExperiment;
import descentlab.objective.Point;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room whose teacher points and draws. */
class InkedRoomTest {

    private static final String TRAINING = "lab/training?data=airfoil&model=linear&run=sgd(lr=0.01)";

    @TempDir
    Path home;

    private RoomsOnly application;
    private Lectern lectern;
    private Pointing hand;

    @BeforeEach
    void start() {
        application = RoomsOnly.start(home, "");
        lectern = application.rooms().open(new TeacherId(UUID.randomUUID()));
        hand = lectern.pointing();
    }

    @AfterEach
    void stop() {
        application.close();
    }

    private Ink ink() {
        return lectern.room().shown().ink();
    }

    private Ink draw() {
        hand.draw("a/1", 0, List.of(1.0, 2.0));
        hand.draw("a/1", 1, List.of(3.0, 4.0));
        hand.draw("a/2", 0, List.of(5.0, 6.0));
        hand.aim("a", new Point(-1, 1));
        return ink();
    }

    @Test
    void whatIsDrawnStandsUntilItIsWiped() {
        assertThat(draw().strokes())
                .containsExactly(
                        new Ink.Stroke("a/1", List.of(1.0, 2.0, 3.0, 4.0)), new Ink.Stroke("a/2", List.of(5.0, 6.0)));
        assertThat(ink().aim().orElseThrow().at()).isEqualTo(new Point(-1, 1));
        hand.undo();
        assertThat(ink().strokes()).hasSize(1);
        hand.rest("a");
        assertThat(ink().aim()).isEmpty();
        hand.wipe();
        assertThat(ink().strokes()).isEmpty();
    }

    @Test
    void anotherSurfaceHasNoneOfIt() {
        long before = draw().revision();
        lectern.lead("lab/surface?objective=beale&run=adam(lr=0.1)");
        assertThat(ink().strokes()).isEmpty();
        assertThat(ink().aim()).isEmpty();
        assertThat(ink().revision()).as("so that all are told").isGreaterThan(before);
        draw();
        lectern.lead(TRAINING);
        assertThat(ink().strokes()).isEmpty();
    }

    @Test
    void anotherRateOrAQuestionOnTheSameSurfaceLeavesIt() {
        draw();
        lectern.lead(SurfaceExperiment.initial().withRate(0, 0.1));
        lectern.play(new Scene.Playback(3, false, 1, ""));
        lectern.ask(new Question.Winner());
        assertThat(ink().strokes()).hasSize(2);
    }

    @Test
    void aNextStepOfALessonBeginsWithAPlotOnWhichNothingIsDrawn() {
        SurfaceExperiment initial = SurfaceExperiment.initial();
        lectern.stage(initial);
        draw();
        lectern.stage(initial);
        assertThat(ink().strokes()).as("the same once more").hasSize(2);
        lectern.stage(initial.withRate(0, 0.1));
        assertThat(ink().strokes()).isEmpty();
    }

    /** In epochs and losses, which mean the same whatever the rates are. */
    @Test
    void theChartOfATrainingIsDrawnOnToo() {
        lectern.lead(TRAINING);
        draw();
        lectern.lead(TRAINING.replace("0.01", "0.1"));
        assertThat(ink().strokes()).hasSize(2);
        assertThatThrownBy(() -> hand.look("a", List.of(0.0, 1.0, 0.0, 1.0)))
                .isInstanceOf(ClassroomException.class)
                .hasMessageContaining("a race's plot");
        lectern.lead("lab/training?data=zipf-text&run=sgd(lr=0.01)");
        assertThat(ink().strokes()).as("other losses").isEmpty();
    }

    @Test
    void aMatrixHasNoPlaces() {
        lectern.lead("lab/spectrum?matrix=2,1;1,3");
        assertThatThrownBy(() -> hand.aim("a", new Point(0, 0)))
                .isInstanceOf(ClassroomException.class)
                .hasMessageContaining("plot of a race");
        assertThatThrownBy(() -> hand.draw("a/1", 0, List.of(1.0, 2.0))).isInstanceOf(ClassroomException.class);
        hand.rest("a");
        hand.wipe();
        assertThat(ink().strokes()).isEmpty();
    }

    @Test
    void aClosedRoomRefuses() {
        draw();
        lectern.close();
        for (Runnable deed : List.<Runnable>of(
                () -> hand.aim("a", new Point(0, 0)), () -> hand.draw("b/1", 0, List.of(1.0, 2.0)), hand::undo, hand::wipe)) {
            assertThatThrownBy(deed::run).isInstanceOf(ClassroomException.class).hasMessageContaining("closed");
        }
        assertThat(ink().strokes()).hasSize(2);
    }

    @Test
    void thePlotIsFullAtItsLimitAndTellsIt() {
        for (int i = 0; i < Ink.MOST_STROKES; i++) {
            hand.draw("a/" + i, 0, List.of(1.0, 2.0));
        }
        assertThatThrownBy(() -> hand.draw("a/more", 0, List.of(1.0, 2.0)))
                .isInstanceOf(ClassroomException.class)
                .hasMessageContaining("60 strokes at most");
        hand.undo();
        hand.draw("a/more", 0, List.of(1.0, 2.0));
        assertThat(ink().strokes().getLast().id()).isEqualTo("a/more");
    }

    @Test
    void neitherPagesNorTheDiskHearOfIt() {
        Room room = lectern.room();
        Board board = room.board();
        Instant used = room.used();
        long commits = room.stage().number();
        List<Topic> told = new ArrayList<>();
        for (Topic topic : List.of(Topic.BOARD, Topic.CLASS)) {
            room.listen(topic, () -> told.add(topic));
        }
        application.fail(FailingSource.Way.AWAY);
        draw();
        hand.undo();
        application.fail(FailingSource.Way.NOT);
        assertThat(told).isEmpty();
        assertThat(room.board()).isEqualTo(board);
        assertThat(room.used()).isEqualTo(used);
        assertThat(room.stage().number()).isEqualTo(commits);
    }

    @Test
    void whoFollowsIsWokenByIt() throws Exception {
        Room room = lectern.room();
        Shown first = room.awaitShown(-1, -1, Duration.ZERO).orElseThrow();
        CompletableFuture<Optional<Shown>> next = CompletableFuture.supplyAsync(() -> {
            try {
                return room.awaitShown(first.scene().revision(), first.ink().revision(), Duration.ofSeconds(20));
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        hand.draw("a/1", 0, List.of(1.0, 2.0));
        Shown shown = next.get(10, TimeUnit.SECONDS).orElseThrow();
        assertThat(shown.ink().strokes()).hasSize(1);
        assertThat(shown.scene().revision()).as("the scene is what it was").isEqualTo(first.scene().revision());
    }
}
