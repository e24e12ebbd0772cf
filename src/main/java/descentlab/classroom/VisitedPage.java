package descentlab.classroom;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages of the application on which a class can be asked to be. */
public final class VisitedPage {

    /** Characters of a path, at most. */
    public static final int LONGEST = 4000;

    private static final Pattern PATH = Pattern.compile(
            "(?:https?://[^/?#\\s]+/|/)?((?:lesson|exercises|lab|data|notebook)(?:/[a-z0-9-]+)*(?:\\?[^#\\s\\p{Cntrl}]*)?(?:#[A-Za-z0-9_-]+)?)");

    private VisitedPage() {}

    /** The path, from the application's root on, of what was pasted; nothing if it is no such page. */
    public static Optional<String> of(String pasted) {
        if (pasted.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher path = PATH.matcher(pasted.strip());
        return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
    }

    /** @throws ClassroomException if it is no such page */
    static String checked(String pasted) {
        return of(pasted)
                .orElseThrow(() -> new ClassroomException(
                        "That is no page that a class can be on; allowed: lessons, exercises, labs and data."));
    }
}
