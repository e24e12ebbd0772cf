package descentlab.classroom;

import descentlab.notation.Decimal;
import descentlab.notation.Typed;
import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** What people write as an answer: as it may be shown, and as that by which two of them are the same. */
final class AnswerText {

    /** Characters that no keyboard of an answer has: control, direction and format, and what is not assigned. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]+");

    private static final Pattern AROUND = Pattern.compile("^[\\p{Pi}\\p{Pf}\"'`]+|[\\p{Pi}\\p{Pf}\"'`.,;:!?]+$");

    private AnswerText() {}

    /** On one line, with single blanks, composed. */
    static String shown(String typed) {
        return UNSEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll(" ").strip().replaceAll("\\s{2,}", " ");
    }

    /**
     * The same for answers that are the same: numbers by their value, all else without capitals, blanks, and signs around
     * it.
     */
    static String key(String shown) {
        OptionalDouble number = Decimal.read(Typed.number(shown));
        if (number.isPresent()) {
            return Decimal.write(number.getAsDouble() + 0.0);
        }
        String folded = Normalizer.normalize(shown, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        String bare = AROUND.matcher(folded).replaceAll("");
        return bare.isEmpty() ? folded : bare;
    }
}
