package descentlab.objective;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.operators.AbstractOperator;
import com.ezylang.evalex.operators.InfixOperator;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.PrefixOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.ShuntingYardConverter;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Tokenizer;
import descentlab.notation.Decimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Reads a typed expression into EvalEx's tree. EvalEx splits the text and builds the tree; it never evaluates.
 *
 * <p>Deviations from EvalEx as it comes: only the operators and functions that have derivatives here are known;
 * ^ binds tighter than a sign and to the right, so that -x1^2 is -(x1^2), 2^-x1 is 2^(-x1) and 2^3^2 is 2^9; nothing
 * is multiplied without a *, since 1/2x1 has two readings; log is the natural logarithm; and what EvalEx would let
 * pass, operands without an operator between them for one, is refused.
 */
final class ExpressionParser {

    /** Longest text read. */
    static final int LONGEST = 200;

    /** Deepest nesting of brackets. */
    static final int DEEPEST = 40;

    static final Set<String> NAMES = Set.of("x1", "x2", "pi", "e");

    private static final String OPERAND = "a number, x1, x2, pi, e, '(' or one of the functions "
            + ExpressionFunction.words();
    private static final String NUMBER = "a number such as 2, 0.5 or 1e-3";
    private static final String OPERATOR = "an operator: + - * / or ^";

    private static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
            .operatorDictionary(operators())
            .functionDictionary(functions())
            .arraysAllowed(false)
            .structuresAllowed(false)
            .binaryAllowed(false)
            .implicitMultiplicationAllowed(false)
            .singleQuoteStringLiteralsAllowed(false)
            .build();

    private final String text;
    private final Deque<Bracket> open = new ArrayDeque<>();

    private ExpressionParser(String text) {
        this.text = text;
    }

    /** An open bracket: of a function call, or null for grouping. */
    private static final class Bracket {
        private final ExpressionFunction function;
        private int arguments = 1;

        private Bracket(ExpressionFunction function) {
            this.function = function;
        }
    }

    /**
     * @throws ExpressionException naming the character where it went wrong, what came and what is allowed
     */
    static ASTNode parse(String text) {
        if (text.length() > LONGEST) {
            throw new ExpressionException(
                    LONGEST, text.length() + " characters", "an expression of at most " + LONGEST + " characters");
        }
        return new ExpressionParser(text).tree();
    }

    private ASTNode tree() {
        checkCharacters();
        try {
            List<Token> tokens = new Tokenizer(text, CONFIGURATION).parse();
            check(tokens);
            return new ShuntingYardConverter(text, tokens, CONFIGURATION).toAbstractSyntaxTree();
        } catch (ParseException refused) {
            throw translated(refused);
        }
    }

    private void checkCharacters() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
            if (!word && " .,()+-*/^".indexOf(c) < 0) {
                throw new ExpressionException(
                        i,
                        text.substring(i, text.offsetByCodePoints(i, 1)),
                        "letters, digits, brackets, '.', ',' and + - * / ^");
            }
        }
    }

    private ExpressionException translated(ParseException refused) {
        String message = refused.getMessage();
        int position = Math.clamp(refused.getStartPosition() - 1L, 0, text.length());
        String came = refused.getTokenString();
        if (message.startsWith("Closing brace")) {
            return new ExpressionException(text.length(), "", "')' for each '('");
        }
        if (message.startsWith("Unexpected closing")) {
            return new ExpressionException(position, came, "a ')' only after its '('");
        }
        if (message.startsWith("Missing operator")) {
            return new ExpressionException(position, came, OPERATOR + "; nothing is multiplied without a *");
        }
        if (message.startsWith("Undefined function")) {
            return new ExpressionException(position, came, "one of the functions " + ExpressionFunction.words());
        }
        if (message.startsWith("Number contains")) {
            return new ExpressionException(position, came, NUMBER);
        }
        if (message.startsWith("Illegal scientific")) {
            return new ExpressionException(position, came, "digits after the e of a number, as in 1e-3");
        }
        return new ExpressionException(position, came, came.equals(".") ? OPERATOR : OPERAND);
    }

    private void check(List<Token> tokens) {
        boolean operand = true;
        Token previous = null;
        for (Token token : tokens) {
            operand = operand ? checkOperand(token, previous) : checkOperator(token);
            previous = token;
        }
        if (operand) {
            throw new ExpressionException(text.length(), "", OPERAND);
        }
    }

    /** Checks a token that stands where an operand begins; true if one is still to come. */
    private boolean checkOperand(Token token, Token previous) {
        switch (token.getType()) {
            case NUMBER_LITERAL -> {
                if (Decimal.read(token.getValue()).isEmpty()) {
                    throw refused(token, NUMBER);
                }
                return false;
            }
            case VARIABLE_OR_CONSTANT -> {
                if (!NAMES.contains(token.getValue())) {
                    throw refused(
                            token,
                            ExpressionFunction.named(token.getValue()) == null ? OPERAND : "'(' after a function");
                }
                return false;
            }
            case FUNCTION -> {
                if (ExpressionFunction.named(token.getValue()) == null) {
                    throw refused(token, OPERAND + ", in small letters");
                }
                return true;
            }
            case PREFIX_OPERATOR -> {
                return true;
            }
            case BRACE_OPEN -> {
                boolean call = previous != null && previous.getType() == Token.TokenType.FUNCTION;
                open.push(new Bracket(call ? ExpressionFunction.named(previous.getValue()) : null));
                if (open.size() > DEEPEST) {
                    throw refused(token, "brackets in brackets up to " + DEEPEST + " deep");
                }
                return true;
            }
            default -> throw refused(token, OPERAND);
        }
    }

    /** Checks a token that stands behind an operand; true if an operand is to follow it. */
    private boolean checkOperator(Token token) {
        switch (token.getType()) {
            case INFIX_OPERATOR -> {
                return true;
            }
            case COMMA -> {
                Bracket bracket = open.peek();
                if (bracket == null || bracket.function == null || !bracket.function.many()) {
                    throw refused(token, OPERATOR + "; commas stand between the arguments of min and max only");
                }
                bracket.arguments++;
                return true;
            }
            case BRACE_CLOSE -> {
                Bracket bracket = open.pop();
                if (bracket.function != null && bracket.arguments < bracket.function.arguments()) {
                    throw refused(token, "a comma and another argument of " + bracket.function.word());
                }
                return false;
            }
            default -> throw refused(token, OPERATOR + "; nothing is multiplied without a *");
        }
    }

    private static ExpressionException refused(Token token, String allowed) {
        return new ExpressionException(token.getStartPosition() - 1, token.getValue(), allowed);
    }

    private static MapBasedOperatorDictionary operators() {
        MapBasedOperatorDictionary operators = new MapBasedOperatorDictionary();
        for (String sign : List.of("+", "-")) {
            operators.addOperator(sign, new Sign());
            operators.addOperator(sign, new Sum());
        }
        for (String sign : List.of("*", "/")) {
            operators.addOperator(sign, new Product());
        }
        operators.addOperator("^", new Power());
        return operators;
    }

    private static MapBasedFunctionDictionary functions() {
        MapBasedFunctionDictionary functions = new MapBasedFunctionDictionary();
        for (ExpressionFunction function : ExpressionFunction.values()) {
            functions.addFunction(function.word(), function.many() ? new Many() : new One());
        }
        return functions;
    }

    /** For the shape of the tree only. */
    private abstract static class Unevaluated extends AbstractOperator {
        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands) {
            throw new UnsupportedOperationException("EvalEx only parses here");
        }
    }

    // A sign as tight as ^, both to the right: neither takes the other's operand away when it arrives.
    @PrefixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_POWER, leftAssociative = false)
    private static final class Sign extends Unevaluated {}

    @InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_ADDITIVE)
    private static final class Sum extends Unevaluated {}

    @InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_MULTIPLICATIVE)
    private static final class Product extends Unevaluated {}

    @InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_POWER, leftAssociative = false)
    private static final class Power extends Unevaluated {}

    private abstract static class UnevaluatedFunction extends AbstractFunction {
        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... arguments) {
            throw new UnsupportedOperationException("EvalEx only parses here");
        }
    }

    @FunctionParameter(name = "value")
    private static final class One extends UnevaluatedFunction {}

    @FunctionParameter(name = "value", isVarArg = true)
    private static final class Many extends UnevaluatedFunction {}
}
