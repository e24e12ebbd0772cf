package descentlab.admission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.HtmlUtils;

/** Tells who gets no page why, and lets the browser try again. It costs no session and holds nothing. */
final class FullPage {

    /** A little later than whoever has waited is let in first. */
    private static final long RETRY_SECONDS = Line.WAIT.toSeconds() + 5;

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="refresh" content="%1$d">
            <title>No room just now · Descent Lab</title>
            <link rel="icon" href="/descentlab/icon.svg" type="image/svg+xml">
            <style>
            html { color-scheme: light dark; background: light-dark(#f6f7f9, #12161d);
                color: light-dark(#1b2330, #e8ecf2); font: 15px/1.6 system-ui, sans-serif; }
            main { max-width: 34rem; margin: 12vh auto; padding: 24px; border-radius: 12px;
                background: light-dark(#ffffff, #1a2029); border: 1px solid light-dark(#e1e5ea, #2a323e); }
            h1 { margin: 0 0 .5em; font-size: 1.4rem; }
            .soft { color: light-dark(#5c6675, #98a3b3); }
            a { color: light-dark(#2f5fd0, #7ea2ff); }
            </style>
            </head>
            <body>
            <main>
            <h1>No room just now</h1>
            <p>Descent Lab has as many pages open as it can take from you at the moment. Yours tries again by itself every
            %1$d seconds; <a href="">try now</a>.</p>
            <p class="soft">%2$s Closing pages that you do not need makes room.</p>
            </main>
            </body>
            </html>
            """;

    private FullPage() {}

    /** Answers by it, with a cookie by which the browser goes first when it tries again. */
    static void write(HttpServletRequest request, HttpServletResponse response, NoRoom why, Line line) throws IOException {
        line.stand(request, response);
        byte[] page = PAGE.formatted(RETRY_SECONDS, HtmlUtils.htmlEscape(why.getMessage()))
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
