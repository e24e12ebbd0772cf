package descentlab.shell;

import descentlab.trouble.RefusalAnswer;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** What the container refuses before the application is asked, as the application would say it. Tomcat makes it by name. */
public final class PlainErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        // As Tomcat has it: nothing to say, or it is said already.
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            ErrorAnswers.answer(status).write(request.getRequest(), response.getResponse());
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // then nobody reads it
        }
    }
}
