package descentlab.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.mock.env.MockEnvironment;

class PortFailureTest {

    @ParameterizedTest
    @CsvSource({"8080, PORT", "8081, DESCENTLAB_MANAGEMENT_PORT"})
    void aTakenPortIsSaidWithItsSetting(int port, String setting) {
        MockEnvironment environment = new MockEnvironment().withProperty("management.server.port", "8081");

        FailureAnalysis analysis =
                new PortFailureAnalyzer(environment).analyze(new IllegalStateException(new PortInUseException(port)));

        assertThat(analysis.getDescription()).contains("Port " + port + ", which " + setting + " says");
        assertThat(analysis.getAction()).contains("set " + setting + " to a port that is free");
    }

    @Test
    void theMainPortIsNoManagementPort() {
        assertThatThrownBy(() -> new HealthConfiguration(8080, 8080))
                .isInstanceOf(ManagementPortException.class)
                .hasMessage("DESCENTLAB_MANAGEMENT_PORT is 8080, the same as PORT; allowed: any other free port.");
    }
}
