package descentlab.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;

/**
 * Square matrices as text. The grammar of a link is {@code 2,1;1,3}: rows by semicolons, entries by commas, each as
 * {@link ComplexText} says. Read as well are pastes from NumPy ({@code [[1, 2], [3, 4]]}, {@code array([[1.+2.j, 0],
 * ...])}, also without commas as NumPy prints), MATLAB ({@code [1 2; 3 4]}) and CSV or TSV lines.
 */
public final class MatrixText {

    /** Largest number of rows and columns. */
    public static final int LARGEST_SIZE = 8;

    private static final int LONGEST = 100_000;
    private static final String ALLOWED =
            "a square matrix of 1x1 to 8x8, rows by semicolons and entries by commas, such as 2,1;1,3";
    private static final Pattern WRAPPER =
            Pattern.compile("(?:(?:np|numpy)\\s*\\.\\s*)?(?:array|matrix|asarray)\\s*\\((.*)\\)\\s*;?", Pattern.DOTALL);
    private static final Pattern KEYWORD = Pattern.compile(",\\s*dtype\\s*=\\s*[\\w.']*\\s*$");
    private static final Pattern INNER_ROW = Pattern.compile("\\[([^\\[\\]]*)\\]");
    private static final Pattern LINE = Pattern.compile("\\R");
    private static final Pattern SPACED_SIGN = Pattern.compile("(?<=\\S)\\s+([+-])\\s+(?=\\S)");
    private static final Pattern GAP = Pattern.compile("\\s+");

    private MatrixText() {}

    /**
     * Reads a matrix.
     *
     * @throws MalformedMatrix if the text is no square matrix of finite numbers, or one over 8x8
     */
    public static ComplexMatrix parse(String text) {
        if (text.length() > LONGEST) {
            throw tooLarge("a text of " + text.length() + " characters");
        }
        List<List<String>> rows = cells(text);
        int n = rows.size();
        if (n == 0) {
            throw MalformedMatrix.whole("nothing", ALLOWED);
        }
        int widest = rows.stream().mapToInt(List::size).max().orElse(0);
        if (n > LARGEST_SIZE || widest > LARGEST_SIZE) {
            throw tooLarge("a matrix of " + n + "x" + widest);
        }
        for (int i = 0; i < n; i++) {
            int width = rows.get(i).size();
            if (width != n) {
                String came = width + (width == 1 ? " entry" : " entries");
                throw MalformedMatrix.row(
                        i + 1, came, n + " in each row of a square matrix with " + n + (n == 1 ? " row" : " rows"));
            }
        }
        return ComplexMatrix.of(n, (i, j) -> number(rows.get(i).get(j), i, j));
    }

    /** The matrix in the grammar of a link; {@link #parse} reads back the same numbers. */
    public static String print(ComplexMatrix matrix) {
        int n = matrix.size();
        return IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, n)
                        .mapToObj(j -> ComplexText.print(matrix.at(i, j)))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    private static Complex number(String cell, int i, int j) {
        return ComplexText.parse(cell)
                .orElseThrow(() -> MalformedMatrix.cell(i + 1, j + 1, cell, ComplexText.ALLOWED));
    }

    private static MalformedMatrix tooLarge(String came) {
        return MalformedMatrix.tooLarge(came, "at most " + LARGEST_SIZE + "x" + LARGEST_SIZE);
    }

    private static List<List<String>> cells(String text) {
        String plain = text.strip();
        Matcher wrapper = WRAPPER.matcher(plain);
        if (wrapper.matches()) {
            plain = KEYWORD.matcher(wrapper.group(1).strip()).replaceFirst("").strip();
        }
        if (plain.isEmpty()) {
            return List.of();
        }
        if (plain.startsWith("[")) {
            return bracketed(plain);
        }
        List<String> lines = lines(plain);
        return lines.size() > 1 ? table(lines) : rows(withoutLast(plain).split(";", -1));
    }

    /** {@code [[1, 2], [3, 4]]} or {@code [1 2; 3 4]}. */
    private static List<List<String>> bracketed(String text) {
        String inner = withoutLast(text);
        if (!inner.endsWith("]") || inner.length() < 2) {
            throw MalformedMatrix.whole("an opening bracket without its closing one", ALLOWED);
        }
        inner = inner.substring(1, inner.length() - 1).strip();
        if (inner.startsWith("[")) {
            List<String> found = new ArrayList<>();
            Matcher row = INNER_ROW.matcher(inner);
            int end = 0;
            while (row.find()) {
                requireSeparator(inner.substring(end, row.start()));
                found.add(row.group(1));
                end = row.end();
            }
            requireSeparator(inner.substring(end));
            return rows(found.toArray(String[]::new));
        }
        if (inner.isEmpty()) {
            return List.of();
        }
        return rows(lines(inner).stream()
                .flatMap(line -> Pattern.compile(";").splitAsStream(line))
                .filter(row -> !row.isBlank())
                .toArray(String[]::new));
    }

    private static void requireSeparator(String between) {
        if (!between.isBlank() && !between.strip().equals(",")) {
            throw MalformedMatrix.whole("brackets that do not pair up to rows", ALLOWED);
        }
    }

    private static List<String> lines(String text) {
        return LINE.splitAsStream(text).filter(line -> !line.isBlank()).toList();
    }

    /** Lines of a table: tabs part the entries, else semicolons where no commas are, else as in a row. */
    private static List<List<String>> table(List<String> lines) {
        boolean semicolons = lines.stream().noneMatch(line -> line.contains(",") || line.endsWith(";"));
        return lines.stream()
                .map(line -> {
                    String row = withoutLast(line);
                    String separator = row.contains("\t") ? "\t" : semicolons && row.contains(";") ? ";" : null;
                    return separator == null ? row(row) : List.of(row.split(separator, -1));
                })
                .toList();
    }

    /** Without the one semicolon that may close a row. */
    private static String withoutLast(String text) {
        return text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text;
    }

    private static List<List<String>> rows(String... rows) {
        return Arrays.stream(rows).map(MatrixText::row).toList();
    }

    private static List<String> row(String row) {
        String plain = row.strip();
        if (plain.contains(",")) {
            return List.of(plain.split(",", -1));
        }
        // Without commas blanks part the entries, but "1 + 2i" is one; a link's "1+2i" arrives as "1 2i".
        String joined = SPACED_SIGN.matcher(plain).replaceAll("$1");
        return List.of(GAP.split(joined));
    }
}
