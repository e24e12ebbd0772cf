package descentlab.classroom;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody is called in a room: 1 to 24 letters, digits, spaces and a few signs, in any script. Markup, control
 * and direction characters and heaps of accents are no part of a name.
 */
public record Nickname(String value) {

    /** Most characters of a nickname. */
    public static final int LONGEST = 24;

    /** What a nickname may hold, for people. */
    public static final String ALLOWED = "1 to " + LONGEST + " letters, digits, spaces, and - _ . '";

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}](?:\\p{M}{1,2}(?!\\p{M})|[\\p{L}\\p{N} ._'’-])*");

    public Nickname {
        int length = value.codePointCount(0, value.length());
        if (length < 1 || length > LONGEST || !FORM.matcher(value).matches()) {
            throw new ClassroomException("That is no nickname; allowed: " + ALLOWED + ".");
        }
    }

    /**
     * The nickname that was typed: composed, without spaces around it, single spaces within.
     *
     * @throws ClassroomException if it is none, saying what is allowed
     */
    public static Nickname typed(String text) {
        if (text == null || text.length() > 8 * LONGEST) {
            throw new ClassroomException("That is too long for a nickname; allowed: " + ALLOWED + ".");
        }
        return new Nickname(Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll(" {2,}", " "));
    }

    /**
     * Whether a class would mix the two up: as they look alike by Unicode's table of confusable characters (UTS 39, its
     * skeletons), in capitals or not.
     */
    boolean looksLike(Nickname other) {
        return looks().stream().anyMatch(other.looks()::contains);
    }

    private Set<String> looks() {
        String composed = Normalizer.normalize(value, Normalizer.Form.NFKC);
        return Set.copyOf(List.of(skeleton(composed), skeleton(composed.toLowerCase(Locale.ROOT))));
    }

    private static String skeleton(String text) {
        return Looks.CHECKER.getSkeleton(text);
    }

    /** Its table is read when it is first asked for. */
    private static final class Looks {
        static final SpoofChecker CHECKER =
                new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    }

    @Override
    public String toString() {
        return value;
    }
}
