package descentlab.owndata;

import java.time.Instant;

/**
 * A file that a learner gave.
 *
 * @param key names it by its content
 * @param name as it was called, for the learner alone
 * @param bytes of its content
 * @param kept since when
 */
record OwnFile(String key, String name, int bytes, Instant kept) {

    private static final int LONGEST_NAME = 80;
    private static final String UNNAMED = "pasted";

    /** A file's name as it is kept: short, without a folder, without what is no print. */
    static String name(String typed) {
        String plain = typed.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", " ").strip();
        if (plain.isEmpty()) {
            return UNNAMED;
        }
        return plain.codePointCount(0, plain.length()) > LONGEST_NAME
                ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME))
                : plain;
    }
}
