package descentlab.embed;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the server does not start when it cannot tell who may embed its figures. */
class WrongOriginsAnalyzer extends AbstractFailureAnalyzer<WrongOrigins> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, WrongOrigins cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Name each site by scheme and host, and its port if it has one, with commas between them, such as"
                        + " https://lms.example.org,http://localhost:8000; no paths, and no * for many.",
                failure);
    }
}
