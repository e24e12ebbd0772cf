package descentlab.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.fuzz.Texts;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is pasted as a matrix: read, and then with a spectrum, or refused by the grammar's own exception. */
class MatrixTextFuzzTest {

    @Provide
    Arbitrary<String> matrices() {
        return Texts.about(
                List.of("1", "-2", ".5", "1e150", "1e-320", "1e151", "i", "2j", "1+2i", "(1-2j)", ",", ";", " ", "\t", "\n", "[", "]",
                        "array(", ")", "np.", "dtype=float64", "NaN", "inf", "0", "\u2212", "*"),
                List.of("2,1;1,3", "[[1, 2], [3, 4]]", "[1 2; 3 4]", "array([[1.+2.j, 0], [0, 1]], dtype=complex128)",
                        "1\t2\n3\t4", "1;2\n3;4", "1,2i,3;-i,4,5;0,0,1e-3", "[[ 1.  2.]\n [ 3. -4.]]", "1e150,1e150;1e150,1e150",
                        "0,1,0;0,0,1;1,0,0", "1,1e-160;1e160,1"));
    }

    @Property(tries = 3_000, seed = "31")
    void isReadBackEqualOrRefusedWithinTheText(@ForAll("matrices") String text) {
        ComplexMatrix matrix;
        try {
            matrix = MatrixText.parse(text);
        } catch (MalformedMatrix refused) {
            assertThat(refused.wanted()).isNotBlank();
            assertThat(refused.row()).isBetween(0, text.length());
            assertThat(refused.column()).isBetween(0, text.length());
            return;
        }
        assertThat(MatrixText.parse(MatrixText.print(matrix))).isEqualTo(matrix);
        Spectrum spectrum = Spectrum.of(matrix);
        assertThat(spectrum.values()).hasSize(matrix.size()).noneMatch(value -> value.isNaN() || value.isInfinite());
        Condition.of(matrix, spectrum);
    }

    @Property(tries = 3_000, seed = "32")
    void aNumberIsReadBackEqualOrNone(@ForAll("matrices") String text) {
        ComplexText.parse(text)
                .ifPresent(number -> assertThat(ComplexText.parse(ComplexText.print(number)).orElseThrow().add(0))
                        .isEqualTo(number.add(0)));
    }
}
