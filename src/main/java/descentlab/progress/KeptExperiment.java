package descentlab.progress;

import java.time.Instant;
import java.util.UUID;

/**
 * An experiment in a learner's notebook.
 *
 * @param id known to its learner alone
 * @param page path of its lab
 * @param query of its link, as it is sent
 * @param name given by hand; empty for none
 * @param note in the learner's own words; empty for none
 * @param pinned whether it was kept by hand, not by itself
 * @param pictured whether there is a thumbnail
 * @param kept when it was kept last
 */
public record KeptExperiment(
        UUID id, String page, String query, String name, String note, boolean pinned, boolean pictured, Instant kept) {

    /** Most characters of a name. */
    public static final int LONGEST_NAME = 80;

    /** Most characters of a note. */
    public static final int LONGEST_NOTE = 500;

    /** One that is kept now. */
    static KeptExperiment now(String page, String query, String name, boolean pinned, Thumbnail thumbnail) {
        return new KeptExperiment(UUID.randomUUID(), page, query, name, "", pinned, thumbnail.isThere(), Instant.now());
    }

    /** The experiment's link. */
    public String link() {
        return page + "?" + query;
    }

    /** Whether somebody did something to keep it; others go when there are too many. */
    public boolean cared() {
        return pinned || !name.isEmpty() || !note.isEmpty();
    }

    /** A name as it is kept: in one line. */
    static String name(String typed) {
        return bounded(OwnWords.plain(typed).replaceAll("\\s+", " "), LONGEST_NAME, "a name");
    }

    /** A note as it is kept. */
    static String note(String typed) {
        return bounded(OwnWords.plain(typed), LONGEST_NOTE, "a note");
    }

    private static String bounded(String text, int longest, String what) {
        if (text.length() > longest) {
            throw new IllegalArgumentException(
                    "At most " + longest + " characters of " + what + " are kept; these are " + text.length() + ".");
        }
        return text;
    }
}
