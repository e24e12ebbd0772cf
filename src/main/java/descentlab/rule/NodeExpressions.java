package descentlab.rule;

import descentlab.notation.Expression;
import descentlab.notation.ExpressionParser;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The nodes of a rule as expressions again, in which what was assigned stands by its name. */
final class NodeExpressions {

    private final Rule rule;
    private final Map<Integer, String> names = new HashMap<>();

    NodeExpressions(Rule rule) {
        this.rule = rule;
        int[] assigned = rule.plan().assigned();
        for (int i = 0; i < assigned.length; i++) {
            // An input that was only given another name, as in u = x, keeps its own.
            if (rule.plan().nodes().get(assigned[i]).op().operands > 0) {
                names.putIfAbsent(assigned[i], rule.assignments().get(i).name());
            }
        }
    }

    Expression of(int number) {
        return names.containsKey(number) ? new Expression.Name(names.get(number)) : made(rule.plan().nodes().get(number));
    }

    private Expression made(RuleGraph.Node node) {
        return switch (node.op()) {
            case CONSTANT -> node.value() < 0
                    ? new Expression.Sign('-', new Expression.Constant(-node.value()))
                    : new Expression.Constant(node.value());
            case PARAMETER -> new Expression.Name(rule.parameters().get(node.number()).name());
            case STATE -> new Expression.Name(rule.remembered().get(node.number()).name());
            case LR, T, X, G -> new Expression.Name(word(node));
            case COUNT, ALL_COUNT -> new Expression.Call(
                    node.op() == Op.COUNT ? "sum" : "allsum", List.of(new Expression.Constant(1)));
            case ALL_SUM -> call("allsum", node);
            case ADD -> binary('+', node);
            case SUBTRACT -> binary('-', node);
            case MULTIPLY -> binary('*', node);
            case DIVIDE -> binary('/', node);
            case POWER -> binary('^', node);
            case LESS -> binary('<', node);
            case AT_MOST -> binary(ExpressionParser.AT_MOST, node);
            case EQUAL -> binary(ExpressionParser.EQUAL, node);
            case UNEQUAL -> binary(ExpressionParser.UNEQUAL, node);
            case NEGATE -> new Expression.Sign('-', of(node.a()));
            default -> call(word(node), node);
        };
    }

    private static String word(RuleGraph.Node node) {
        return node.op().name().toLowerCase(Locale.ROOT);
    }

    private Expression binary(char operator, RuleGraph.Node node) {
        return new Expression.Binary(operator, of(node.a()), of(node.b()));
    }

    private Expression call(String function, RuleGraph.Node node) {
        return new Expression.Call(
                function, IntStream.range(0, node.op().operands).mapToObj(i -> of(node.operand(i))).toList());
    }
}
