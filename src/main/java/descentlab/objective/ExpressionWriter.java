package descentlab.objective;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token;
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

    static String text(ASTNode node) {
        String word = node.getToken().getValue();
        List<ASTNode> operands = node.getParameters();
        return switch (node.getToken().getType()) {
            case NUMBER_LITERAL -> number(word);
            case PREFIX_OPERATOR -> word + text(operands.getFirst(), SIGN);
            case INFIX_OPERATOR -> {
                // To the right of - and / a tie needs brackets, and + and * keep theirs, since sums round.
                boolean right = word.equals("^");
                int tie = tightness(node);
                yield text(operands.getFirst(), right ? ATOM : tie)
                        + word
                        + text(operands.getLast(), right ? SIGN : tie + 1);
            }
            case FUNCTION -> operands.stream()
                    .map(ExpressionWriter::text)
                    .collect(Collectors.joining(",", word + "(", ")"));
            default -> word;
        };
    }

    private static String text(ASTNode node, int least) {
        return tightness(node) < least ? "(" + text(node) + ")" : text(node);
    }

    private static int tightness(ASTNode node) {
        return switch (node.getToken().getType()) {
            case PREFIX_OPERATOR -> SIGN;
            case INFIX_OPERATOR -> switch (node.getToken().getValue()) {
                case "+", "-" -> SUM;
                case "*", "/" -> PRODUCT;
                default -> POWER;
            };
            default -> ATOM;
        };
    }

    private static String number(String word) {
        return Decimal.write(Decimal.read(word).orElseThrow());
    }

    static String tex(ASTNode node) {
        String word = node.getToken().getValue();
        List<ASTNode> operands = node.getParameters();
        return switch (node.getToken().getType()) {
            case NUMBER_LITERAL -> texNumber(word);
            case VARIABLE_OR_CONSTANT -> switch (word) {
                case "x1" -> "x_1";
                case "x2" -> "x_2";
                case "pi" -> "\\pi";
                default -> "e";
            };
            case PREFIX_OPERATOR -> word + tex(operands.getFirst(), SIGN);
            case INFIX_OPERATOR -> switch (word) {
                case "/" -> "\\frac{" + tex(operands.getFirst()) + "}{" + tex(operands.getLast()) + "}";
                case "^" -> texPower(operands.getFirst(), operands.getLast());
                case "*" -> tex(operands.getFirst(), PRODUCT) + times(operands.getLast())
                        + tex(operands.getLast(), SIGN + 1);
                default -> tex(operands.getFirst()) + " " + word + " " + tex(operands.getLast(), PRODUCT);
            };
            case FUNCTION -> texCall(ExpressionFunction.named(word), operands);
            default -> throw new IllegalStateException(word);
        };
    }

    private static String tex(ASTNode node, int least) {
        // A fraction is drawn as one piece and needs no brackets.
        boolean fraction = node.getToken().getValue().equals("/");
        return !fraction && tightness(node) < least ? brackets(tex(node)) : tex(node);
    }

    private static String brackets(String tex) {
        return "\\left(" + tex + "\\right)";
    }

    /** A thin space, or a dot before a number, which would else run into the one before it. */
    private static String times(ASTNode right) {
        ASTNode leftmost = right;
        while (tightness(leftmost) != ATOM && leftmost.getToken().getValue().equals("^")) {
            leftmost = leftmost.getParameters().getFirst();
        }
        return switch (leftmost.getToken().getType()) {
            case NUMBER_LITERAL -> " \\cdot ";
            default -> "\\,";
        };
    }

    private static String texPower(ASTNode base, ASTNode exponent) {
        boolean number = base.getToken().getValue().matches("[0-9.]+");
        boolean plain = number || base.getToken().getType() == Token.TokenType.VARIABLE_OR_CONSTANT;
        return (plain ? tex(base) : brackets(tex(base))) + "^{" + tex(exponent) + "}";
    }

    private static String texNumber(String word) {
        String written = number(word);
        int exponent = written.indexOf('e');
        return exponent < 0
                ? written
                : written.substring(0, exponent) + " \\cdot 10^{" + written.substring(exponent + 1) + "}";
    }

    private static String texCall(ExpressionFunction function, List<ASTNode> operands) {
        String arguments = operands.stream().map(ExpressionWriter::tex).collect(Collectors.joining(", "));
        return switch (function) {
            case SQRT -> "\\sqrt{" + arguments + "}";
            case ABS -> "\\left|" + arguments + "\\right|";
            case ASIN, ACOS, ATAN -> "\\arc" + function.word().substring(1) + brackets(arguments);
            default -> "\\" + function.word() + brackets(arguments);
        };
    }
}
