package descentlab.objective;

import descentlab.notation.Vocabulary;
import java.util.Set;

/** What an objective may be typed in. */
final class ObjectiveVocabulary implements Vocabulary {

    static final Set<String> NAMES = Set.of("x1", "x2", "pi", "e");

    static final ObjectiveVocabulary ONLY = new ObjectiveVocabulary();

    private ObjectiveVocabulary() {}

    @Override
    public boolean isName(String word) {
        return NAMES.contains(word);
    }

    @Override
    public int arguments(String name) {
        ExpressionFunction function = ExpressionFunction.named(name);
        return function == null ? 0 : function.arguments();
    }

    @Override
    public int mostArguments(String name) {
        return ExpressionFunction.named(name).many() ? Integer.MAX_VALUE : 1;
    }

    @Override
    public String signs() {
        return " .,()+-*/^";
    }

    @Override
    public String characters() {
        return "letters, digits, brackets, '.', ',' and + - * / ^";
    }

    @Override
    public String operand() {
        return "a number, x1, x2, pi, e, '(' or one of the functions " + functions();
    }

    @Override
    public String functions() {
        return ExpressionFunction.words();
    }

    @Override
    public String operator() {
        return "an operator: + - * / or ^";
    }

    @Override
    public String commas() {
        return "min and max";
    }

    @Override
    public String products() {
        return "2*x1, or 1/(2*x1) and 1/2*x1";
    }
}
