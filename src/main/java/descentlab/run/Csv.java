package descentlab.run;

/** Cells of a CSV file (RFC 4180). */
final class Csv {

    private Csv() {}

    /** A text, quoted if it holds what would end it. */
    static String cell(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** A number that reads back exactly; empty for NaN. */
    static String cell(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    /** The same; a whole number without a decimal point. */
    static String cell(Number value) {
        return value instanceof Long ? value.toString() : cell(value.doubleValue());
    }
}
