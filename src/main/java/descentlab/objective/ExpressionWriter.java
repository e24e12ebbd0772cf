package descentlab.objective;

import descentlab.notation.Decimal;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a parsed expression, as it may be typed or in TeX, with the brackets it needs and no more. */
final class ExpressionWriter {

    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private ExpressionWriter() {}

    static String text(Expression expression) {
        return switch (expression) {
            case Expression.Constant(double value) -> Decimal.write(value);
            case Expression.Name(String word) -> word;
            case Expression.Sign(char sign, Expression operand) -> sign + text(operand, SIGN);
            case Expression.Binary(char operator, Expression left, Expression right) -> {
                // To the right of - and / a tie needs brackets, and + and * keep theirs, since sums round.
                boolean power = operator == '^';
                int tie = tightness(expression);
                yield text(left, power ? ATOM : tie) + operator + text(right, power ? SIGN : tie + 1);
            }
            case Expression.Call(ExpressionFunction function, List<Expression> arguments) -> arguments.stream()
                    .map(ExpressionWriter::text)
                    .collect(Collectors.joining(",", function.word() + "(", ")"));
        };
    }

    private static String text(Expression expression, int least) {
        return tightness(expression) < least ? "(" + text(expression) + ")" : text(expression);
    }

    private static int tightness(Expression expression) {
        return switch (expression) {
            case Expression.Sign sign -> SIGN;
            case Expression.Binary binary -> switch (binary.operator()) {
                case '+', '-' -> SUM;
                case '*', '/' -> PRODUCT;
                default -> POWER;
            };
            default -> ATOM;
        };
    }

    static String tex(Expression expression) {
        return switch (expression) {
            case Expression.Constant(double value) -> texNumber(value);
            case Expression.Name(String word) -> switch (word) {
                case "x1" -> "x_1";
                case "x2" -> "x_2";
                case "pi" -> "\\pi";
                default -> "e";
            };
            case Expression.Sign(char sign, Expression operand) -> sign + tex(operand, SIGN);
            case Expression.Binary(char operator, Expression left, Expression right) -> switch (operator) {
                case '/' -> "\\frac{" + tex(left) + "}{" + tex(right) + "}";
                case '^' -> texPower(left, right);
                case '*' -> tex(left, PRODUCT) + times(right) + tex(right, SIGN + 1);
                default -> tex(left) + " " + operator + " " + tex(right, PRODUCT);
            };
            case Expression.Call(ExpressionFunction function, List<Expression> arguments) -> texCall(function, arguments);
        };
    }

    private static String tex(Expression expression, int least) {
        // A fraction is drawn as one piece and needs no brackets.
        boolean fraction = expression instanceof Expression.Binary binary && binary.operator() == '/';
        return !fraction && tightness(expression) < least ? brackets(tex(expression)) : tex(expression);
    }

    private static String brackets(String tex) {
        return "\\left(" + tex + "\\right)";
    }

    /** A thin space, or a dot before a number, which would else run into the one before it. */
    private static String times(Expression right) {
        Expression leftmost = right;
        while (leftmost instanceof Expression.Binary binary && binary.operator() == '^') {
            leftmost = binary.left();
        }
        return leftmost instanceof Expression.Constant ? " \\cdot " : "\\,";
    }

    private static String texPower(Expression base, Expression exponent) {
        boolean number = base instanceof Expression.Constant(double value) && Decimal.write(value).indexOf('e') < 0;
        boolean plain = number || base instanceof Expression.Name;
        return (plain ? tex(base) : brackets(tex(base))) + "^{" + tex(exponent) + "}";
    }

    private static String texNumber(double value) {
        String written = Decimal.write(value);
        int exponent = written.indexOf('e');
        return exponent < 0
                ? written
                : written.substring(0, exponent) + " \\cdot 10^{" + written.substring(exponent + 1) + "}";
    }

    private static String texCall(ExpressionFunction function, List<Expression> operands) {
        String arguments = operands.stream().map(ExpressionWriter::tex).collect(Collectors.joining(", "));
        return switch (function) {
            case SQRT -> "\\sqrt{" + arguments + "}";
            case ABS -> "\\left|" + arguments + "\\right|";
            case ASIN, ACOS, ATAN -> "\\arc" + function.word().substring(1) + brackets(arguments);
            default -> "\\" + function.word() + brackets(arguments);
        };
    }
}
