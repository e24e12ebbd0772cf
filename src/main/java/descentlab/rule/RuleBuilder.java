package descentlab.rule;

import descentlab.notation.Expression;
import descentlab.notation.ExpressionException;
import descentlab.notation.ExpressionParser;
import descentlab.rule.Rule.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a rule's graph of its assignments, and checks what can be known of it before it runs. */
final class RuleBuilder {

    private final Rule rule;
    private final RuleGraph graph = new RuleGraph();
    /** What each name stands for, as far as it was assigned. */
    private final Map<String, Integer> values = new HashMap<>();
    /** What is remembered, by its number. */
    private final Map<String, Integer> states = new LinkedHashMap<>();

    private RuleBuilder(Rule rule) {
        this.rule = rule;
    }

    /** @param end index behind the rule's text */
    static RulePlan plan(Rule rule, int end) {
        return new RuleBuilder(rule).build(end);
    }

    private RulePlan build(int end) {
        values.put("x", graph.input(Op.X, 0));
        for (int i = 0; i < rule.parameters().size(); i++) {
            values.put(rule.parameters().get(i).name(), graph.input(Op.PARAMETER, i));
        }
        int[] parts = new int[rule.assignments().size()];
        for (int i = 0; i < parts.length; i++) {
            Assignment assignment = rule.assignments().get(i);
            parts[i] = node(assignment.value());
            if (states.size() > Rule.MOST_STATES) {
                throw refused(assignment.position(), assignment.name(),
                        "a rule that remembers at most " + Rule.MOST_STATES + " things; these are "
                                + String.join(", ", states.keySet()));
            }
            values.put(assignment.name(), parts[i]);
        }
        if (rule.assignments().stream().noneMatch(each -> each.name().equals("x"))) {
            throw refused(end, "", "an assignment to x, as in x = x - lr*g");
        }
        checkStarts();
        RulePlan plan = plan(parts);
        if (!reaches(plan)) {
            throw refused(end, "", "an x that the gradient g has something to do with");
        }
        checkBounds(plan);
        return plan;
    }

    private static ExpressionException refused(int position, String came, String allowed) {
        return new ExpressionException(position, came, allowed);
    }

    private void checkStarts() {
        for (Rule.Start start : rule.starts()) {
            boolean assigned = rule.assignments().stream().anyMatch(each -> each.name().equals(start.name()));
            if (!assigned || !states.containsKey(start.name())) {
                throw refused(start.position(), start.name(), assigned
                        ? "a name that is read before it is assigned; " + start.name() + " is never asked what it was"
                        : "a name that is assigned; " + start.name() + " never is");
            }
        }
    }

    private void checkBounds(RulePlan plan) {
        if (plan.count() > Rule.MOST_PASSES) {
            throw refused(0, plan.count() - 1 + " reductions of each other",
                    "reductions in reductions up to " + (Rule.MOST_PASSES - 1) + " deep");
        }
        if (plan.cost() > Rule.MOST_COST) {
            throw refused(0, "a rule that costs " + plan.cost() + " additions",
                    "a cost of at most " + Rule.MOST_COST + " additions for an element; a quotient or root counts as "
                            + Op.DIVIDE.cost + ", a power that is not whole as " + Op.POWER.cost
                            + ", another function of analysis as " + Op.EXP.cost);
        }
    }

    private RulePlan plan(int[] parts) {
        int[] becomes = states.keySet().stream().mapToInt(values::get).toArray();
        int[] starts = states.keySet().stream()
                .mapToInt(name -> rule.starts().stream()
                        .filter(start -> start.name().equals(name))
                        .mapToInt(start -> node(start.value()))
                        .findAny()
                        .orElseGet(() -> graph.constant(0)))
                .toArray();
        List<RuleGraph.Node> nodes = Collections.unmodifiableList(graph.nodes());
        Span[] kept = new Span[becomes.length];
        Arrays.fill(kept, Span.ONE);
        List<Span> spans = spans(nodes, kept);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < kept.length; i++) {
                Span span = spans.get(becomes[i]);
                changed |= span != kept[i];
                kept[i] = span;
            }
            spans = spans(nodes, kept);
        }
        List<Rule.Remembered> remembered = new ArrayList<>();
        states.forEach((name, number) -> remembered.add(new Rule.Remembered(name, kept[number])));
        int[] passes = new int[nodes.size()];
        List<Integer> sums = new ArrayList<>();
        for (int i = 0; i < passes.length; i++) {
            RuleGraph.Node node = nodes.get(i);
            for (int k = 0; k < node.op().operands; k++) {
                passes[i] = Math.max(passes[i], passes[node.operand(k)]);
            }
            if (node.op().isSum()) {
                passes[i]++;
                sums.add(i);
            }
        }
        return new RulePlan(nodes, spans, List.copyOf(remembered), starts, values.get("x"), becomes, parts,
                sums.stream().mapToInt(Integer::intValue).toArray(), passes);
    }

    private static List<Span> spans(List<RuleGraph.Node> nodes, Span[] kept) {
        List<Span> spans = new ArrayList<>();
        for (RuleGraph.Node node : nodes) {
            Span span = switch (node.op()) {
                case X, G -> Span.ELEMENT;
                case STATE -> kept[node.number()];
                case SUM, COUNT -> Span.TENSOR;
                case ALL_SUM -> Span.ONE;
                default -> Span.ONE;
            };
            for (int k = 0; k < node.op().operands && !node.op().isSum(); k++) {
                Span operand = spans.get(node.operand(k));
                span = operand.compareTo(span) > 0 ? operand : span;
            }
            spans.add(span);
        }
        return spans;
    }

    /** Whether x depends on g, in this step or by what is remembered. */
    private boolean reaches(RulePlan plan) {
        Set<Integer> seen = new HashSet<>();
        List<Integer> open = new ArrayList<>(List.of(plan.x()));
        while (!open.isEmpty()) {
            int number = open.removeLast();
            RuleGraph.Node node = plan.nodes().get(number);
            if (node.op() == Op.G) {
                return true;
            }
            if (seen.add(number)) {
                for (int k = 0; k < node.op().operands; k++) {
                    open.add(node.operand(k));
                }
                if (node.op() == Op.STATE) {
                    open.add(plan.states()[node.number()]);
                }
            }
        }
        return false;
    }

    private int node(Expression expression) {
        return switch (expression) {
            case Expression.Constant(double value) -> graph.constant(value);
            case Expression.Name(String word) -> named(word);
            case Expression.Sign(char sign, Expression operand) ->
                sign == '-' ? graph.of(Op.NEGATE, node(operand)) : node(operand);
            case Expression.Binary(char operator, Expression left, Expression right) -> {
                int a = node(left);
                int b = node(right);
                yield switch (operator) {
                    case '+' -> graph.of(Op.ADD, a, b);
                    case '-' -> graph.of(Op.SUBTRACT, a, b);
                    case '*' -> graph.of(Op.MULTIPLY, a, b);
                    case '/' -> graph.of(Op.DIVIDE, a, b);
                    case '<' -> graph.of(Op.LESS, a, b);
                    case '>' -> graph.of(Op.LESS, b, a);
                    case ExpressionParser.AT_MOST -> graph.of(Op.AT_MOST, a, b);
                    case ExpressionParser.AT_LEAST -> graph.of(Op.AT_MOST, b, a);
                    case ExpressionParser.EQUAL -> graph.of(Op.EQUAL, a, b);
                    case ExpressionParser.UNEQUAL -> graph.of(Op.UNEQUAL, a, b);
                    default -> graph.power(a, b);
                };
            }
            case Expression.Call(String function, List<Expression> operands) ->
                call(RuleFunction.named(function), operands.stream().map(this::node).toList());
        };
    }

    private int named(String word) {
        return switch (word) {
            case "g" -> graph.input(Op.G, 0);
            case "t" -> graph.input(Op.T, 0);
            case "lr" -> graph.input(Op.LR, 0);
            case "pi" -> graph.constant(StrictMath.PI);
            case "e" -> graph.constant(StrictMath.E);
            default -> {
                Integer known = values.get(word);
                yield known != null
                        ? known
                        : graph.input(Op.STATE, states.computeIfAbsent(word, added -> states.size()));
            }
        };
    }

    private int call(RuleFunction function, List<Integer> operands) {
        int a = operands.getFirst();
        return switch (function) {
            case MIN, MAX -> {
                Op op = function == RuleFunction.MIN ? Op.MIN : Op.MAX;
                yield operands.stream().reduce((one, other) -> graph.of(op, one, other)).orElseThrow();
            }
            case WHERE -> graph.of(Op.WHERE, a, operands.get(1), operands.get(2));
            case FIRST -> graph.of(Op.WHERE,
                    graph.of(Op.EQUAL, graph.input(Op.T, 0), graph.constant(1)), a, operands.get(1));
            case SUM -> graph.of(Op.SUM, a);
            case MEAN -> graph.of(Op.DIVIDE, graph.of(Op.SUM, a), graph.input(Op.COUNT, 0));
            case NORM -> graph.of(Op.SQRT, graph.of(Op.SUM, graph.of(Op.MULTIPLY, a, a)));
            case ALLSUM -> graph.of(Op.ALL_SUM, a);
            case ALLMEAN -> graph.of(Op.DIVIDE, graph.of(Op.ALL_SUM, a), graph.input(Op.ALL_COUNT, 0));
            case ALLNORM -> graph.of(Op.SQRT, graph.of(Op.ALL_SUM, graph.of(Op.MULTIPLY, a, a)));
            default -> graph.of(Op.valueOf(function.name()), a);
        };
    }
}
