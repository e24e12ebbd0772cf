package descentlab.operator;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the server does not start with that management port. */
class ManagementPortFailureAnalyzer extends AbstractFailureAnalyzer<ManagementPortException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, ManagementPortException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set DESCENTLAB_MANAGEMENT_PORT to another port than PORT, or leave it out: then there is no management port.",
                failure);
    }
}
