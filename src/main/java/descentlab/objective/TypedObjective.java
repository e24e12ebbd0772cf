package descentlab.objective;

import descentlab.notation.Expression;
import descentlab.notation.ExpressionException;
import descentlab.notation.ExpressionParser;
import descentlab.notation.ExpressionWriter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An objective typed as an expression in x1 and x2, such as {@code sin(x1)*cos(x2)}, with exact derivatives: the
 * rules of calculus are applied to the parsed expression once, and what they give is compiled to
 * straight-line code in double precision.
 *
 * <p>There are numbers ({@code 2}, {@code .5}, {@code 1e-3}), x1, x2, pi, e, + - * / ^ ( ), and sin, cos, tan, asin,
 * acos, atan, sinh, cosh, tanh, exp, log (natural), sqrt, abs, min, max. ^ binds tighter than a sign, and to the
 * right: -x1^2 is -(x1^2). Nothing is multiplied without a *;
 * {@link LooseExpression} spells so what people type.
 *
 * <p>Where a derivative does not exist the mean of the one-sided ones stands in: 0 for abs at 0, half of each side's
 * where the arguments of min or max are equal; second derivatives are those of the sides. Where a value does not
 * exist, log(-1) or 1/0, it is NaN or infinite, never an exception. A power a^b with a fractional or variable b needs
 * a not below 0; with a whole constant b it is a product and differentiated as such, at 0 too; where the power varies
 * with b, its derivative by b at a = 0 is the limit 0 for b above 0. e^b is exp(b).
 *
 * <p>Values and derivatives are as accurate as the operations they consist of. Products of constant factors may be
 * rounded together, small whole powers are multiplied out.
 */
public final class TypedObjective implements Objective {

    /** Longest expression read. */
    public static final int LONGEST = 200;

    private final Expression tree;
    private final String text;
    private final String tex;
    private final Evaluation value;
    private final Evaluation gradient;
    private final Evaluation hessian;
    private final Curvature constantHessian;
    private final Operations operations;

    /**
     * f and its derivatives as operations, each on results of earlier ones, for whoever writes them down elsewhere.
     *
     * @param nodes the operations
     * @param f which of them gives f
     * @param g1 df/dx1
     * @param g2 df/dx2
     * @param h11 d2f/dx1dx1
     * @param h12 d2f/dx1dx2
     * @param h22 d2f/dx2dx2
     */
    public record Operations(List<ExpressionGraph.Node> nodes, int f, int g1, int g2, int h11, int h12, int h22) {}

    /** How the graph is turned into something to be run. */
    private interface Compiler {
        Evaluation compile(List<ExpressionGraph.Node> nodes, int... results);
    }

    private TypedObjective(Expression tree, Compiler compiler) {
        this.tree = tree;
        this.text = ExpressionWriter.text(tree);
        this.tex = ExpressionWriter.tex(tree, name -> name.equals("e") ? name : "x_" + name.charAt(1));
        ExpressionGraph graph = new ExpressionGraph();
        int f = build(graph, tree);
        int g1 = graph.derivative(f, 0);
        int g2 = graph.derivative(f, 1);
        int h11 = graph.derivative(g1, 0);
        int h12 = graph.derivative(g1, 1);
        int h22 = graph.derivative(g2, 1);
        this.value = compiler.compile(graph.nodes(), f);
        this.gradient = compiler.compile(graph.nodes(), f, g1, g2);
        this.hessian = compiler.compile(graph.nodes(), f, h11, h12, h22);
        this.operations =
                new Operations(Collections.unmodifiableList(graph.nodes()), f, g1, g2, h11, h12, h22);
        boolean constant = Stream.of(h11, h12, h22)
                .allMatch(h -> graph.isConstant(h) && Double.isFinite(graph.value(h)));
        this.constantHessian =
                constant ? new Curvature(graph.value(h11), graph.value(h12), graph.value(h22)) : null;
    }

    /**
     * Reads an expression.
     *
     * @throws ExpressionException naming the character where it went wrong, what came and what is allowed
     */
    public static TypedObjective parse(String text) {
        return new TypedObjective(read(text), CompiledWhenWorthIt::new);
    }

    static Expression read(String text) {
        if (text.length() > LONGEST) {
            throw new ExpressionException(
                    LONGEST, text.length() + " characters", "an expression of at most " + LONGEST + " characters");
        }
        return ExpressionParser.parse(text, ObjectiveVocabulary.ONLY);
    }

    /** The same with nothing but compiled code, for comparison. */
    static TypedObjective compiled(String text) {
        return new TypedObjective(read(text), ExpressionCompiler::compile);
    }

    /** The same without compiled code, for comparison. */
    static TypedObjective stepwise(String text) {
        return new TypedObjective(read(text), Program::new);
    }

    /** Adds an expression to a graph, and gives its number there. */
    static int build(ExpressionGraph graph, Expression tree) {
        return switch (tree) {
            case Expression.Constant(double value) -> graph.constant(value);
            case Expression.Name(String word) -> switch (word) {
                case "x1" -> graph.variable(0);
                case "x2" -> graph.variable(1);
                case "pi" -> graph.constant(StrictMath.PI);
                case "e" -> graph.constant(StrictMath.E);
                default -> throw new IllegalStateException(word);
            };
            case Expression.Sign(char sign, Expression operand) -> {
                int number = build(graph, operand);
                yield sign == '-' ? graph.negate(number) : number;
            }
            case Expression.Binary(char operator, Expression left, Expression right) -> {
                int a = build(graph, left);
                int b = build(graph, right);
                yield switch (operator) {
                    case '+' -> graph.add(a, b);
                    case '-' -> graph.subtract(a, b);
                    case '*' -> graph.multiply(a, b);
                    case '/' -> graph.divide(a, b);
                    default -> graph.power(a, b);
                };
            }
            case Expression.Call(String word, List<Expression> arguments) -> {
                ExpressionFunction function = ExpressionFunction.named(word);
                int result = build(graph, arguments.getFirst());
                if (!function.many()) {
                    yield graph.of(function.operation, result);
                }
                for (Expression argument : arguments.subList(1, arguments.size())) {
                    result = graph.extreme(function.operation, result, build(graph, argument));
                }
                yield result;
            }
        };
    }

    /** The expression as written without needless brackets and blanks; reads back as the same function. */
    public String text() {
        return text;
    }

    /** The expression in TeX. */
    public String tex() {
        return tex;
    }

    /** f and its derivatives as operations. */
    public Operations operations() {
        return operations;
    }

    @Override
    public double value(double x1, double x2) {
        return value.at(x1, x2, null);
    }

    @Override
    public double valueAndGradient(double x1, double x2, double[] into) {
        return gradient.at(x1, x2, into);
    }

    @Override
    public void hessian(double x1, double x2, double[] into) {
        hessian.at(x1, x2, into);
    }

    @Override
    public Optional<String> undefinedAt(double x1, double x2) {
        return Objective.super.undefinedAt(x1, x2).map(general -> Undefined.at(tree, x1, x2).orElse(general));
    }

    @Override
    public Optional<Curvature> constantHessian() {
        return Optional.ofNullable(constantHessian);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypedObjective typed && typed.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
