package descentlab.dataset;

import java.util.List;

/**
 * What is to be known of a data set before one trusts it.
 *
 * @param name as in links
 * @param title in sentences; says so if it is synthetic
 * @param synthetic whether a program made it
 * @param about what it is
 * @param rows how many examples there are, and for what
 * @param origin who measured or made it, and where it is from
 * @param licence under which it may be used
 * @param checksums of its files; none if it has no files
 */
public record DataSheet(
        String name,
        String title,
        boolean synthetic,
        String about,
        String rows,
        String origin,
        String licence,
        List<Checksum> checksums) {

    /** A file's checksum, and of what it is. */
    public record Checksum(String file, String algorithm, String value) {}

    /** All of it in a few sentences, but for the checksums. */
    public String summary() {
        return about + " Rows: " + rows + ". " + origin + (synthetic ? "" : " " + licence + ".");
    }
}
