package descentlab.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the numbers of a question back from its text, so that a test solves what the student sees. */
final class Prompts {

    private static final Pattern MATRIX = Pattern.compile("\\\\begin\\{pmatrix}(.*?)\\\\end\\{pmatrix}");

    private Prompts() {}

    /** The matrices and columns of a text, in order. */
    static List<double[][]> matrices(String text) {
        List<double[][]> found = new ArrayList<>();
        Matcher matcher = MATRIX.matcher(text);
        while (matcher.find()) {
            found.add(Arrays.stream(matcher.group(1).split("\\\\\\\\"))
                    .map(row -> Arrays.stream(row.split("&"))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new));
        }
        return found;
    }

    /** The number after a text. */
    static double number(String text, String after) {
        Matcher matcher = Pattern.compile(Pattern.quote(after) + "\\s*([-\\d.]+)").matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no number after " + after + " in " + text);
        }
        return Double.parseDouble(matcher.group(1).replaceAll("\\.$", ""));
    }
}
