package descentlab.run;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An answer that is written while it is made, so that what it is made from can be let go of after its last byte. */
final class JsonAnswer {

    private JsonAnswer() {}

    /** @throws IOException if the reader is gone, which Jackson would tell as a failure of ours */
    static void write(JsonMapper json, Object answer, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try {
            json.writeValue(response.getOutputStream(), answer);
        } catch (JacksonException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException gone) {
                    throw gone;
                }
            }
            throw failed;
        }
    }
}
