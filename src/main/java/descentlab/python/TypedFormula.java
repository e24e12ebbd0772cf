package descentlab.python;

import descentlab.objective.ExpressionGraph.Node;
import descentlab.objective.Operation;
import descentlab.objective.TypedObjective;
import descentlab.objective.TypedObjective.Operations;
import descentlab.python.FunctionCode.Block;
import descentlab.python.FunctionCode.Let;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A typed objective and its exact derivatives as code: the operations that the lab itself computes it by, put together
 * again to expressions. A part that is needed twice, or that makes a line too long, gets a name.
 */
final class TypedFormula {

    private static final int LONGEST = 60;
    private static final int SHORT = 6;

    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    /** Code and how tightly its last operation binds. */
    private record Term(String code, int tightness) {

        String within(int least) {
            return tightness < least ? "(" + code + ")" : code;
        }
    }

    private final List<Node> nodes;
    private final Dialect dialect;
    private final Map<Integer, Term> terms = new HashMap<>();
    private final List<Let> lets = new ArrayList<>();
    private final int[] uses;

    /** Names of results, if they get one. */
    private final Map<Integer, String> names = new HashMap<>();

    private TypedFormula(List<Node> nodes, Dialect dialect) {
        this.nodes = nodes;
        this.dialect = dialect;
        this.uses = new int[nodes.size()];
    }

    static FunctionCode of(TypedObjective f, Dialect dialect) {
        Operations operations = f.operations();
        List<Node> nodes = operations.nodes();
        return new FunctionCode(
                new TypedFormula(nodes, dialect).block(List.of("f"), operations.f()),
                new TypedFormula(nodes, dialect).block(List.of("g1", "g2"), operations.g1(), operations.g2()),
                new TypedFormula(nodes, dialect)
                        .block(List.of("h11", "h12", "h22"), operations.h11(), operations.h12(), operations.h22()));
    }

    private Block block(List<String> called, int... results) {
        for (int i = 0; i < results.length; i++) {
            count(results[i]);
            names.putIfAbsent(results[i], called.get(i));
        }
        List<String> codes = Arrays.stream(results)
                .mapToObj(result -> results.length == 1 ? only(result) : result(result))
                .toList();
        return new Block(List.copyOf(lets), codes);
    }

    private void count(int number) {
        if (uses[number]++ == 0) {
            Node node = nodes.get(number);
            for (int i = 0; i < node.operation().operands(); i++) {
                count(operand(node, i));
            }
        }
    }

    private static int operand(Node node, int index) {
        return switch (index) {
            case 0 -> node.a();
            case 1 -> node.b();
            case 2 -> node.c();
            default -> node.d();
        };
    }

    /** A constant is a real number here, not a whole one, and where gradients are asked for hangs on x as all else does. */
    private String result(int number) {
        Node node = nodes.get(number);
        return node.operation() == Operation.CONSTANT
                ? Literal.real(node.value()) + (dialect.differentiates() ? " + 0 * x1" : "")
                : term(number).code();
    }

    /** What is given back at once needs no name. */
    private String only(int number) {
        return nodes.get(number).operation() == Operation.CONSTANT ? result(number) : write(nodes.get(number)).code();
    }

    private Term term(int number) {
        Term known = terms.get(number);
        if (known == null) {
            known = write(nodes.get(number));
            boolean twice = uses[number] > 1 && known.code().length() > SHORT;
            if (twice || known.code().length() > LONGEST) {
                String name = names.getOrDefault(number, "a" + (lets.size() + 1));
                lets.add(new Let(name, known.code()));
                known = new Term(name, ATOM);
            }
            terms.put(number, known);
        }
        return known;
    }

    private Term write(Node node) {
        return switch (node.operation()) {
            case CONSTANT -> constant(node.value());
            case X1 -> new Term("x1", ATOM);
            case X2 -> new Term("x2", ATOM);
            // To the right of - and / a tie needs brackets, and + and * keep theirs, since sums round.
            case ADD -> infix(node, " + ", SUM);
            case SUBTRACT -> infix(node, " - ", SUM);
            case MULTIPLY -> infix(node, " * ", PRODUCT);
            case DIVIDE -> infix(node, " / ", PRODUCT);
            case NEGATE -> new Term("-" + term(node.a()).within(SIGN), SIGN);
            case WHOLE_POWER, POWER -> power(node);
            case POWER_LOG -> new Term("power_log(" + arguments(node) + ")", ATOM);
            case POWER_LOG_SQUARED -> new Term("power_log(" + arguments(node) + ", 2)", ATOM);
            case TANH_SLOPE -> new Term("1 / np.cosh(" + term(node.a()).code() + ") ** 2", PRODUCT);
            case MIN -> call("minimum", node);
            case MAX -> call("maximum", node);
            case SELECT -> new Term("select(" + arguments(node) + ")", ATOM);
            case ASIN -> call("arcsin", node);
            case ACOS -> call("arccos", node);
            case ATAN -> call("arctan", node);
            case SIN -> call("sin", node);
            case COS -> call("cos", node);
            case TAN -> call("tan", node);
            case SINH -> call("sinh", node);
            case COSH -> call("cosh", node);
            case TANH -> call("tanh", node);
            case EXP -> call("exp", node);
            case LOG -> call("log", node);
            case SQRT -> call("sqrt", node);
            case ABS -> call("abs", node);
            case SIGN -> call("sign", node);
        };
    }

    private static Term constant(double value) {
        if (value == Math.PI) {
            return new Term("math.pi", ATOM);
        }
        if (value == Math.E) {
            return new Term("math.e", ATOM);
        }
        return new Term(Literal.number(value), value < 0 ? SIGN : ATOM);
    }

    private Term infix(Node node, String operator, int tightness) {
        return new Term(
                term(node.a()).within(tightness) + operator + term(node.b()).within(tightness + 1), tightness);
    }

    private Term power(Node node) {
        String base = term(node.a()).within(ATOM);
        String exponent = term(node.b()).within(SIGN);
        boolean simple = base.matches("\\w+") && exponent.matches("-?\\w+");
        return new Term(base + (simple ? "**" : " ** ") + exponent, POWER);
    }

    private Term call(String function, Node node) {
        return new Term("np." + function + "(" + arguments(node) + ")", ATOM);
    }

    private String arguments(Node node) {
        StringBuilder arguments = new StringBuilder();
        for (int i = 0; i < node.operation().operands(); i++) {
            arguments.append(i == 0 ? "" : ", ").append(argument(operand(node, i)));
        }
        return arguments.toString();
    }

    /** PyTorch's functions take tensors, no plain numbers. */
    private String argument(int number) {
        Node node = nodes.get(number);
        return node.operation() == Operation.CONSTANT && dialect == Dialect.TORCH
                ? "np.array(" + Literal.real(node.value()) + ")"
                : term(number).code();
    }
}
