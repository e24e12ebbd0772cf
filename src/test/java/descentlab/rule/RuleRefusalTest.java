package descentlab.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import descentlab.notation.ExpressionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that are refused: at which character, and with which words. */
class RuleRefusalTest {

    private static ExpressionException refusal(String text) {
        return assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> Rule.parse(text))
                .actual();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~                                  | 0  | an assignment such as",
                "x                                   | 1  | '=' after x",
                "x=                                  | 2  | a number",
                "x=x-lr*g;                           | -1 | ~~",
                "x=x-lr*q                            | 7  | There are x, g, t, lr",
                "x=x-lr*G                            | 7  | There are x, g, t, lr",
                "s=s+g                               | 5  | an assignment to x",
                "x=x-lr                              | 6  | the gradient g",
                "s=s+1;x=x-s;v=v+g                   | 17 | the gradient g",
                "state s=0;state s=1;x=x-s*g;s=s+g   | 16 | each name once",
                "param a=0;param a=1;x=x-a*g         | 16 | each name once",
                "param a=0;state a=1;x=x-a*g         | 16 | each name once",
                "param a=0;a=a+g;x=x-a               | 10 | a is a parameter",
                "state s=1;x=x-g                     | 6  | never is",
                "state s=1;x=x-s*g                   | 6  | never is",
                "state s=1;s=g;x=x-s                 | 6  | never asked",
                "state s=g;s=s+g;x=x-s               | 8  | a start made of numbers",
                "state s=s;s=s+g;x=x-s               | 8  | a start made of numbers",
                "param a=1+1;x=x-a*g                 | 8  | a number, as in param",
                "state x=1;x=x-g                     | 6  | another name",
                "g=0;x=x-g                           | 0  | g has a meaning of its own",
                "sqrt=g;x=x-sqrt                     | 0  | sqrt has a meaning of its own",
                "lr=1;x=x-lr*g                       | 0  | lr has a meaning of its own",
                "lr*g/sqrt(s)                        | 0  | an assignment, such as x = x - lr*g",
                "s+=g^2;x=x-s                        | 1  | s = s + ..., written out",
                "x=x-lr*g**2                         | 9  | ^ for powers",
                "x=x-lr*g\u00b2                      | 8  | powers are typed as in 3^2",
                "x=x-g 2                             | 6  | an operator",
                "x=x-2g                              | 5  | an operator",
                "x=x-g x=2                           | 6  | an operator",
                "x=(x-g                              | 6  | ')'",
                "x=x-g)                              | 5  | a ')' only after its '('",
                "x=where(g>0,g)                      | 13 | another argument of where",
                "x=where(g>0,g,1,2)                  | 15 | commas stand between the arguments of",
                "x=where(0<g<1,g,1)                  | 11 | one comparison",
                "x=sqrt(g,x)                         | 8  | commas stand between",
                "x=System.exit(g)                    | 2  | a name that the rule has",
                "x=x-g\"                             | 5  | letters, digits",
                "x=x-g;;x=x                          | 6  | an assignment such as",
                "x==g                                | 2  | a number",
                "x=x-g=2                             | 5  | an operator",
                "x=x-1e999*g                         | 4  | a number such as",
                "x=norm(norm(norm(norm(g))))         | 0  | up to 3 deep",
                "a=a+g;b=b+g;c=c+g;d=d+g;f=f+g;h=h+g;k=k+g;x=a+b+c+d+f+h+k | 36 | at most 6 things",
            })
    void isRefusedAtTheCharacter(String text, int position, String allowed) {
        if (position < 0) {
            assertThat(Rule.parse(text).text()).isEqualTo("x=x-lr*g");
            return;
        }
        ExpressionException refused = refusal(text);
        assertThat(refused.position()).as(refused.getMessage()).isEqualTo(position);
        assertThat(refused.getMessage()).contains(allowed);
    }

    @Test
    void whatIsNestedAThousandDeepIsRefusedWhereItIsTooDeep() {
        assertThat(refusal("x=x-" + "(".repeat(290) + "g" + ")".repeat(290)).position()).isEqualTo(44);
        assertThat(refusal("x=x-" + "(".repeat(1000) + "g" + ")".repeat(1000)).allowed())
                .isEqualTo("a rule of at most 600 characters");
        Rule.parse("x=x" + "-".repeat(400) + "g");
        Rule.parse("x=x-g" + "^g".repeat(12));
    }

    @Test
    void whatCostsTooMuchIsRefused() {
        assertThat(refusal("x=x-g" + "^g".repeat(14)).allowed()).contains("at most 500 additions");
    }

    @Test
    void namesOfParametersMayBeGiven() {
        Rule rule = Rule.parse("s=s+g^2;x=x-lr*g/sqrt(s+eps)", List.of("eps"));
        assertThat(rule.parameters()).hasSize(1);
        assertThat(rule.parameters().getFirst().declared()).isFalse();
        assertThat(rule.text()).isEqualTo("s=s+g^2;x=x-lr*g/sqrt(s+eps)");
        assertThat(Rule.parse("param eps=1;x=x-eps*g", List.of("eps")).parameters())
                .containsExactly(new Rule.Parameter("eps", 1));
        assertThat(refusalGiven("x=x-eps*g;eps=2", "eps").position()).isEqualTo(10);
        assertThat(refusalGiven("state eps=1;x=x-eps*g", "eps").position()).isEqualTo(6);
    }

    private static ExpressionException refusalGiven(String text, String name) {
        return assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> Rule.parse(text, List.of(name)))
                .actual();
    }

    @Test
    void blanksAndNeedlessBracketsGo() {
        assertThat(Rule.parse(" s = (s) + g ^ 2 ;\n x = x - (lr * g)/ sqrt(s)*(1 - (2 - 3)) ; ").text())
                .isEqualTo("s=s+g^2;x=x-lr*g/sqrt(s)*(1-(2-3))");
        assertThat(Rule.parse("x=x-(g>=0)*g*(1<2)").text()).isEqualTo("x=x-(g>=0)*g*(1<2)");
        assertThat(Rule.parse("s=s+g^2;x=x-s").lines()).isEqualTo("s = s+g^2\nx = x-s");
        assertThat(Rule.parse("x=x-lr*g")).isEqualTo(Rule.parse("x = x - lr*g")).hasSameHashCodeAs(Rule.parse("x=(x)-lr*g"));
    }
}
