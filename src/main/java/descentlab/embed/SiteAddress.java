package descentlab.embed;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/**
 * The address under which others reach this server: as {@code DESCENTLAB_URL} says, or as the request was sent.
 *
 * @param set what the setting says; empty if nothing
 */
record SiteAddress(String set) {

    SiteAddress {
        set = set.strip().replaceAll("/+$", "");
    }

    /** Without a slash at its end. */
    String of(HttpServletRequest request) {
        if (!set.isEmpty()) {
            return set;
        }
        URI seen = URI.create(request.getRequestURL().toString());
        return seen.getScheme() + "://" + seen.getRawAuthority() + request.getContextPath();
    }
}
