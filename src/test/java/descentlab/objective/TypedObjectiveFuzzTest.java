package descentlab.objective;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.notation.ExpressionException;
import descentlab.fuzz.Texts;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is typed: read, or refused by the parser's own exception at a place within the text. */
class TypedObjectiveFuzzTest {

    private static final double[] PLACES = {-5, -2, 0, 0, 1, 2.5, 1e6, -1e6, 1e-300, 3};

    @Provide
    Arbitrary<String> typed() {
        return Texts.about(
                List.of("x1", "x2", "x3", "pi", "e", "1", "0", ".5", "2.", "1e-3", "1e400", "1e", "+", "-", "*", "/", "^",
                        "(", ")", ",", " ", "sin(", "log(", "sqrt(", "min(", "max(", "asin(", "tanh(", "abs", "E", "\t", "=", "[", "\"", "$"),
                List.of("0.1*x1^2+2*x2^2", "sin(x1)*cos(x2)", "(1-x1)^2+100*(x2-x1^2)^2", "max(x1,min(x2,3),1e-3)",
                        "x1^x2^-x1", "log(sqrt(x1+6))/x2", "-x1^-2", "asin(x1/9)^0.5", "exp(-(x1^2+x2^2))", "tan(pi/2)"));
    }

    @Property(tries = 3_000, seed = "11")
    void isReadOrRefusedWithinTheText(@ForAll("typed") String text) {
        TypedObjective f;
        try {
            f = TypedObjective.parse(text);
        } catch (ExpressionException refused) {
            assertThat(refused.position()).isBetween(0, text.length());
            assertThat(refused.allowed()).isNotBlank();
            return;
        }
        assertThat(text).hasSizeLessThanOrEqualTo(TypedObjective.LONGEST);
        NamedObjective named = Objectives.of(f);
        assertThat(named.formula()).isNotBlank();
        assertThat(named.minima()).allMatch(point -> Double.isFinite(point.x1()) && Double.isFinite(point.x2()));
        for (int i = 0; i < PLACES.length; i += 2) {
            double value = f.value(PLACES[i], PLACES[i + 1]);
            double[] g = new double[2];
            f.valueAndGradient(PLACES[i], PLACES[i + 1], g);
            boolean finite = Math.abs(value) + Math.abs(g[0]) + Math.abs(g[1]) <= Double.MAX_VALUE;
            assertThat(f.undefinedAt(PLACES[i], PLACES[i + 1]).isEmpty()).isEqualTo(finite);
        }
    }

    @Property(tries = 1_000, seed = "12")
    void whatIsPrintedReadsBackEqual(@ForAll("typed") String text) {
        TypedObjective f;
        try {
            f = TypedObjective.parse(text);
        } catch (ExpressionException refused) {
            return;
        }
        if (f.text().length() > TypedObjective.LONGEST) {
            return; // numbers such as 1e20 may be written longer than they were typed
        }
        TypedObjective again = TypedObjective.parse(f.text());
        assertThat(again).isEqualTo(f);
        assertThat(Double.compare(again.value(0.5, 1.5), f.value(0.5, 1.5))).isZero();
    }
}
