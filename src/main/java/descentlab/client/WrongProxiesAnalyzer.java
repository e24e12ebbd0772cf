package descentlab.client;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the server does not start when it cannot tell whom to believe. */
class WrongProxiesAnalyzer extends AbstractFailureAnalyzer<WrongProxies> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, WrongProxies cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), failure);
    }
}
