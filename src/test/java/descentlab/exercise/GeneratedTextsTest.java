package descentlab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.linalg.GerschgorinDisc;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What drawn questions say in their solutions is so, whatever was drawn. */
class GeneratedTextsTest {

    private static final int SEEDS = 300;

    /** A TeX command runs on until something that is no letter: a letter behind it has to stand off. */
    private static final Pattern SIGN_AND_LETTER = Pattern.compile("\\\\pm[a-z]");

    private static final Pattern EQUATION =
            Pattern.compile("\\\\lambda\\^2-([\\d.]+)\\\\lambda\\+([\\d.]+)=0");
    private static final Pattern BEGUN = Pattern.compile("([\\d.]+)\\\\ldots");

    @Test
    void theSolutionOfThePlacesNamesADiscThatIsEmptyAndOnlyThen() {
        LongStream.range(0, SEEDS).forEach(seed -> {
            PlacePart part = Gerschgorin.EXERCISE.parts(seed).stream()
                    .filter(PlacePart.class::isInstance)
                    .map(PlacePart.class::cast)
                    .findFirst()
                    .orElseThrow();
            String solution = part.task().solution();
            assertThat(SIGN_AND_LETTER.matcher(solution).find()).as(solution).isFalse();
            boolean oneIsEmpty = false;
            for (GerschgorinDisc disc : GerschgorinDisc.ofRows(part.matrix())) {
                boolean empty = part.values().stream().allMatch(value -> disc.outside(value) > 1e-6);
                oneIsEmpty |= empty;
                if (!empty) {
                    assertThat(solution).doesNotContain("row " + (disc.index() + 1) + "'s disc holds none");
                }
            }
            assertThat(solution.contains("holds none")).as(solution).isEqualTo(oneIsEmpty);
        });
    }

    @Test
    void digitsBeforeDotsAreTheFirstOfTheNumber() {
        int hardest = 5 * (Bowl.HARDEST - 1);
        LongStream.range(0, SEEDS).forEach(seed -> {
            String solution = Drills.part(seed, hardest).task().solution();
            Matcher equation = EQUATION.matcher(solution);
            assertThat(equation.find()).as(solution).isTrue();
            double trace = Double.parseDouble(equation.group(1));
            double det = Double.parseDouble(equation.group(2));
            Matcher begun = BEGUN.matcher(solution);
            int found = 0;
            while (begun.find()) {
                BigDecimal digits = new BigDecimal(begun.group(1));
                double from = digits.doubleValue();
                double to = digits.add(digits.ulp()).doubleValue();
                // The root of the characteristic polynomial lies between these digits and the next.
                assertThat(value(from, trace, det) * value(to, trace, det)).as(solution).isNegative();
                found++;
            }
            assertThat(found).isEqualTo(2);
        });
    }

    private static double value(double x, double trace, double det) {
        return x * x - trace * x + det;
    }
}
