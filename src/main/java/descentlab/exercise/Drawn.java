package descentlab.exercise;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** A question whose numbers are drawn, and may be drawn badly. */
interface Drawn {

    /** Known mistakes lead to something that differs by more than this share. */
    double APART = 0.01;

    /** More than enough. */
    int MOST_DRAWS = 1000;

    /** Whether a known mistake leads so near to the right answer that the answer would not tell one from the other. */
    boolean unclear();

    /**
     * Questions that are clear, drawn again where they are not. A draw that is clear stays what it always was, and takes
     * of the source what it always took, so that nobody's questions change but the unclear ones.
     */
    static List<Part> clear(Random random, Function<Random, List<Part>> draw) {
        List<Part> drawn = draw.apply(random);
        Random again = new Random(drawn.getFirst().task().prompt().hashCode());
        for (int i = 0; i < MOST_DRAWS && drawn.stream().anyMatch(Drawn::isUnclear); i++) {
            drawn = draw.apply(again);
        }
        return drawn;
    }

    /** One question that is clear. */
    static Part one(Random random, Function<Random, Part> draw) {
        return clear(random, source -> List.of(draw.apply(source))).getFirst();
    }

    private static boolean isUnclear(Part part) {
        return part instanceof Drawn question && question.unclear();
    }
}
