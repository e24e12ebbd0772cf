package descentlab.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is in a file.
 *
 * @param layout how it is written down
 * @param rows without the header
 * @param columns in their order
 * @param first the first rows, long cells cut
 */
public record Survey(CsvLayout layout, int rows, List<ColumnProfile> columns, List<List<String>> first) {

    /** Bytes of a file, at most. */
    public static final int MOST_BYTES = 10_000_000;

    /** Cells of a file, at most. */
    public static final int MOST_CELLS = 20_000_000;

    /** Different values that are told apart, of all columns together. */
    private static final int MOST_DISTINCT_IN_ALL = 100_000;

    private static final String ROWS = "two rows at least";
    private static final int SHOWN = 10;
    private static final int SHOWN_LENGTH = 60;
    private static final double MOSTLY = 0.8;

    /**
     * Reads a file through.
     *
     * @throws DataException if it is no table to learn from; says where
     */
    public static Survey of(byte[] content, CsvLayout.Wish wish) throws DataException {
        if (content.length > MOST_BYTES) {
            throw new DataException(DataException.FILE, content.length + " bytes", "at most " + MOST_BYTES + " bytes", "A file may have " + MOST_BYTES / 1_000_000 + " MB; this one has more.");
        }
        CsvText text = new CsvText(content);
        CsvLayout layout = LayoutGuess.of(text, wish);
        List<Column> columns = new ArrayList<>();
        List<List<String>> first = new ArrayList<>();
        int[] rows = new int[1];
        text.read(layout.delimiter(), (line, cells) -> {
            if (columns.isEmpty()) {
                names(layout.header() ? cells : cells.stream().map(any -> "").toList())
                        .forEach(name -> columns.add(new Column(name, mostDistinct(cells.size()))));
                if (layout.header()) {
                    return true;
                }
            }
            if ((long) ++rows[0] * cells.size() > MOST_CELLS) {
                throw DataException.atLine(line, "makes it more than " + MOST_CELLS + " cells.", "at most " + MOST_CELLS + " cells");
            }
            for (int i = 0; i < cells.size(); i++) {
                columns.get(i).take(line, cells.get(i), layout.decimalComma());
            }
            if (first.size() < SHOWN) {
                first.add(cells.stream().map(Survey::shown).toList());
            }
            return true;
        });
        if (isHeaderAlone(layout, rows[0], columns)) {
            throw new DataException(DataException.FILE, "one line", ROWS, "There is only one line in it, and that names columns: rows of numbers and words are"
                    + " wanted below it, at least two.");
        }
        if (rows[0] < 2) {
            throw new DataException(DataException.FILE, rows[0] == 0 ? "no rows" : "one row", ROWS, "There " + (rows[0] == 0 ? "are no rows" : "is only one row") + " in it"
                    + (layout.header() ? " beside the header" : "") + ": nothing can be learned from that. At least two rows are wanted.");
        }
        return new Survey(layout, rows[0], columns.stream().map(Column::profile).toList(), first);
    }

    /** A single line is no header to who guesses, who knows a header by what is below it. */
    private static boolean isHeaderAlone(CsvLayout layout, int rows, List<Column> columns) {
        return layout.header()
                ? rows == 0
                : rows == 1
                        && columns.stream().allMatch(column -> column.numbers == 0)
                        && columns.stream().anyMatch(column -> column.texts > 0);
    }

    /** The place of the column of that name. */
    public Optional<Integer> place(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static String shown(String cell) {
        String plain = cell.replaceAll("\\p{Cntrl}", " ");
        return plain.codePointCount(0, plain.length()) > SHOWN_LENGTH
                ? plain.substring(0, plain.offsetByCodePoints(0, SHOWN_LENGTH)) + "…"
                : plain;
    }

    /** Short, told apart, and each something. */
    private static List<String> names(List<String> header) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String plain = shown(header.get(i).replaceAll("\\s+", " "));
            String base = plain.isBlank() ? "column " + (i + 1) : plain;
            String name = base;
            for (int n = 2; !taken.add(name); n++) {
                name = base + " (" + n + ")";
            }
            names.add(name);
        }
        return names;
    }

    /** Of each of so many columns, so that what is held of all is bounded. */
    private static int mostDistinct(int columns) {
        return Math.min(ColumnProfile.MOST_DISTINCT, MOST_DISTINCT_IN_ALL / columns);
    }

    /** A column while it is read. */
    private static final class Column {

        private final String name;
        private final int mostDistinct;
        private final Set<Object> values = new HashSet<>();
        private int missing;
        private int numbers;
        private int texts;
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;
        private long stray;
        private String strayText = "";

        Column(String name, int mostDistinct) {
            this.name = name;
            this.mostDistinct = mostDistinct;
        }

        void take(long line, String cell, boolean comma) throws DataException {
            if (Cells.isMissing(cell)) {
                missing++;
                return;
            }
            double number = Cells.number(cell, comma);
            if (Double.isNaN(number)) {
                texts++;
                if (stray == 0) {
                    stray = line;
                    strayText = shown(cell);
                }
                note(cell);
            } else {
                ColumnValues.checkSize(line, name, cell, number);
                numbers++;
                least = Math.min(least, number);
                most = Math.max(most, number);
                note(number);
            }
        }

        private void note(Object value) {
            if (values.size() <= mostDistinct) {
                values.add(value);
            }
        }

        ColumnProfile profile() {
            boolean many = values.size() > mostDistinct;
            ColumnProfile.Kind kind = numbers + texts == 0
                    ? ColumnProfile.Kind.EMPTY
                    : texts == 0
                            ? ColumnProfile.Kind.NUMBER
                            : many ? ColumnProfile.Kind.TEXT : ColumnProfile.Kind.CATEGORY;
            boolean mostly = texts > 0 && numbers > MOSTLY * (numbers + texts);
            return new ColumnProfile(
                    name,
                    kind,
                    missing,
                    Math.min(values.size(), mostDistinct),
                    numbers == 0 ? Double.NaN : least,
                    numbers == 0 ? Double.NaN : most,
                    mostly ? stray : 0,
                    mostly ? strayText : "");
        }
    }
}
