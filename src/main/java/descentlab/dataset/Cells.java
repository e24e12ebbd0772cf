package descentlab.dataset;

import java.util.Locale;
import java.util.Set;

/** What a cell of a file holds. */
final class Cells {

    /** What stands for nothing in tables of the field, in small letters. */
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "none", "?", "-", "#n/a", "nil");

    private static final int LONGEST_NUMBER = 40;

    private Cells() {}

    /** Whether nothing was measured. */
    static boolean isMissing(String cell) {
        return cell.length() <= 4 && MISSING.contains(cell.toLowerCase(Locale.ROOT));
    }

    /**
     * The number in a cell; NaN if it is none. Digits with at most one decimal mark and an exponent, no thousands marks: 1,234
     * would be a guess.
     */
    static double number(String cell, boolean decimalComma) {
        if (cell.isEmpty() || cell.length() > LONGEST_NUMBER) {
            return Double.NaN;
        }
        boolean digits = false;
        boolean comma = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = true;
            } else if (c == ',' && decimalComma) {
                comma = true;
            } else if (!(c == '.' && !decimalComma || c == '+' || c == '-' || digits && (c == 'e' || c == 'E'))) {
                return Double.NaN;
            }
        }
        if (!digits) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(comma ? cell.replace(',', '.') : cell);
        } catch (NumberFormatException twoMarks) {
            return Double.NaN;
        }
    }
}
