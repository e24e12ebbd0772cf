package descentlab.embed;

import descentlab.experiment.EncodedQuery;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.Problem;
import descentlab.shell.Framing;
import descentlab.trouble.RefusalAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pages for the frames of sites that the operator allows: {@code /embed/lab/surface?...&theme=dark}. */
@RestController
class EmbedController {

    static final String ROOT = "/embed/";
    static final String THEME = "theme";

    private static final String NOTHING = "There is nothing to embed here";

    private static final List<String> THEMES = List.of("light", "dark");

    private final Embeds embeds;
    private final AllowedOrigins allowed;

    EmbedController(Embeds embeds, AllowedOrigins allowed) {
        this.embeds = embeds;
        this.allowed = allowed;
    }

    @GetMapping(ROOT + "**")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> stranger = FramedBy.stranger(request, allowed);
        if (stranger.isPresent()) {
            FramedBy.refuse(stranger.get(), response);
            return;
        }
        Framing.allow(response, allowed.all());
        try {
            answer(request, response);
        } catch (NothingThere unknown) {
            refuse(HttpStatus.NOT_FOUND, NOTHING, unknown.problem(), request, response);
        } catch (ExperimentException wrong) {
            refuse(wrong.problem(), request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        EncodedQuery.tooLong(query).ifPresent(problem -> {
            throw new ExperimentException(problem);
        });
        Map<String, List<String>> said = new LinkedHashMap<>(EncodedQuery.read(query));
        Optional<String> theme = theme(said.remove(THEME));
        String path = request.getRequestURI().substring((request.getContextPath() + ROOT).length());
        Optional<Embed> embed = embeds.at(path, said);
        if (embed.isEmpty()) {
            new RefusalAnswer(
                            HttpStatus.NOT_FOUND.value(),
                            NOTHING,
                            "“" + path + "” is nothing that can be embedded. There are " + embeds.examples() + ".",
                            "path",
                            path,
                            embeds.examples())
                    .write(request, response);
            return;
        }
        if (BuiltScript.elements().isEmpty()) {
            new RefusalAnswer(
                            HttpStatus.SERVICE_UNAVAILABLE.value(),
                            "Not built",
                            "Pages for frames are there once the application is built for production (./lab build).")
                    .write(request, response);
            return;
        }
        byte[] page = new EmbedPage(embed.get(), theme, request.getContextPath() + "/", allowed.all())
                .html()
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache"); // another version has other scripts
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static Optional<String> theme(List<String> came) {
        if (came == null) {
            return Optional.empty();
        }
        if (came.size() != 1 || !THEMES.contains(came.getFirst())) {
            throw new ExperimentException(new Problem(
                    THEME, String.join(" and ", came), "light or dark, or leave it out to follow the reader's system", false));
        }
        return Optional.of(came.getFirst());
    }

    private static void refuse(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (problem.tooMuch()) {
            refuse(HttpStatus.UNPROCESSABLE_CONTENT, "Too much work", problem, request, response);
        } else {
            refuse(HttpStatus.BAD_REQUEST, "This link cannot be read", problem, request, response);
        }
    }

    private static void refuse(
            HttpStatus status, String title, Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        new RefusalAnswer(
                        status.value(), title, problem.sentence(), problem.parameter(), problem.came(), problem.allowed())
                .write(request, response);
    }
}
