package descentlab.trouble;

import java.util.List;

/**
 * The addresses of data that anybody may ask, for whoever asked for one that there is not.
 *
 * @param all as in {@code /api/surface.csv}
 */
public record DataAddresses(List<String> all) {

    /** Where programs ask. */
    public static final String ROOT = "/api/";

    public DataAddresses {
        all = List.copyOf(all);
    }

    /** The answer to who asked for another. */
    public RefusalAnswer refuse(String path) {
        String known = String.join(", ", all);
        return new RefusalAnswer(
                404,
                "There is nothing here",
                "Nothing is at this address. There are " + known + "; the page " + ROOT + "docs shows what they take.",
                "path",
                path,
                known);
    }
}
