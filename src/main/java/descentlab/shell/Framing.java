package descentlab.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** Says of an answer in whose frames it may stand; all others stand in our own alone. */
public final class Framing {

    private Framing() {}

    /** A page that runs files of ours: in our frames, and in those of these sites. */
    public static void allow(HttpServletResponse response, List<String> origins) {
        response.setHeader(SecurityHeaders.POLICY, PagePolicy.framedBy(origins));
    }

    /** A few words that run nothing, lead nowhere, and so may stand anywhere. */
    public static void allowWords(HttpServletResponse response) {
        response.setHeader(
                SecurityHeaders.POLICY, "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *");
    }
}
