package descentlab.rule;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.fuzz.Texts;
import descentlab.notation.ExpressionException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands for a rule: read and run as its assignments say, or refused at a place within the text. */
class RuleFuzzTest {

    private static final int[] TENSORS = {2, 3};

    @Provide
    Arbitrary<String> rules() {
        return Texts.about(
                List.of("x", "g", "t", "lr", "s", "v", "=", "x=", "s=", ";", "1", "0", ".5", "1e-3", "1e400", "+", "-", "*", "/",
                        "^", "^2", "(", ")", ",", " ", "<", ">=", "!=", "==", "where(", "first(", "sum(", "allnorm(", "sqrt(", "sign(",
                        "min(", "state ", "param ", "pi", "\n", "x=x-lr*g;", "state s=1;", "param a=2;", "a", "\"", "$"),
                List.of("s=s+g^2;x=x-lr*g/sqrt(s+1e-6)", "state p=1;p=p*0.9;v=0.9*v+0.1*g;x=x-lr*v/(1-p)",
                        "d=g/max(1,allnorm(g));x=x-lr*d*norm(x)/norm(d)", "x=x-lr*where(g>x,g^3,-g)+min(g,x,0.1)",
                        "param a=0.5;v=first(g,a*v+g);x=x-lr*v", "x=x-lr*t*sign(g)/log(t+1)-pi*mean(g)"));
    }

    @Property(tries = 6_000, seed = "31")
    void isRunAsItSaysOrRefusedWithinTheText(@ForAll("rules") String text) {
        Rule rule;
        try {
            rule = Rule.parse(text);
        } catch (ExpressionException refused) {
            assertThat(refused.position()).isBetween(0, text.length());
            assertThat(refused.allowed()).isNotBlank();
            return;
        }
        assertThat(text).hasSizeLessThanOrEqualTo(Rule.LONGEST);
        if (rule.text().length() <= Rule.LONGEST) {
            Rule again = Rule.parse(rule.text());
            assertThat(again).isEqualTo(rule);
            assertThat(again.text()).isEqualTo(rule.text());
        }
        assertThat(rule.tex()).isNotBlank();
        double[] parameters =
                rule.parameters().stream().mapToDouble(Rule.Parameter::initial).toArray();
        Update update = new Update(rule, parameters, TENSORS);
        RuleReference reference = new RuleReference(rule, parameters, TENSORS);
        double[] x = {1, -2, 0.5};
        double[] expected = x.clone();
        double[][] gradients = {{0.5, 0, -3}, {1e-3, 2, -0.0}, {-1, 1e200, 4}};
        for (int t = 1; t <= gradients.length; t++) {
            double[] rates = new double[x.length];
            update.step(0.1, t, x, gradients[t - 1], rates);
            expected = reference.step(0.1, t, expected, gradients[t - 1]);
            if (!text.contains("^")) {
                assertThat(x).containsExactly(expected);
            }
        }
        new FloatUpdate(rule, parameters, TENSORS).step(0.1, 1, new double[3], new double[] {1, 0, -2}, new double[3]);
    }
}
