package descentlab.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out how a table is written down, from its first rows: the delimiter that cuts them all alike, tab before semicolon
 * before comma, since a comma may be a decimal mark too; a decimal comma if more numbers have one than have a point; a
 * header if the first row holds no number while others do, or nothing that comes again in its column.
 */
final class LayoutGuess {

    private static final char[] DELIMITERS = {'\t', ';', ','};
    private static final int ROWS = 100;

    private LayoutGuess() {}

    static CsvLayout of(CsvText text, CsvLayout.Wish wish) throws DataException {
        char delimiter = wish.delimiter().isPresent() ? wish.delimiter().get() : delimiter(text);
        List<List<String>> rows = new ArrayList<>();
        text.read(delimiter, (line, cells) -> {
            rows.add(cells);
            return rows.size() < ROWS;
        });
        if (rows.isEmpty()) {
            throw new DataException(DataException.FILE, "nothing", "a table", "There is nothing in it.");
        }
        boolean comma = wish.decimalComma().orElseGet(() -> delimiter != ',' && decimalComma(rows));
        boolean header = wish.header().orElseGet(() -> header(rows, comma));
        return new CsvLayout(text.charset(), delimiter, comma, header);
    }

    private static char delimiter(CsvText text) throws DataException {
        char best = ',';
        int most = 1;
        DataException refused = null;
        for (char each : DELIMITERS) {
            int[] cells = new int[2];
            boolean[] alike = {true};
            try {
                text.read(each, (line, row) -> {
                    cells[0] = cells[1] == 0 ? row.size() : cells[0];
                    alike[0] &= row.size() == cells[0];
                    return ++cells[1] < ROWS;
                });
            } catch (DataException unlike) {
                alike[0] = false;
                refused = unlike;
            }
            if (alike[0] && cells[0] > 1) {
                return each;
            }
            if (cells[0] > most) {
                most = cells[0];
                best = each;
            }
        }
        if (most == 1 && refused != null) {
            throw refused;
        }
        return best;
    }

    private static boolean decimalComma(List<List<String>> rows) {
        long commas = rows.stream().flatMap(List::stream).filter(cell -> isFraction(cell, ',')).count();
        long points = rows.stream().flatMap(List::stream).filter(cell -> isFraction(cell, '.')).count();
        return commas > points;
    }

    private static boolean isFraction(String cell, char mark) {
        return cell.indexOf(mark) >= 0 && !Double.isNaN(Cells.number(cell, mark == ','));
    }

    private static boolean header(List<List<String>> rows, boolean comma) {
        List<String> first = rows.getFirst();
        if (rows.size() < 2 || first.stream().anyMatch(cell -> !Double.isNaN(Cells.number(cell, comma)))) {
            return false;
        }
        List<List<String>> others = rows.subList(1, rows.size());
        boolean numbers = others.stream().flatMap(List::stream).anyMatch(cell -> !Double.isNaN(Cells.number(cell, comma)));
        if (numbers) {
            return true;
        }
        for (int column = 0; column < first.size(); column++) {
            Set<String> values = new HashSet<>();
            for (List<String> row : others) {
                values.add(row.get(column));
            }
            if (values.contains(first.get(column))) {
                return false;
            }
        }
        return true;
    }
}
