package descentlab.shell;

import descentlab.trouble.RefusalAnswer;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what neither a page nor an endpoint answered. */
@Controller
class ErrorAnswers implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        answer(status instanceof Integer code ? code : HttpStatus.NOT_FOUND.value()).write(request, response);
    }

    /** The answer with a status, which is all that is known of what went wrong. */
    static RefusalAnswer answer(int status) {
        return switch (status) {
            case 400 -> new RefusalAnswer(status, "This address cannot be read",
                    "It holds something that cannot be decoded, or that no address may hold. After each % stand two"
                            + " hexadecimal digits; a % itself is written %25.",
                    "address",
                    "what cannot be decoded, or may not stand there",
                    "text in UTF-8, after each % two hexadecimal digits");
            case 404 -> new RefusalAnswer(status, "There is nothing here", "Nothing is at this address.");
            case 405 -> new RefusalAnswer(status, "Wrong method", "This address cannot be asked in this way.");
            default -> {
                HttpStatus known = HttpStatus.resolve(status);
                String title = known == null ? "Status " + status : known.getReasonPhrase();
                yield status < 500
                        ? new RefusalAnswer(status, title, "The server does not answer this request.")
                        : new RefusalAnswer(status, title, "Something went wrong on the server; it is not your doing.");
            }
        };
    }
}
