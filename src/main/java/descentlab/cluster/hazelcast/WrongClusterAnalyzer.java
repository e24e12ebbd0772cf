package descentlab.cluster.hazelcast;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the server does not start when it cannot be one of several. */
class WrongClusterAnalyzer extends AbstractFailureAnalyzer<WrongCluster> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, WrongCluster cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), failure);
    }
}
