package descentlab.trouble;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer to a request that no page and no endpoint gets to see: {@code application/problem+json} where a program
 * asks, a small page that needs neither a session nor a script where a person does.
 *
 * @param status of the answer
 * @param title in a few words
 * @param detail in a sentence or two: what was wrong, what came, what is allowed
 * @param parameter what was wrong, where it can be named, else null
 * @param came what it held, else null
 * @param allowed what it may hold, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefusalAnswer(int status, String title, String detail, String parameter, String came, String allowed) {

    private static final int SHOWN = 80;

    private static final String PAGE = read("refusal.html");

    public RefusalAnswer {
        came = came != null && came.length() > SHOWN ? came.substring(0, SHOWN) + "…" : came;
    }

    /** A refusal in words alone. */
    public RefusalAnswer(int status, String title, String detail) {
        this(status, title, detail, null, null, null);
    }

    /** Writes the answer; nothing must have been written before. */
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        boolean person = isForPerson(request);
        response.setContentType(person ? MediaType.TEXT_HTML_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = (person ? page(request.getContextPath()) : json()).getBytes(StandardCharsets.UTF_8);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Whether a person is likely to read the answer: it is asked for as a page, and not under the paths of data. */
    public static boolean isForPerson(HttpServletRequest request) {
        // Where the container asks for an error's page, what was asked for first stands in an attribute.
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = failed instanceof String first ? first : request.getRequestURI();
        String path = uri.substring(request.getContextPath().length());
        String accept = request.getHeader("Accept");
        return !isData(path) && accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** Whether a path is one of data, which programs ask for. */
    public static boolean isData(String path) {
        return path.startsWith(DataAddresses.ROOT) || path.startsWith("/stream/");
    }

    private String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    private String page(String root) {
        return PAGE.replace("{root}", HtmlUtils.htmlEscape(root))
                .replace("{title}", HtmlUtils.htmlEscape(title))
                .replace("{detail}", HtmlUtils.htmlEscape(detail));
    }

    private static String read(String name) {
        try (InputStream in = RefusalAnswer.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
