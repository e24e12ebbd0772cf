package descentlab.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The columns of a file that are used, read into memory: numbers as they are, texts as places in a list of them. */
final class ColumnValues {

    /** Beyond it squares and their sums would soon overflow. */
    private static final double LARGEST = 1e100;

    /** What stands for nothing among places. */
    static final int MISSING = -1;

    private final Survey survey;
    private final double[][] numbers;
    private final int[][] places;
    private final List<Map<String, Integer>> texts = new ArrayList<>();
    private int rows;

    private ColumnValues(Survey survey, boolean[] used) {
        this.survey = survey;
        this.numbers = new double[used.length][];
        this.places = new int[used.length][];
        for (int i = 0; i < used.length; i++) {
            texts.add(new HashMap<>());
            if (used[i] && survey.columns().get(i).kind() == ColumnProfile.Kind.NUMBER) {
                numbers[i] = new double[survey.rows()];
            } else if (used[i]) {
                places[i] = new int[survey.rows()];
            }
        }
    }

    static void checkSize(long line, String column, String cell, double number) throws DataException {
        if (Math.abs(number) > LARGEST) {
            throw DataException.atCell(
                    line, column, DataException.quoted(cell) + " is too large; numbers up to 1e100 can be.", "numbers up to 1e100");
        }
    }

    /** @param used which columns, by their place */
    static ColumnValues read(byte[] content, Survey survey, boolean[] used) throws DataException {
        ColumnValues columns = new ColumnValues(survey, used);
        CsvLayout layout = survey.layout();
        boolean[] header = {layout.header()};
        new CsvText(content).read(layout.delimiter(), (line, cells) -> {
            if (!header[0]) {
                columns.take(cells, layout.decimalComma());
            }
            header[0] = false;
            return true;
        });
        return columns;
    }

    private void take(List<String> cells, boolean comma) {
        for (int i = 0; i < numbers.length; i++) {
            String cell = cells.get(i);
            if (numbers[i] != null) {
                numbers[i][rows] = Cells.isMissing(cell) ? Double.NaN : Cells.number(cell, comma);
            } else if (places[i] != null) {
                Map<String, Integer> known = texts.get(i);
                places[i][rows] = Cells.isMissing(cell) ? MISSING : known.computeIfAbsent(cell, any -> known.size());
            }
        }
        rows++;
    }

    int rows() {
        return rows;
    }

    boolean isMissing(int column, int row) {
        return numbers[column] != null ? Double.isNaN(numbers[column][row]) : places[column][row] == MISSING;
    }

    /** The values of a column that holds numbers, NaN where there is none; not to be written but by who fills them. */
    double[] numbers(int column) {
        return numbers[column];
    }

    /** The places of a column's texts in {@link #texts}. */
    int[] places(int column) {
        return places[column];
    }

    /** The different texts of a column by their places. */
    List<String> texts(int column) {
        String[] all = new String[texts.get(column).size()];
        texts.get(column).forEach((text, place) -> all[place] = text);
        return Arrays.asList(all);
    }

    /** What a column's values are among the different values of some rows, which are sorted: numbers by size. */
    Classes classes(int column, int[] some) {
        if (numbers[column] == null) {
            List<String> all = texts(column);
            TreeSet<String> there = new TreeSet<>();
            for (int row : some) {
                there.add(all.get(places[column][row]));
            }
            List<String> names = List.copyOf(there);
            return new Classes(names, row -> names.indexOf(all.get(places[column][row])));
        }
        double[] sorted = Arrays.stream(some).mapToDouble(row -> numbers[column][row] + 0.0).sorted().distinct().toArray();
        return new Classes(
                Arrays.stream(sorted).mapToObj(ColumnValues::written).toList(),
                row -> Arrays.binarySearch(sorted, numbers[column][row] + 0.0));
    }

    /** Names of classes, and the class of a row. */
    record Classes(List<String> names, java.util.function.IntUnaryOperator of) {}

    private static String written(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? String.valueOf((long) value) : String.valueOf(value);
    }

    Survey survey() {
        return survey;
    }
}
