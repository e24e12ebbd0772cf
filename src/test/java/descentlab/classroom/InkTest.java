package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.objective.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pointer and pen show, and what a browser is told of it. */
class InkTest {

    private static List<Double> places(double... places) {
        return Arrays.stream(places).boxed().toList();
    }

    private static List<Double> many(int points) {
        return Collections.nCopies(2 * points, 0.5);
    }

    @Test
    void aStrokeIsBegunDrawnOnUndoneAndWiped() {
        Ink one = Ink.NONE.drawn("a/1", 0, places(1, 2));
        Ink two = one.drawn("a/1", 1, places(3, 4, 5, 6)).drawn("a/2", 0, places(7, 8));
        assertThat(two.strokes())
                .containsExactly(
                        new Ink.Stroke("a/1", places(1, 2, 3, 4, 5, 6)), new Ink.Stroke("a/2", places(7, 8)));
        assertThat(two.revision()).isEqualTo(3);
        assertThat(two.undone().strokes()).hasSize(1);
        assertThat(two.wiped().strokes()).isEmpty();
        assertThat(two.wiped().revision()).isGreaterThan(two.revision());
        assertThat(Ink.NONE.wiped()).isSameAs(Ink.NONE);
        assertThat(Ink.NONE.undone()).isSameAs(Ink.NONE);
    }

    @Test
    void whatIsDrawnTwiceIsThereOnceAndWhatWasWipedMeanwhileStaysSo() {
        Ink ink = Ink.NONE.drawn("a/1", 0, places(1, 2, 3, 4));
        assertThat(ink.drawn("a/1", 0, places(1, 2, 3, 4))).isSameAs(ink);
        assertThat(ink.drawn("a/1", 1, places(3, 4, 5, 6)).strokes().getFirst().places()).isEqualTo(places(1, 2, 3, 4, 5, 6));
        assertThat(ink.drawn("a/1", 3, places(9, 9))).as("a gap").isSameAs(ink);
        assertThat(ink.wiped().drawn("a/1", 2, places(5, 6)).strokes()).isEmpty();
    }

    @Test
    void aPlotBearsOnlySoMuch() {
        Ink full = Ink.NONE;
        for (int i = 0; i < Ink.MOST_STROKES; i++) {
            full = full.drawn("a/" + i, 0, places(i, i));
        }
        Ink strokes = full;
        assertThatThrownBy(() -> strokes.drawn("a/more", 0, places(0, 0)))
                .isInstanceOf(ClassroomException.class)
                .hasMessageContaining("60 strokes");
        assertThat(strokes.drawn("a/0", 1, places(1, 1)).strokes()).hasSize(Ink.MOST_STROKES);
        Ink points = Ink.NONE.drawn("a/1", 0, many(Ink.MOST_POINTS - 1));
        assertThat(points.drawn("a/1", Ink.MOST_POINTS - 1, places(1, 1)).strokes()).hasSize(1);
        assertThatThrownBy(() -> points.drawn("a/2", 0, places(1, 1, 2, 2)))
                .isInstanceOf(ClassroomException.class)
                .hasMessageContaining("2500 points");
    }

    @Test
    void aHandThatRestsTakesAwayItsOwnPointerAlone() {
        Ink a = Ink.NONE.aimed("a", Optional.of(new Point(1, 2)));
        Ink b = a.aimed("b", Optional.of(new Point(3, 4)));
        assertThat(b.aimed("a", Optional.empty())).isSameAs(b);
        assertThat(b.aimed("b", Optional.empty()).aim()).isEmpty();
        assertThat(a.aimed("a", Optional.of(new Point(1, 2)))).as("is news also at rest").isNotEqualTo(a);
    }

    @Test
    void aViewIsOfItsPlotAndStaysWhileItIsDrawnOn() {
        Ink close = Ink.NONE.drawn("a/1", 0, places(1, 2)).looked(places(0, 1, -1, 1));
        assertThat(close.looked(places(0, 1, -1, 1))).isSameAs(close);
        assertThat(close.undone().aimed("a", Optional.of(new Point(0, 0))).view()).isEqualTo(places(0, 1, -1, 1));
        assertThat(InkFrame.of("f", close, Optional.of(close)).view()).as("of who reads slowly too").isEqualTo(places(0, 1, -1, 1));
        assertThat(close.looked(List.of()).view()).isEmpty();
        assertThat(close.another().view()).isEmpty();
    }

    static Stream<Runnable> nonsense() {
        return Stream.of(
                () -> new Command.Aim("a", new Point(Double.NaN, 0)),
                () -> new Command.Aim("a", new Point(0, Double.NEGATIVE_INFINITY)),
                () -> new Command.Aim("", new Point(0, 0)),
                () -> new Command.Aim(null, null),
                () -> new Command.Aim("a".repeat(61), null),
                () -> new Command.Look("a", List.of()),
                () -> new Command.Look("", places(0, 1, 0, 1)),
                () -> new Command.Look("a", places(0, 1, 0)),
                () -> new Command.Look("a", places(1, 1, 0, 1)),
                () -> new Command.Look("a", places(0, 1, 2, 1)),
                () -> new Command.Look("a", places(0, Double.POSITIVE_INFINITY, 0, 1)),
                () -> new Command.Look("a", Arrays.asList(0.0, null, 0.0, 1.0)),
                () -> new Command.Pen("a", 0, List.of()),
                () -> new Command.Pen("a", 0, null),
                () -> new Command.Pen("a", 0, List.of(1.0)),
                () -> new Command.Pen("a", 0, List.of(1.0, Double.POSITIVE_INFINITY)),
                () -> new Command.Pen("a", 0, Arrays.asList(1.0, null)),
                () -> new Command.Pen("a", 0, many(101)),
                () -> new Command.Pen("a", -1, places(1, 2)),
                () -> new Command.Pen("a", Integer.MAX_VALUE, places(1, 2)),
                () -> new Command.Pen("", 0, places(1, 2)));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseIsRefused(Runnable made) {
        assertThatThrownBy(made::run).isInstanceOf(ClassroomException.class);
    }

    /** What a browser makes of what it is told. */
    private static final class Browser {

        private List<Ink.Stroke> strokes = new ArrayList<>();

        void hear(InkFrame frame) {
            List<Ink.Stroke> next = new ArrayList<>(strokes.subList(0, frame.keep()));
            for (InkFrame.Part part : frame.strokes()) {
                if (part.from() == 0) {
                    next.add(new Ink.Stroke(part.id(), part.points()));
                    continue;
                }
                int at = next.stream().map(Ink.Stroke::id).toList().indexOf(part.id());
                List<Double> longer = new ArrayList<>(next.get(at).places().subList(0, 2 * part.from()));
                longer.addAll(part.points());
                next.set(at, new Ink.Stroke(part.id(), longer));
            }
            strokes = next;
        }
    }

    @Test
    void aBrowserThatIsToldOnlyWhatIsNewHasAllOfIt() {
        Random random = new Random(3);
        Ink ink = Ink.NONE;
        Ink told = null;
        Browser browser = new Browser();
        int count = 0;
        for (int i = 0; i < 5000; i++) {
            int points = ink.strokes().isEmpty() ? 0 : ink.strokes().getLast().points();
            ink = switch (random.nextInt(12)) {
                case 0, 1 -> ink.strokes().size() < 10 ? ink.drawn("a/" + ++count, 0, places(count, i)) : ink.wiped();
                case 2 -> ink.undone();
                case 3 -> random.nextInt(5) == 0 ? ink.wiped() : ink;
                case 4 -> random.nextInt(20) == 0 ? ink.another() : ink;
                default -> points > 0 && points < 100 ? ink.drawn("a/" + count, points, places(i, count)) : ink;
            };
            if (random.nextInt(3) == 0) {
                browser.hear(InkFrame.of("f", ink, Optional.ofNullable(told)));
                told = ink;
                assertThat(browser.strokes).as("after %d", i).isEqualTo(ink.strokes());
            }
        }
        assertThat(count).isGreaterThan(500);
    }

    @Test
    void whatIsToldIsNoMoreThanWhatIsNew() {
        Ink before = Ink.NONE.drawn("a/1", 0, many(100)).drawn("a/2", 0, places(1, 2));
        assertThat(InkFrame.of("f", before.drawn("a/2", 1, places(3, 4)), Optional.of(before)))
                .isEqualTo(new InkFrame("f", null, 2, List.of(new InkFrame.Part("a/2", 1, places(3, 4))), List.of()));
        assertThat(InkFrame.of("f", before.aimed("a", Optional.of(new Point(1, 2))), Optional.of(before)))
                .isEqualTo(new InkFrame("f", new InkFrame.Aimed("a", places(1, 2)), 2, List.of(), List.of()));
    }

    @Test
    void whoComesLateSeesTheStrokesAndNoPointerThatMayBeGone() {
        Ink ink = Ink.NONE.drawn("a/1", 0, places(1, 2)).aimed("a", Optional.of(new Point(5, 6)));
        assertThat(InkFrame.of("f", ink, Optional.empty()))
                .isEqualTo(new InkFrame(
                        "f",
                        new InkFrame.Aimed("", List.of()),
                        0,
                        List.of(new InkFrame.Part("a/1", 0, places(1, 2))),
                        List.of()));
        Ink rests = ink.aimed("a", Optional.of(new Point(5, 6)));
        assertThat(InkFrame.of("f", rests, Optional.of(ink)).aim()).as("told again").isNotNull();
    }
}
