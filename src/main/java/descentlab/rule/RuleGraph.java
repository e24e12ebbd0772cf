package descentlab.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The expressions of a rule as a graph of operations in which equal parts are one node; a node's operands come before it.
 * All of it speaks of what was there when the step began, so that any part may be computed at any time before the step
 * ends. Constants are computed once; nothing else is simplified, so that rounding is as written.
 */
final class RuleGraph {

    /** Whole exponents up to this size are multiplied out. */
    private static final int MULTIPLIED_OUT = 16;

    /**
     * An operation on earlier nodes, by their numbers.
     *
     * @param value the constant; the number of a parameter or state
     */
    record Node(Op op, int a, int b, int c, double value) {

        /** The number of a parameter or state. */
        int number() {
            return (int) value;
        }

        int operand(int index) {
            return index == 0 ? a : index == 1 ? b : c;
        }
    }

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> numbers = new HashMap<>();

    List<Node> nodes() {
        return nodes;
    }

    int constant(double value) {
        return add(new Node(Op.CONSTANT, 0, 0, 0, value));
    }

    int input(Op op, int number) {
        return add(new Node(op, 0, 0, 0, number));
    }

    int of(Op op, int... operands) {
        int a = operands[0];
        int b = operands.length > 1 ? operands[1] : 0;
        int c = operands.length > 2 ? operands[2] : 0;
        boolean known = !op.isSum();
        for (int operand : operands) {
            known &= nodes.get(operand).op == Op.CONSTANT;
        }
        return known
                ? constant(op.of(nodes.get(a).value, nodes.get(b).value, nodes.get(c).value))
                : add(new Node(op, a, b, c, 0));
    }

    /** a^b: multiplied out for a small whole constant b, a root for 1/2. */
    int power(int a, int b) {
        Node exponent = nodes.get(b);
        if (exponent.op == Op.CONSTANT) {
            double n = exponent.value;
            if (n == 0.5) {
                return of(Op.SQRT, a);
            }
            if (n == Math.rint(n) && Math.abs(n) <= MULTIPLIED_OUT) {
                int whole = wholePower(a, (int) Math.abs(n));
                return n < 0 ? of(Op.DIVIDE, constant(1), whole) : whole;
            }
        }
        return of(Op.POWER, a, b);
    }

    private int wholePower(int a, int n) {
        int power = -1;
        int square = a;
        for (int rest = n; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                power = power < 0 ? square : of(Op.MULTIPLY, power, square);
            }
            if (rest > 1) {
                square = of(Op.MULTIPLY, square, square);
            }
        }
        return power < 0 ? constant(1) : power;
    }

    private int add(Node node) {
        return numbers.computeIfAbsent(node, added -> {
            nodes.add(added);
            return nodes.size() - 1;
        });
    }
}
