package descentlab.rule;

import descentlab.notation.Decimal;
import descentlab.notation.Expression;
import descentlab.notation.ExpressionException;
import descentlab.notation.ExpressionWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An update rule: assignments to x and to what it remembers, element by element, in order, as in
 * {@code s = s + g^2; x = x - lr*g/sqrt(s + eps)}.
 *
 * <p>g is the gradient at the point where the step begins, x the point itself, t the number of the step from 1, lr the
 * scheduled rate of the step. An assignment sees what earlier ones assigned. A name that is read before it is assigned is
 * remembered from step to step, from 0 or from what {@code state s = 0.1} says; one that is assigned first is of this
 * step alone. {@code param beta = 0.9} names a setting and what it is when none is given.
 *
 * <p>There are numbers, pi, e, + - * / ^ and comparisons, which are 1 or 0, and {@link RuleFunction}s. ^ binds tighter
 * than a sign, and to the right; g^2 is g*g, and so are other whole powers up to 16; ^0.5 is sqrt. sign(0) is 0.
 * {@code where(c, a, b)} is a where c is not 0 and else b, whatever the other is, NaN too; {@code first(a, b)} is a in
 * step 1 and then b. {@code sum}, {@code mean} and {@code norm} are over the elements of a tensor, in their order,
 * {@code allsum}, {@code allmean} and {@code allnorm} over those of all tensors. What has one value for all, or one for a
 * tensor, is computed and remembered once for all, or for the tensor.
 */
public final class Rule {

    /** Longest rule read. */
    public static final int LONGEST = 600;

    /** Most names that are remembered. */
    public static final int MOST_STATES = 6;

    /** Most parameters. */
    public static final int MOST_PARAMETERS = 12;

    /** Longest name. */
    public static final int LONGEST_NAME = 24;

    /** What a rule may cost for an element, in additions, roughly. */
    public static final int MOST_COST = 500;

    /** How often a rule may go through all elements: once, and once more for each reduction of a reduction. */
    public static final int MOST_PASSES = 4;

    /** A setting, and what it is if none is given; NaN if one has to be. */
    public record Parameter(String name, double initial) {

        /** Whether the rule says what it is when none is given. */
        public boolean declared() {
            return !Double.isNaN(initial);
        }
    }

    /** What is remembered from step to step. */
    public record Remembered(String name, Span span) {}

    /** An assignment, and the index where it stands. */
    public record Assignment(String name, Expression value, int position) {}

    /** A start that is given, and the index where it stands. */
    public record Start(String name, Expression value, int position) {}

    private final List<Parameter> parameters;
    private final List<Start> starts;
    private final List<Assignment> assignments;
    private final String text;
    private final RulePlan plan;

    Rule(List<Parameter> parameters, List<Start> starts, List<Assignment> assignments, int end) {
        this.parameters = List.copyOf(parameters);
        this.starts = List.copyOf(starts);
        this.assignments = List.copyOf(assignments);
        this.text = write();
        this.plan = RuleBuilder.plan(this, end);
    }

    /**
     * Reads a rule.
     *
     * @param given names of parameters that are given a value elsewhere, and need no declaration
     * @throws ExpressionException naming the character where it went wrong, what came and what is allowed
     */
    public static Rule parse(String text, Collection<String> given) {
        return new RuleParser(text, given).rule();
    }

    /** Reads a rule that declares its parameters. */
    public static Rule parse(String text) {
        return parse(text, List.of());
    }

    /** The words of the functions that rules have. */
    public static List<String> functions() {
        return Stream.of(RuleFunction.values()).map(RuleFunction::word).toList();
    }

    private String write() {
        List<String> parts = new ArrayList<>();
        parameters.stream()
                .filter(Parameter::declared)
                .forEach(each -> parts.add("param " + each.name() + "=" + Decimal.write(each.initial())));
        starts.forEach(each -> parts.add("state " + each.name() + "=" + ExpressionWriter.text(each.value())));
        assignments.forEach(each -> parts.add(each.name() + "=" + ExpressionWriter.text(each.value())));
        return String.join(";", parts);
    }

    /** The rule without needless blanks and brackets; reads back as an equal one. */
    public String text() {
        return text;
    }

    /** The rule with a line for each part, as people like to read it. */
    public String lines() {
        return text.replace(";", "\n").replaceAll("(?m)^([^=]*)=", "$1 = ");
    }

    /** Its settings: those declared in their order, then those given. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** What it remembers, in the order in which it comes up. */
    public List<Remembered> remembered() {
        return plan.remembered();
    }

    /** The starts that are given, of what is remembered. */
    public List<Start> starts() {
        return starts;
    }

    /** What it assigns, in order. */
    public List<Assignment> assignments() {
        return assignments;
    }

    RulePlan plan() {
        return plan;
    }

    /** The assignments in TeX. */
    public String tex() {
        return assignments.stream()
                .map(each -> RuleTex.name(each.name()) + " \\leftarrow " + RuleTex.of(each.value()))
                .collect(Collectors.joining(", \\quad "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rule rule && rule.text.equals(text) && rule.parameters.equals(parameters);
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
