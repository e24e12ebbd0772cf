package descentlab.claims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text claims, how each claim is computed, and the figure that the text prints:
 *
 * <pre>
 * # a comment
 * in FILE                       the text that what follows is in, for files that are about more than one
 * given words of the text       numbers that are chosen, defined or proven: nothing is to be computed
 * claim words of the text       verbatim, but for line breaks; the lines below belong to it
 *   with 20                     numbers in these words that are settings of the computation
 *   race x1 20 QUERY = -2.4     a computation of {@link Computations}, and the figure printed; it may also be
 *                               below (&lt;) or above (&gt;) the figure
 * </pre>
 *
 * A figure is right if the computed value, rounded to as many digits as the figure has, is the figure.
 */
record ClaimsFile(List<Entry> entries) {

    private static final Pattern CHECK = Pattern.compile("(.*) ([=<>]) (\\S+)");

    /** A computation and what the text says of its value. */
    record Check(String computation, char relation, Figure figure) {

        /** What is wrong with the text, if the computed value is this. */
        Optional<String> refutedBy(double value) {
            boolean holds = switch (relation) {
                case '<' -> value < figure.value();
                case '>' -> value > figure.value();
                default -> figure.isRoundedFrom(value);
            };
            return holds ? Optional.empty() : Optional.of(computation + " is " + value + ", not " + relation + " " + figure);
        }
    }

    /**
     * Words of a text and what stands behind them.
     *
     * @param text the file that they are in; empty where there is only one
     * @param words as they stand there
     * @param settings numbers in the words that are not figures
     * @param checks empty for what is given
     */
    record Entry(String text, String words, List<Figure> settings, List<Check> checks, boolean claim) {}

    static ClaimsFile read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        String text = "";
        for (String line : Files.readAllLines(file)) {
            String stripped = line.strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            String[] parts = stripped.split(" ", 2);
            Entry last = entries.isEmpty() ? null : entries.getLast();
            boolean below = line.startsWith(" ");
            if (below && (last == null || !last.claim)) {
                throw new IllegalArgumentException(file + ": a line below nothing: " + line);
            }
            if (below && parts[0].equals("with")) {
                for (String number : parts[1].split(" ")) {
                    last.settings.add(Figure.of(number));
                }
            } else if (below) {
                Matcher check = CHECK.matcher(stripped);
                if (!check.matches()) {
                    throw new IllegalArgumentException(file + ": a check is COMPUTATION = FIGURE, not " + line);
                }
                last.checks.add(new Check(
                        check.group(1), check.group(2).charAt(0), Figure.of(check.group(3))));
            } else {
                switch (parts[0]) {
                    case "in" -> text = parts[1];
                    case "given", "claim" ->
                        entries.add(new Entry(
                                text, parts[1], new ArrayList<>(), new ArrayList<>(), parts[0].equals("claim")));
                    default -> throw new IllegalArgumentException(file + ": in, given or claim, not " + line);
                }
            }
        }
        for (Entry entry : entries) {
            if (entry.claim && entry.checks.isEmpty()) {
                throw new IllegalArgumentException(file + ": nothing computes “" + entry.words + "”");
            }
        }
        return new ClaimsFile(List.copyOf(entries));
    }
}
