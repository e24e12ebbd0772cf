package descentlab.embed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The sites whose pages may show figures of ours in frames: those that {@code DESCENTLAB_EMBED} names, none without it.
 *
 * @param all origins as browsers write them, such as {@code https://lms.example.org}
 */
record AllowedOrigins(List<String> all) {

    static final String SETTING = "DESCENTLAB_EMBED";

    /** More would make each answer's head long, for everybody. */
    private static final int MOST = 50;

    AllowedOrigins {
        all = List.copyOf(all);
    }

    /**
     * Reads the setting.
     *
     * @param setting origins with commas between them
     * @throws WrongOrigins if something else stands there
     */
    static AllowedOrigins parse(String setting) {
        List<String> written = Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        if (written.size() > MOST) {
            throw WrongOrigins.tooMany(written.size(), MOST);
        }
        return new AllowedOrigins(written.stream()
                .map(each -> origin(each, false).orElseThrow(() -> WrongOrigins.written(each)))
                .distinct()
                .toList());
    }

    boolean has(String origin) {
        return all.contains(origin);
    }

    /** The origin of a whole address. */
    static Optional<String> ofAddress(String address) {
        return origin(address, true);
    }

    private static Optional<String> origin(String text, boolean withPath) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean known = scheme.equals("https") || scheme.equals("http");
            boolean bare = withPath
                    || !uri.isOpaque()
                            && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null;
            if (!known || !bare || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getPort() > 65_535) {
                return Optional.empty();
            }
            boolean usual = uri.getPort() < 0 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
            return Optional.of(
                    scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort()));
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }
}
