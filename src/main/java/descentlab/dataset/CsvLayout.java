package descentlab.dataset;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How a table is written down.
 *
 * @param charset of its text
 * @param delimiter between two cells
 * @param decimalComma whether one and a half is 1,5; else 1.5
 * @param header whether the first line names the columns
 */
public record CsvLayout(Charset charset, char delimiter, boolean decimalComma, boolean header) {

    /**
     * What somebody knows better than a guess.
     *
     * @param delimiter empty to guess
     * @param decimalComma empty to guess
     * @param header empty to guess
     */
    public record Wish(Optional<Character> delimiter, Optional<Boolean> decimalComma, Optional<Boolean> header) {

        /** All is guessed. */
        public static final Wish NONE = new Wish(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The name of the delimiter in sentences. */
    public String delimiterName() {
        return switch (delimiter) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            default -> "“" + delimiter + "”";
        };
    }
}
