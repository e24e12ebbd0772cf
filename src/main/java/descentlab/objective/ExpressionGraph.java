package descentlab.objective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * An expression as a graph of scalar operations in which equal parts are one node, and its derivatives as further
 * nodes by the rules of calculus. A node's operands come before it, so that running through the nodes in order
 * evaluates them all.
 *
 * <p>What is constant is computed once. A node is simplified only where its value stays the same for every argument,
 * infinite ones and NaN included, up to the sign of zero and the rounding of merged constant factors; only the
 * derivative of what does not depend on the variable is dropped as 0.
 */
public final class ExpressionGraph {

    /** Whole exponents up to this size are multiplied out. */
    private static final int MULTIPLIED_OUT = 16;

    /** An operation on earlier nodes, by their numbers; {@code value} is the constant, or NaN. */
    public record Node(Operation operation, int a, int b, int c, int d, double value) {}

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Map<Integer, Integer>> derivatives = List.of(new HashMap<>(), new HashMap<>());
    private final int zero = constant(0);
    private final int one = constant(1);

    ExpressionGraph() {}

    List<Node> nodes() {
        return nodes;
    }

    int constant(double value) {
        return number(new Node(Operation.CONSTANT, 0, 0, 0, 0, value));
    }

    /** x1 for 0, x2 for 1. */
    int variable(int index) {
        return number(new Node(index == 0 ? Operation.X1 : Operation.X2, 0, 0, 0, 0, Double.NaN));
    }

    int of(Operation operation, int a) {
        return operation == Operation.NEGATE ? negate(a) : make(operation, a, 0, 0, 0);
    }

    int add(int a, int b) {
        if (a == zero) {
            return b;
        }
        if (b == zero) {
            return a;
        }
        if (is(b, Operation.NEGATE)) {
            return subtract(a, nodes.get(b).a);
        }
        return make(Operation.ADD, a, b, 0, 0);
    }

    int subtract(int a, int b) {
        if (b == zero) {
            return a;
        }
        return a == zero ? negate(b) : make(Operation.SUBTRACT, a, b, 0, 0);
    }

    int negate(int a) {
        return is(a, Operation.NEGATE) ? nodes.get(a).a : make(Operation.NEGATE, a, 0, 0, 0);
    }

    int multiply(int a, int b) {
        if (isConstant(b) && !isConstant(a)) {
            return multiply(b, a);
        }
        if (a == one) {
            return b;
        }
        if (isConstant(a) && value(a) == -1) {
            return negate(b);
        }
        if (isConstant(a) && is(b, Operation.MULTIPLY) && isConstant(nodes.get(b).a)) {
            double merged = value(a) * value(nodes.get(b).a);
            if (Math.abs(merged) >= Double.MIN_NORMAL && Double.isFinite(merged)) {
                return multiply(constant(merged), nodes.get(b).b);
            }
        }
        return make(Operation.MULTIPLY, a, b, 0, 0);
    }

    int divide(int a, int b) {
        return b == one ? a : make(Operation.DIVIDE, a, b, 0, 0);
    }

    int power(int a, int b) {
        if (isConstant(b) && !isConstant(a)) {
            double exponent = value(b);
            if (exponent == 1) {
                return a;
            }
            if (exponent == 0.5) {
                return make(Operation.SQRT, a, 0, 0, 0);
            }
            if (exponent == Math.rint(exponent) && Math.abs(exponent) <= MULTIPLIED_OUT) {
                return exponent == 0 ? one : make(Operation.WHOLE_POWER, a, b, 0, 0);
            }
        }
        if (isConstant(a) && value(a) == Math.E) {
            return make(Operation.EXP, b, 0, 0, 0);
        }
        return make(Operation.POWER, a, b, 0, 0);
    }

    /** The smaller or larger of two. */
    int extreme(Operation minOrMax, int a, int b) {
        return make(minOrMax, a, b, 0, 0);
    }

    private int select(int a, int b, int c, int d) {
        return c == d ? c : make(Operation.SELECT, a, b, c, d);
    }

    private boolean is(int node, Operation operation) {
        return nodes.get(node).operation == operation;
    }

    boolean isConstant(int node) {
        return is(node, Operation.CONSTANT);
    }

    double value(int node) {
        return nodes.get(node).value;
    }

    private int make(Operation operation, int a, int b, int c, int d) {
        if (isConstant(a) && isConstant(b) && isConstant(c) && isConstant(d)) {
            return constant(operation.of(value(a), value(b), value(c), value(d)));
        }
        return number(new Node(operation, a, b, c, d, Double.NaN));
    }

    private int number(Node node) {
        return numbers.computeIfAbsent(node, fresh -> {
            nodes.add(fresh);
            return nodes.size() - 1;
        });
    }

    /** The derivative of a node by x1 (0) or x2 (1). */
    int derivative(int node, int variable) {
        Integer known = derivatives.get(variable).get(node);
        if (known != null) {
            return known;
        }
        int derivative = differentiate(nodes.get(node), node, variable);
        derivatives.get(variable).put(node, derivative);
        return derivative;
    }

    private int differentiate(Node node, int self, int variable) {
        int a = node.a;
        int b = node.b;
        return switch (node.operation) {
            case CONSTANT, SIGN -> zero;
            case X1 -> variable == 0 ? one : zero;
            case X2 -> variable == 1 ? one : zero;
            case ADD -> add(derivative(a, variable), derivative(b, variable));
            case SUBTRACT -> subtract(derivative(a, variable), derivative(b, variable));
            case MULTIPLY -> add(chain(b, a, variable), chain(a, b, variable));
            case DIVIDE -> {
                int rest = subtract(derivative(a, variable), chain(self, b, variable));
                yield rest == zero ? zero : divide(rest, b);
            }
            case NEGATE -> {
                int inner = derivative(a, variable);
                yield inner == zero ? zero : negate(inner);
            }
            case WHOLE_POWER -> chain(multiply(b, power(a, constant(value(b) - 1))), a, variable);
            case POWER -> add(
                    chain(() -> multiply(b, power(a, subtract(b, one))), a, variable),
                    chain(() -> make(Operation.POWER_LOG, a, b, 0, 0), b, variable));
            // d(a^b log a) = a^(b-1) (b log a + 1) da + a^b (log a)^2 db
            case POWER_LOG -> add(
                    chain(
                            () -> add(
                                    multiply(b, make(Operation.POWER_LOG, a, subtract(b, one), 0, 0)),
                                    power(a, subtract(b, one))),
                            a,
                            variable),
                    chain(() -> make(Operation.POWER_LOG_SQUARED, a, b, 0, 0), b, variable));
            case POWER_LOG_SQUARED -> throw new IllegalStateException("a third derivative is never asked for");
            case SIN -> chain(() -> of(Operation.COS, a), a, variable);
            case COS -> chain(() -> negate(of(Operation.SIN, a)), a, variable);
            case TAN -> chain(() -> add(one, power(self, constant(2))), a, variable);
            case ASIN -> quotient(a, variable, () -> power(oneMinusSquare(a), constant(0.5)));
            case ACOS -> quotient(a, variable, () -> negate(power(oneMinusSquare(a), constant(0.5))));
            case ATAN -> quotient(a, variable, () -> add(one, power(a, constant(2))));
            case SINH -> chain(() -> of(Operation.COSH, a), a, variable);
            case COSH -> chain(() -> of(Operation.SINH, a), a, variable);
            case TANH -> chain(() -> of(Operation.TANH_SLOPE, a), a, variable);
            case TANH_SLOPE -> chain(
                    () -> multiply(constant(-2), multiply(of(Operation.TANH, a), self)), a, variable);
            case EXP -> chain(self, a, variable);
            case LOG -> quotient(a, variable, () -> a);
            case SQRT -> quotient(a, variable, () -> multiply(constant(2), self));
            case ABS -> chain(() -> of(Operation.SIGN, a), a, variable);
            case MAX -> select(a, b, derivative(a, variable), derivative(b, variable));
            case MIN -> select(b, a, derivative(a, variable), derivative(b, variable));
            case SELECT -> select(a, b, derivative(node.c, variable), derivative(node.d, variable));
        };
    }

    private int oneMinusSquare(int a) {
        return multiply(subtract(one, a), add(one, a));
    }

    /** outer times the derivative of inner, 0 where inner does not depend on the variable. */
    private int chain(int outer, int inner, int variable) {
        int derivative = derivative(inner, variable);
        return derivative == zero ? zero : multiply(outer, derivative);
    }

    /** The same, making the outer factor only where it is needed. */
    private int chain(IntSupplier outer, int inner, int variable) {
        int derivative = derivative(inner, variable);
        return derivative == zero ? zero : multiply(outer.getAsInt(), derivative);
    }

    private int quotient(int inner, int variable, IntSupplier divisor) {
        int derivative = derivative(inner, variable);
        return derivative == zero ? zero : divide(derivative, divisor.getAsInt());
    }
}
