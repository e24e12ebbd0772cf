package descentlab.claims;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The claims of a file, to be held against the texts that they are about. */
public final class Claims {

    private static final Pattern NUMBER_WORD = Pattern.compile(
            "\\b(?:ten|twenty|thirty|forty|fifty|\\w*hundred|\\w*thousand|\\w*million|\\w+fold|per ?cent)\\w*\\b");

    private static final Computations COMPUTATIONS = new Computations();

    private final List<ClaimsFile.Entry> entries;

    private Claims(List<ClaimsFile.Entry> entries) {
        this.entries = entries;
    }

    /** Reads a file as {@link ClaimsFile} describes it. */
    public static Claims read(Path file) throws IOException {
        return new Claims(ClaimsFile.read(file).entries());
    }

    /** The value of one of {@link Computations}. */
    public static double compute(String computation) {
        return COMPUTATIONS.of(computation);
    }

    /** The same; nothing where data that it needs is not on this machine. */
    static OptionalDouble computeIfPossible(String computation) {
        return Computations.possible(computation) ? OptionalDouble.of(compute(computation)) : OptionalDouble.empty();
    }

    /** The texts that something is said of. */
    public List<String> texts() {
        return entries.stream().map(ClaimsFile.Entry::text).distinct().toList();
    }

    /** Those that are in one of the texts. */
    public Claims in(String text) {
        return new Claims(entries.stream().filter(entry -> entry.text().equals(text)).toList());
    }

    /** What stands behind the claims. */
    public List<String> computations() {
        return entries.stream()
                .flatMap(entry -> entry.checks().stream())
                .map(ClaimsFile.Check::computation)
                .toList();
    }

    /**
     * What is wrong with a text: words that are not there, figures that are not computed, or not so.
     *
     * @param computing the value of a computation; nothing where it is not to be computed this time
     */
    public List<String> refuted(String text, Function<String, OptionalDouble> computing) {
        List<String> wrong = new ArrayList<>();
        for (ClaimsFile.Entry entry : entries) {
            if (!text.contains(entry.words())) {
                wrong.add("not in the text: " + entry.words());
            }
            for (ClaimsFile.Check check : entry.checks()) {
                computing.apply(check.computation()).ifPresent(value -> check.refutedBy(value)
                        .ifPresent(reason -> wrong.add("“" + entry.words() + "”: " + reason)));
            }
            if (entry.claim()) {
                Figure.in(entry.words()).stream()
                        .filter(number -> Stream.concat(
                                        entry.settings().stream(), entry.checks().stream().map(ClaimsFile.Check::figure))
                                .noneMatch(number::isSizeOf))
                        .forEach(number -> wrong.add("“" + entry.words() + "”: nothing computes " + number));
            }
        }
        return wrong;
    }

    /** The surroundings of each number of a text that no claim speaks of and that is not given. */
    public List<String> uncovered(String text) {
        return uncovered(text, new boolean[text.length()]);
    }

    /** The same, where some characters are spoken for already. */
    List<String> uncovered(String text, boolean[] covered) {
        for (ClaimsFile.Entry entry : entries) {
            for (int at = text.indexOf(entry.words()); at >= 0; at = text.indexOf(entry.words(), at + 1)) {
                Arrays.fill(covered, at, at + entry.words().length(), true);
            }
        }
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < covered.length; i++) {
            rest.append(covered[i] ? '\u2026' : text.charAt(i));
        }
        return Stream.of(rest.toString().split("\u2026+"))
                .filter(piece -> !Figure.in(piece).isEmpty() || NUMBER_WORD.matcher(piece).find())
                .map(String::strip)
                .toList();
    }
}
