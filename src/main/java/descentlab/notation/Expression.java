package descentlab.notation;

import java.util.List;

/** A typed expression as it was read. */
public sealed interface Expression {

    /** Its parts, from the left. */
    List<Expression> operands();

    /** A number, never negative. */
    record Constant(double value) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /** A name, such as x1 or pi. */
    record Name(String word) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /** A sign, + or -, before an operand. */
    record Sign(char sign, Expression operand) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of(operand);
        }
    }

    /** Two operands with + - * / or ^ between them, or a comparison: &lt; &gt; ≤ ≥ = or ≠. */
    record Binary(char operator, Expression left, Expression right) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of(left, right);
        }
    }

    /** A function of its arguments. */
    record Call(String function, List<Expression> operands) implements Expression {
        public Call {
            operands = List.copyOf(operands);
        }
    }
}
