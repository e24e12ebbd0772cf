package descentlab.rule;

import descentlab.notation.Expression;
import descentlab.notation.ExpressionException;
import descentlab.notation.ExpressionParser;
import descentlab.rule.Rule.Assignment;
import descentlab.rule.Rule.Parameter;
import descentlab.rule.Rule.Start;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a rule: parts with ';' between them. */
final class RuleParser {

    /** What is always there. */
    private static final List<String> INPUTS = List.of("x", "g", "t", "lr", "pi", "e");

    /** Words that cannot be names: inputs, and what columns and keys are called. */
    private static final Set<String> TAKEN =
            Set.of("g", "t", "lr", "pi", "e", "state", "param", "rate", "schedule", "keep", "single", "do");

    private static final String STATE = "state";
    private static final String PARAM = "param";

    private static final Pattern HEADS =
            Pattern.compile("(?:^|;)\\s*(?:(state|param)\\s+)?([A-Za-z][A-Za-z0-9_]*)\\s*=(?!=)");

    private final String text;
    private final ExpressionParser in;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Start> starts = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private final Set<String> given;
    private final Set<String> declared = new HashSet<>();

    RuleParser(String text, Collection<String> given) {
        if (text.length() > Rule.LONGEST) {
            throw refused(
                    Rule.LONGEST, text.length() + " characters", "a rule of at most " + Rule.LONGEST + " characters");
        }
        this.text = text;
        this.given = new LinkedHashSet<>(given);
        Set<String> names = new LinkedHashSet<>(INPUTS);
        names.addAll(given);
        Matcher heads = HEADS.matcher(text);
        while (heads.find()) {
            names.add(heads.group(2));
            if (PARAM.equals(heads.group(1))) {
                declared.add(heads.group(2));
            }
        }
        this.in = new ExpressionParser(text, new RuleVocabulary(names));
    }

    private static ExpressionException refused(int position, String came, String allowed) {
        return new ExpressionException(position, came, allowed);
    }

    Rule rule() {
        do {
            if (in.next() == ExpressionParser.END && !assignments.isEmpty()) {
                break; // behind a last ;
            }
            part();
        } while (in.accept(';'));
        for (String name : given) {
            if (parameters.stream().noneMatch(each -> each.name().equals(name))) {
                parameters.add(new Parameter(name, Double.NaN));
            }
        }
        if (parameters.size() > Rule.MOST_PARAMETERS) {
            throw refused(0, parameters.size() + " parameters", "at most " + Rule.MOST_PARAMETERS + " parameters");
        }
        return new Rule(parameters, starts, assignments, text.length());
    }

    private void part() {
        int at = in.position();
        String word = in.nextWord();
        if ((word.equals(STATE) || word.equals(PARAM)) && in.next() != '=') {
            declaration(word, in.position(), in.nextWord());
            return;
        }
        if ((TAKEN.contains(word) || RuleFunction.named(word) != null) && in.next() != '=') {
            throw refused(at, word, "an assignment, such as x = x - lr*g");
        }
        checkName(at, word, "an assignment such as x = x - lr*g");
        if (isParameter(word)) {
            throw refused(at, word, "another name; " + word + " is a parameter, which stays what it is");
        }
        equalSign(word);
        assignments.add(new Assignment(word, in.upTo(';'), at));
    }

    private void declaration(String kind, int at, String name) {
        checkName(at, name, "a name after " + kind + ", as in " + kind + " s = 0");
        boolean twice = starts.stream().anyMatch(each -> each.name().equals(name))
                || parameters.stream().anyMatch(each -> each.name().equals(name))
                || kind.equals(STATE) && isParameter(name);
        if (twice || name.equals("x")) {
            throw refused(at, name, twice ? "each name once" : "another name; x starts where the run does");
        }
        equalSign(name);
        int valueAt = in.position();
        Expression value = in.upTo(';');
        if (kind.equals(STATE)) {
            if (!constant(value)) {
                throw refused(valueAt, text.substring(valueAt), "a start made of numbers and parameters");
            }
            starts.add(new Start(name, value, at));
            return;
        }
        parameters.add(new Parameter(name, number(valueAt, value)));
    }

    private boolean isParameter(String name) {
        return declared.contains(name) || given.contains(name);
    }

    private void equalSign(String name) {
        if (!in.accept('=')) {
            char next = in.next();
            boolean changed = "+-*/^".indexOf(next) >= 0 && text.startsWith("=", in.position() + 1);
            throw refused(
                    in.position(),
                    next == ExpressionParser.END ? "" : changed ? next + "=" : String.valueOf(next),
                    changed ? name + " = " + name + " " + next + " ..., written out" : "'=' after " + name);
        }
    }

    private void checkName(int at, String name, String allowed) {
        if (name.isEmpty() || name.charAt(0) == '_') {
            char next = in.next();
            throw refused(at, name.isEmpty() ? next == ExpressionParser.END ? "" : String.valueOf(next) : name, allowed);
        }
        if (TAKEN.contains(name) || RuleFunction.named(name) != null) {
            throw refused(at, name, "another name; " + name + " has a meaning of its own");
        }
        if (name.length() > Rule.LONGEST_NAME) {
            throw refused(at, name, "names of at most " + Rule.LONGEST_NAME + " characters");
        }
    }

    private boolean constant(Expression value) {
        return value instanceof Expression.Name(String word)
                ? word.equals("pi") || word.equals("e") || isParameter(word)
                : !(value instanceof Expression.Call) && value.operands().stream().allMatch(this::constant);
    }

    private double number(int at, Expression value) {
        if (value instanceof Expression.Constant(double number)) {
            return number;
        }
        if (value instanceof Expression.Sign(char sign, Expression operand)
                && operand instanceof Expression.Constant(double number)) {
            return sign == '-' ? -number : number;
        }
        throw refused(at, text.substring(at), "a number, as in param beta = 0.9");
    }
}
