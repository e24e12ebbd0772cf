package descentlab.operator;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says which setting names the port that somebody else has. */
@Order(Ordered.HIGHEST_PRECEDENCE) // before Spring's own, which knows no settings of ours
class PortFailureAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    private final Environment environment;

    PortFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortInUseException taken) {
        String port = String.valueOf(taken.getPort());
        boolean management = port.equals(environment.getProperty("management.server.port"));
        String setting = management ? "DESCENTLAB_MANAGEMENT_PORT" : "PORT";
        return new FailureAnalysis(
                "Port " + port + ", which " + setting + " says or leaves as it is, is taken: another program listens on it,"
                        + " perhaps another Descent Lab.",
                "Stop the other program, or set " + setting + " to a port that is free"
                        + (management ? "; without it there is no management port." : "."),
                failure);
    }
}
