package descentlab.objective;

import java.util.List;

/** A typed expression as it was read. */
sealed interface Expression {

    /** Its parts, from the left. */
    List<Expression> operands();

    /** A number, never negative. */
    record Constant(double value) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /** One of x1, x2, pi and e. */
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

    /** Two operands with + - * / or ^ between them. */
    record Binary(char operator, Expression left, Expression right) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of(left, right);
        }
    }

    /** A function of its arguments. */
    record Call(ExpressionFunction function, List<Expression> operands) implements Expression {
        public Call {
            operands = List.copyOf(operands);
        }
    }
}
