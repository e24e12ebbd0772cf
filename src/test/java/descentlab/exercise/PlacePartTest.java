package descentlab.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import descentlab.exercise.Verdict.Mark;
import descentlab.exercise.Verdict.Result;
import descentlab.linalg.ComplexMatrix;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eigenvalues placed rightly, wrongly and absurdly. */
class PlacePartTest {

    private static final Assignment TASK = new Assignment("place", "Place", "?", List.of(), "");

    /** Eigenvalues 1 +- 2i and 6; discs about 2 and 0 with radii 5 and 1, and about 6 with radius 1. */
    private static final PlacePart PART = new PlacePart(
            TASK,
            ComplexMatrix.rows(new double[] {2, -5, 0}, new double[] {1, 0, 0}, new double[] {0, 1, 6}),
            List.of(new Complex(1, 2), new Complex(1, -2), new Complex(6)));

    private static List<Result> results(Verdict verdict) {
        return verdict.marks().stream().map(Mark::result).toList();
    }

    @Test
    void anyOrderAndAnyNotationIsRight() {
        assertThat(PART.check(Answer.of("6", "1-2i", "1+2i")).isRight()).isTrue();
        assertThat(PART.check(Answer.of("1 - 2j", "6.0", "(1+2i)")).isRight()).isTrue();
        assertThat(PART.check(Answer.of("1+2.01i", "1−2i", "5.99")).isRight()).isTrue();
        assertThat(PART.check(Answer.of("2i+1", "-2i + 1", "λ=6")).isRight()).isTrue();
        assertThat(PART.check(Answer.of("1±2i", "6", "1±2i")).isRight()).isTrue();
        assertThat(PART.check(Answer.of("", "6", "1±2i")).isRight()).isTrue();
        assertThat(PART.check(Answer.of("1", "6", "1±2i")).counts()).isFalse();
        assertThat(PART.check(Answer.of("1+i2", "1-i*2", "6")).isRight()).isTrue();
    }

    @Test
    void eachEigenvalueIsThereOnce() {
        Verdict twice = PART.check(Answer.of("1+2i", "1+2i", "6"));
        assertThat(results(twice)).containsExactlyInAnyOrder(Result.RIGHT, Result.WRONG, Result.RIGHT);
        assertThat(twice.message()).contains("2 of 3 in place").contains("pairs");
    }

    @Test
    void eachMarkerIsToldWhatIsWrongWithIt() {
        Verdict verdict = PART.check(Answer.of("1+1.5i", "1-1.5i", "9"));
        assertThat(verdict.marks().get(0).note()).contains("real part is right");
        assertThat(verdict.marks().get(2).note()).contains("Outside every disc");
        assertThat(verdict.message()).contains("trace, $8$").contains("add up to $11$");
        assertThat(PART.check(Answer.of("1.5+2i", "1-2i", "6")).marks().getFirst().note()).contains("Close");
        assertThat(PART.check(Answer.of("2", "0", "6")).message()).contains("product");
    }

    @Test
    void whatLiesFarOutsideIsPairedAllTheSame() {
        assertThat(results(PART.check(Answer.of("1e100", "6", "1+2i"))))
                .containsExactly(Result.WRONG, Result.RIGHT, Result.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two", "<script>", "1+", "i2", "1e999", "NaN", "sqrt(2)", "1+2i+3"})
    void whatIsNoPlaceIsMarkedAndDoesNotCount(String text) {
        Verdict verdict = PART.check(Answer.of("6", text, "1+2i"));
        assertThat(verdict.counts()).isFalse();
        assertThat(verdict.marks().get(1).note()).contains("such as 2");
        assertThat(PART.check(Answer.of("6")).counts()).isFalse();
    }

    @Test
    void aQuestionNeedsAsManyValuesAsRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlacePart(TASK, PART.matrix(), List.of(Complex.ONE)));
    }
}
