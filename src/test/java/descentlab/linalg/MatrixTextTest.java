package descentlab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTextTest {

    @ParameterizedTest
    @CsvSource({
        "2,2,0", "-1.5e-3,-0.0015,0", "i,0,1", "-i,0,-1", "1+2i,1,2", "1-i,1,-1", "1e-3-2i,0.001,-2", "2j,0,2",
        "(1+2j),1,2", "1.+0.j,1,0", ".5,0.5,0", "2*i,0,2", "+3,3,0", "1 2i,1,2", "1 + 2i,1,2", "1e 3,1000,0",
        "\u22121,-1,0", "-0,0,0", "1e2+1e-2i,100,0.01", "0-2.5e1j,0,-25", "1e150,1e150,0", "1/4,0.25,0", "\u2212\u00bd,-0.5,0"
    })
    void readsNumbers(String text, double re, double im) {
        Complex number = ComplexText.parse(text).orElseThrow();
        assertThat(number.getRealPart() + 0.0).isEqualTo(re);
        assertThat(number.getImaginaryPart() + 0.0).isEqualTo(im);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "x", "NaN", "Infinity", "-inf", "1e308", "1e151", "1e999999", "1..2", "1+", "1+2", "1.5.5i",
                "ii", "2i+1", "--1", "1,2", "0x10", "1e", "()", "1_000", "\u0663", "1d", "1f", "e5"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThat(ComplexText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2;3,4",
                " 1 , 2 ; 3 , 4 ; ",
                "1 2;3 4",
                "[1 2; 3 4]",
                "[1, 2; 3, 4];",
                "[1 2\n3 4]",
                "[[1, 2], [3, 4]]",
                "[[1,2],[3,4]]",
                "array([[1, 2],\n       [3, 4]])",
                "np.array([[1., 2.], [3., 4.]], dtype=float64)",
                "numpy.array([[1, 2], [3, 4]])",
                "matrix([[1, 2],\n [3, 4]])",
                "[[1. 2.]\n [3. 4.]]",
                "[[1.+0.j 2.+0.j]\n [3.+0.j 4.+0.j]]",
                "1,2\n3,4",
                "1,2\r\n3,4\r\n",
                "1\t2\n3\t4",
                "1;2\n3;4",
                "1 2\n3 4",
                "1,2;\n3,4;"
            })
    void readsPastes(String text) {
        assertThat(MatrixText.parse(text)).isEqualTo(ComplexMatrix.rows(new double[] {1, 2}, new double[] {3, 4}));
    }

    @Test
    void readsSpacedComplexEntries() {
        ComplexMatrix expected = MatrixText.parse("1+2i,3;-i,4-0.5i");
        assertThat(MatrixText.parse("[1 + 2i 3; -i 4 - 0.5i]")).isEqualTo(expected);
        assertThat(MatrixText.parse("[1+2i 3\n -1i 4-.5i]")).isEqualTo(expected);
        assertThat(MatrixText.parse("1 2i,3;-i,4-0.5i")).isEqualTo(expected);
        assertThat(MatrixText.parse("[[ 1.+2.j  3.+0.j]\n [-0.-1.j  4.-0.5j]]")).isEqualTo(expected);
    }

    @Test
    void printsTheShortestTextThatReadsBack() {
        assertThat(MatrixText.parse("2.0,1;1e0,3").toString()).isEqualTo("2,1;1,3");
        assertThat(MatrixText.parse("1+2i,-i;0,1e-20-2.5i").toString()).isEqualTo("1+2i,-i;0,1e-20-2.5i");
        Random random = new Random(1);
        for (int run = 0; run < 500; run++) {
            int n = 1 + random.nextInt(8);
            ComplexMatrix matrix = ComplexMatrix.of(n, (i, j) -> new Complex(any(random), any(random)));
            assertThat(MatrixText.parse(matrix.toString())).isEqualTo(matrix);
        }
    }

    private static double any(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(21) - 10;
            case 2 -> random.nextGaussian();
            default -> {
                double bits = Double.longBitsToDouble(random.nextLong());
                yield Math.abs(bits) <= ComplexText.LARGEST ? bits + 0.0 : 0.1;
            }
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2;3,x|2|2|\"x\"",
                "1,;3,4|1|2|nothing",
                "NaN,0;0,1|1|1|\"NaN\"",
                "1,0;0,1e308|2|2|\"1e308\"",
                "1,2;3|2|0|1 entry",
                "1,2,3;4,5,6|1|0|3 entries",
                "hello|1|1|\"hello\"",
                "[[1,2],[3,4]|0|0|brackets that do not pair up to rows",
                "[1 2; 3 4|0|0|an opening bracket without its closing one"
            })
    void saysWhereItGoesWrong(String text, int row, int column, String came) {
        MalformedMatrix mistake = catchThrowableOfType(MalformedMatrix.class, () -> MatrixText.parse(text));
        assertThat(mistake.row()).isEqualTo(row);
        assertThat(mistake.column()).isEqualTo(column);
        assertThat(mistake.came()).isEqualTo(came);
        assertThat(mistake.allowed()).isNotBlank();
        assertThat(mistake.tooLarge()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "[]", "array([])", "[[]]", ";", ","})
    void refusesNothing(String text) {
        assertThatThrownBy(() -> MatrixText.parse(text)).isInstanceOf(MalformedMatrix.class);
    }

    @Test
    void refusesWhatIsTooLarge() {
        String row = "1,".repeat(199) + "1";
        String large = (row + ";").repeat(199) + row;
        MalformedMatrix mistake = catchThrowableOfType(MalformedMatrix.class, () -> MatrixText.parse(large));
        assertThat(mistake.tooLarge()).isTrue();
        assertThat(mistake.came()).isEqualTo("a matrix of 200x200");
        assertThat(mistake.allowed()).contains("8x8");
        assertThatThrownBy(() -> MatrixText.parse("1".repeat(2_000_000))).isInstanceOf(MalformedMatrix.class);
    }

    @Test
    void randomTextEitherReadsOrIsRefusedInWords() {
        String letters = "0123456789.+-eEij,;[]() \t\n*xNa\u0000\u221e";
        String[] pieces = {"1", "2.5", "-i", "1+2i", ",", ";", "\n", "\t", " ", "[", "]", "array(", ")", "NaN", "1e9"};
        Random random = new Random(2);
        for (int run = 0; run < 20_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(24); k >= 0; k--) {
                if (run % 2 == 0) {
                    text.append(letters.charAt(random.nextInt(letters.length())));
                } else {
                    text.append(pieces[random.nextInt(pieces.length)]);
                }
            }
            try {
                ComplexMatrix matrix = MatrixText.parse(text.toString());
                assertThat(MatrixText.parse(matrix.toString())).isEqualTo(matrix);
                Spectrum.of(matrix);
            } catch (MalformedMatrix mistake) {
                assertThat(mistake.getMessage()).isNotBlank();
            }
        }
    }
}
