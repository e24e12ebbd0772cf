package descentlab.rule;

import descentlab.notation.Vocabulary;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** What may stand in the expressions of a rule, of which the names differ from rule to rule. */
final class RuleVocabulary implements Vocabulary {

    private final Set<String> names;

    RuleVocabulary(Collection<String> names) {
        this.names = new LinkedHashSet<>(names);
    }

    @Override
    public boolean isName(String word) {
        return names.contains(word);
    }

    @Override
    public int arguments(String function) {
        RuleFunction known = RuleFunction.named(function);
        return known == null ? 0 : known.arguments;
    }

    @Override
    public int mostArguments(String function) {
        RuleFunction known = RuleFunction.named(function);
        return known.many() ? Integer.MAX_VALUE : known.arguments;
    }

    @Override
    public boolean compares() {
        return true;
    }

    @Override
    public String signs() {
        return " \n\t.,;()+-*/^<>=!";
    }

    @Override
    public String characters() {
        return "letters, digits, brackets, '.', ',', ';', + - * / ^ and = < > !";
    }

    @Override
    public String operand() {
        return "a number, " + String.join(", ", names) + ", '(' or one of the functions " + functions();
    }

    @Override
    public String instead(String word) {
        return "a name that the rule has: one that it assigns, as in " + word + " = " + word + " + g^2, or declares, as in param "
                + word + " = 0.1. There are " + String.join(", ", names) + ", and the functions " + functions();
    }

    @Override
    public String functions() {
        return RuleFunction.words();
    }

    @Override
    public String operator() {
        return "an operator: + - * / ^ or a comparison, or ';' before the next assignment";
    }

    @Override
    public String commas() {
        return "min, max, where and first";
    }

    @Override
    public String products() {
        return "2*g, or 1/(2*g) and 1/2*g";
    }
}
