package descentlab.embed;

import descentlab.shell.Framing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/**
 * Whose page a frame stands in, as far as the browser says so. Whether it may is decided by the browser, which knows for certain
 * (the policy's frame-ancestors), and would show an empty frame: who is known not to be allowed is told why in words instead.
 */
final class FramedBy {

    private static final Set<String> FRAMES = Set.of("iframe", "frame", "embed", "object");
    private static final String DESTINATION = "Sec-Fetch-Dest";
    private static final String SITE = "Sec-Fetch-Site";
    private static final int SHOWN = 200;

    private static final String WORDS =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="UTF-8">
              <title>Not allowed here · Descent Lab</title>
              <style>
                html { color-scheme: light dark; }
                body { margin: 0; padding: 24px; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
                p { max-width: 44em; margin: 0 auto; }
              </style>
            </head>
            <body><p>%s</p></body>
            </html>
            """;

    private FramedBy() {}

    /** The origin of the page around, if the browser says that there is one and it is not allowed. */
    static Optional<String> stranger(HttpServletRequest request, AllowedOrigins allowed) {
        boolean framed = FRAMES.contains(String.valueOf(request.getHeader(DESTINATION)));
        boolean ours = "same-origin".equals(request.getHeader(SITE));
        String referer = request.getHeader(HttpHeaders.REFERER);
        return framed && !ours && referer != null
                ? AllowedOrigins.ofAddress(referer).filter(origin -> !allowed.has(origin))
                : Optional.empty();
    }

    static void refuse(String origin, HttpServletResponse response) throws IOException {
        Framing.allowWords(response);
        String shown = origin.length() > SHOWN ? origin.substring(0, SHOWN) + "…" : origin;
        String sentence = "Pages of " + shown + " may not show figures of this Descent Lab. Whoever runs it can allow them: "
                + AllowedOrigins.SETTING + " names the sites that may, and " + shown + " is none of them.";
        byte[] page = WORDS.formatted(HtmlUtils.htmlEscape(sentence)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
