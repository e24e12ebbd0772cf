package descentlab.notation;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes a parsed expression, as it may be typed or in TeX, with the brackets it needs and no more. */
public final class ExpressionWriter {

    private static final int COMPARISON = 0;
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private ExpressionWriter() {}

    /** As it may be typed; reads back as the same. */
    public static String text(Expression expression) {
        return switch (expression) {
            case Expression.Constant(double value) -> Decimal.write(value);
            case Expression.Name(String word) -> word;
            case Expression.Sign(char sign, Expression operand) -> sign + text(operand, SIGN);
            case Expression.Binary(char operator, Expression left, Expression right) -> {
                // To the right of - and / a tie needs brackets, and + and * keep theirs, since sums round.
                boolean power = operator == '^';
                int tie = tightness(expression);
                int leftmost = power ? ATOM : tie == COMPARISON ? SUM : tie;
                yield text(left, leftmost) + written(operator) + text(right, power ? SIGN : tie + 1);
            }
            case Expression.Call(String function, List<Expression> arguments) -> arguments.stream()
                    .map(ExpressionWriter::text)
                    .collect(Collectors.joining(",", function + "(", ")"));
        };
    }

    private static String text(Expression expression, int least) {
        return tightness(expression) < least ? "(" + text(expression) + ")" : text(expression);
    }

    private static String written(char operator) {
        return switch (operator) {
            case ExpressionParser.AT_MOST -> "<=";
            case ExpressionParser.AT_LEAST -> ">=";
            case ExpressionParser.EQUAL -> "==";
            case ExpressionParser.UNEQUAL -> "!=";
            default -> String.valueOf(operator);
        };
    }

    private static int tightness(Expression expression) {
        return switch (expression) {
            case Expression.Sign sign -> SIGN;
            case Expression.Binary binary -> switch (binary.operator()) {
                case '+', '-' -> SUM;
                case '*', '/' -> PRODUCT;
                case '^' -> POWER;
                default -> COMPARISON;
            };
            default -> ATOM;
        };
    }

    /**
     * In TeX.
     *
     * @param names how a name is written
     */
    public static String tex(Expression expression, UnaryOperator<String> names) {
        return switch (expression) {
            case Expression.Constant(double value) -> texNumber(value);
            case Expression.Name(String word) -> word.equals("pi") ? "\\pi" : names.apply(word);
            case Expression.Sign(char sign, Expression operand) -> sign + tex(operand, SIGN, names);
            case Expression.Binary(char operator, Expression left, Expression right) -> switch (operator) {
                case '/' -> "\\frac{" + tex(left, names) + "}{" + tex(right, names) + "}";
                case '^' -> texPower(left, right, names);
                case '*' -> tex(left, PRODUCT, names) + times(right) + tex(right, SIGN + 1, names);
                case '+', '-' -> tex(left, names) + " " + operator + " " + tex(right, PRODUCT, names);
                default -> tex(left, SUM, names) + " " + texComparison(operator) + " " + tex(right, SUM, names);
            };
            case Expression.Call(String function, List<Expression> arguments) -> texCall(function, arguments, names);
        };
    }

    private static String texComparison(char operator) {
        return switch (operator) {
            case ExpressionParser.AT_MOST -> "\\le";
            case ExpressionParser.AT_LEAST -> "\\ge";
            case ExpressionParser.UNEQUAL -> "\\ne";
            default -> String.valueOf(operator);
        };
    }

    private static String tex(Expression expression, int least, UnaryOperator<String> names) {
        // A fraction is drawn as one piece and needs no brackets.
        boolean fraction = expression instanceof Expression.Binary binary && binary.operator() == '/';
        return !fraction && tightness(expression) < least ? brackets(tex(expression, names)) : tex(expression, names);
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

    private static String texPower(Expression base, Expression exponent, UnaryOperator<String> names) {
        boolean number = base instanceof Expression.Constant(double value) && Decimal.write(value).indexOf('e') < 0;
        boolean plain = number || base instanceof Expression.Name;
        return (plain ? tex(base, names) : brackets(tex(base, names))) + "^{" + tex(exponent, names) + "}";
    }

    private static String texNumber(double value) {
        String written = Decimal.write(value);
        int exponent = written.indexOf('e');
        if (exponent < 0) {
            return written;
        }
        String factor = written.substring(0, exponent);
        return (factor.equals("1") ? "" : factor + " \\cdot ") + "10^{" + written.substring(exponent + 1) + "}";
    }

    private static String texCall(String function, List<Expression> operands, UnaryOperator<String> names) {
        String arguments = operands.stream().map(operand -> tex(operand, names)).collect(Collectors.joining(", "));
        return switch (function) {
            case "sqrt" -> "\\sqrt{" + arguments + "}";
            case "abs" -> "\\left|" + arguments + "\\right|";
            case "asin", "acos", "atan" -> "\\arc" + function.substring(1) + brackets(arguments);
            case "sin", "cos", "tan", "sinh", "cosh", "tanh", "exp", "log", "min", "max" -> "\\" + function + brackets(arguments);
            case "norm" -> "\\left\\|" + arguments + "\\right\\|";
            default -> "\\operatorname{" + function + "}" + brackets(arguments);
        };
    }
}
