package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.account.TeacherId;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A matrix that a class is shown. */
class LedSpectrumTest {

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

    private static String matrix(String text) {
        return "/lab/spectrum?matrix=" + text;
    }

    @Test
    void itHasDataInPlaceOfARun() {
        lectern.lead(matrix("2,1;1,3"));
        assertThat(scene().led()).isInstanceOf(SpectrumExperiment.class);
        assertThat(scene().field()).isEqualTo(scene().led().query()).contains("2,1");
        assertThat(scene().run()).isEqualTo("api/spectrum.json?" + scene().led().query());
        Scene before = scene();
        lectern.renew();
        assertThat(scene()).as("its data are always there").isEqualTo(before);
    }

    @Test
    void aMatrixInPlaceOfAnotherIsToldByTheStreamAlone() {
        lectern.lead(matrix("2,1;1,3"));
        AtomicInteger boards = new AtomicInteger();
        AtomicInteger scenes = new AtomicInteger();
        lectern.room().listen(Topic.BOARD, boards::incrementAndGet);
        lectern.room().listen(Topic.SCENE, scenes::incrementAndGet);
        Shown before = lectern.room().shown();
        for (String next : List.of("2,1;1,4", "2,1;1,5", "2,1,0;1,5,0;0,0,1")) {
            lectern.lead(Lectern.experiment(matrix(next)), "window 1");
        }
        assertThat(before.topic(lectern.room().shown())).isEqualTo(Topic.SCENE);
        assertThat(boards).hasValue(0);
        assertThat(scenes).hasValue(3);
        assertThat(scene().led().query()).contains("2,1,0");
        lectern.lead(SurfaceExperiment.initial());
        assertThat(boards).as("a race is another page").hasValue(1);
    }

    @Test
    void itSaysWhoseHandMadeItAndALinkIsNobodys() {
        lectern.lead(matrix("2,1;1,3"));
        assertThat(scene().hand()).isEmpty();
        lectern.lead(Lectern.experiment(matrix("2,1;1,4")), "window 1");
        assertThat(scene().hand()).isEqualTo("window 1");
        lectern.lead(matrix("2,1;1,5"));
        assertThat(scene().hand()).isEmpty();
        assertThatThrownBy(() -> lectern.lead(Lectern.experiment(matrix("2,1;1,6")), "x".repeat(41)))
                .isInstanceOf(ClassroomException.class)
                .hasMessage("A window's name has 40 characters at most.");
        assertThat(scene().led().query()).contains("1,5");
    }

    @Test
    void whatIsNoMatrixOrTooLongForALinkIsNotShown() {
        Scene before = scene();
        for (String bad : List.of("", "1,2", "1,2;3", "a,b;c,d", "NaN", "1e999", "0,".repeat(9) + "0")) {
            assertThatThrownBy(() -> lectern.lead(matrix(bad))).as(bad).isInstanceOf(ClassroomException.class);
        }
        String row = IntStream.range(0, 8)
                .mapToObj(i -> "0.12345678901234567+0.12345678901234567i".replace("+", "%2B"))
                .collect(Collectors.joining(","));
        String long8 = IntStream.range(0, 8)
                .mapToObj(i -> row.replace("0.1", "-1234567890123.4"))
                .collect(Collectors.joining(";"));
        assertThatThrownBy(() -> lectern.lead(matrix(long8)))
                .isInstanceOf(ClassroomException.class)
                .hasMessageContaining("4000");
        assertThat(scene()).isEqualTo(before);
    }

    @Test
    void oneGoesBackFromItToTheRaceWhereThatWas() {
        lectern.play(new Scene.Playback(7, false, 1, ""));
        lectern.lead(matrix("2,1;1,3"));
        lectern.lead(Lectern.experiment(matrix("2,1;1,4")), "window 1");
        assertThat(lectern.room().board().aside()).isTrue();
        lectern.back();
        assertThat(scene().led()).isEqualTo(SurfaceExperiment.initial());
        assertThat(scene().step()).isEqualTo(7);
    }

    @Test
    void itsWayFromTheDiagonalIsLedWithItAndEndsWithIt() {
        lectern.homotopy(0.5, "7");
        assertThat(scene().away()).as("of a race there is no such way").isZero();
        lectern.lead(matrix("2,1;1,3"));
        lectern.homotopy(0.25, "7");
        assertThat(scene().away()).isEqualTo(0.75);
        assertThat(scene().hand()).isEqualTo("7");
        lectern.lead(Lectern.experiment(matrix("2,1;1,4")), "7");
        assertThat(scene().away()).as("while an entry is dragged").isEqualTo(0.75);
        for (double bad : new double[] {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> lectern.homotopy(bad, "7")).isInstanceOf(ClassroomException.class);
        }
        lectern.back();
        lectern.lead(matrix("2,1;1,3"));
        assertThat(scene().away()).isZero();
    }

    @Test
    void noQuestionIsAskedAndNothingTriedOfIt() {
        lectern.lead(matrix("2,1;1,3"));
        assertThatThrownBy(() -> lectern.ask(new Question.Winner()))
                .isInstanceOf(ClassroomException.class)
                .hasMessage("This question needs a race on a surface; a matrix is shown.");
        TryTask task = TryTask.of(TryTask.Vary.RATE, SurfaceExperiment.initial(), 0);
        assertThatThrownBy(() -> lectern.tryOut(task))
                .isInstanceOf(ClassroomException.class)
                .hasMessage("Trying needs a race on a surface; a matrix is shown.");
        lectern.lead(SurfaceExperiment.initial());
        lectern.ask(new Question.Winner());
        Scene asked = scene();
        assertThatThrownBy(() -> lectern.lead(matrix("2,1;1,3")))
                .isInstanceOf(ClassroomException.class)
                .hasMessageContaining("A question is open");
        assertThat(scene()).isEqualTo(asked);
    }

    @Test
    void itIsThereAfterARestart() {
        lectern.lead(matrix("2,1;1,3"));
        lectern.lead(Lectern.experiment(matrix("2,1;1,4+1i".replace("+", "%2B"))), "window 1");
        Scene before = scene();
        RoomCode code = lectern.room().code();
        application.close();
        application = RoomsOnly.start(home, "");
        lectern = application.rooms().lectern(teacher, code);
        assertThat(scene().led()).isEqualTo(before.led());
        assertThat(scene().run()).isEqualTo(before.run());
        assertThat(scene().field()).isEqualTo(before.field());
    }
}
