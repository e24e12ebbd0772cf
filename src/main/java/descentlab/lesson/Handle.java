package descentlab.lesson;

import descentlab.notation.Decimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A number that decides a figure and that a reader moves: {@code eta = 0.4 in 0.05..5, learning rate}.
 *
 * @param name in the figure's link, between braces, and in the text
 * @param initial what it is as printed
 * @param least the least it may be
 * @param most the most it may be
 * @param scale how it goes from one to the other
 * @param says what it is, in plain words
 */
record Handle(String name, double initial, double least, double most, Scale scale, String says) {

    /** From value to value. */
    sealed interface Scale {

        /** By even steps. */
        record Steps(double by) implements Scale {}

        /** By round values, which grow by factors; whole ones where all that its line says is whole. */
        record Factors(boolean whole) implements Scale {}
    }

    private static final String NUMBER = "([-+.\\deE]+?)";
    private static final Pattern SYNTAX = Pattern.compile(
            "([a-z][a-z0-9-]*) = " + NUMBER + " in " + NUMBER + "\\.\\." + NUMBER + "(?: by " + NUMBER + ")?, (\\S.*)");

    /** What a line declares; empty if it is no declaration. */
    static Optional<Handle> read(String line) {
        Matcher parts = SYNTAX.matcher(line.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean whole = IntStream.rangeClosed(2, 4).allMatch(i -> parts.group(i).matches("\\d+"));
        return Optional.of(new Handle(
                parts.group(1),
                number(parts.group(2)),
                number(parts.group(3)),
                number(parts.group(4)),
                parts.group(5) == null ? new Scale.Factors(whole) : new Scale.Steps(number(parts.group(5))),
                parts.group(6)));
    }

    private static double number(String text) {
        OptionalDouble value = Decimal.read(text);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' is no number");
        }
        return value.getAsDouble();
    }

    Handle {
        if (!(least < most)) {
            throw new IllegalArgumentException(
                    name + " is to be between two numbers, the smaller first, as in '" + name + " = 0.4 in 0.05..5, …'");
        }
        if (initial < least || initial > most) {
            throw new IllegalArgumentException(name + " is " + Decimal.write(initial) + ", which is outside "
                    + Decimal.write(least) + ".." + Decimal.write(most));
        }
        if (least <= 0 && !(scale instanceof Scale.Steps(double by) && by > 0)) {
            throw new IllegalArgumentException(name + " goes down to " + Decimal.write(least)
                    + ", where a logarithmic scale does not: say by which steps, as in '" + name + " = 0 in -90..90 by 1, …'");
        }
    }

    boolean allows(double value) {
        return least <= value
                && value <= most
                && (!(scale instanceof Scale.Factors(boolean whole) && whole) || value == Math.rint(value));
    }

    /** As an element declares it to the numbers of a text. */
    String declaration() {
        String steps =
                switch (scale) {
                    case Scale.Steps(double by) -> Decimal.write(by);
                    case Scale.Factors(boolean whole) -> whole ? "whole" : "log";
                };
        return Decimal.write(least) + " " + Decimal.write(most) + " " + steps + " " + says;
    }
}
