package descentlab.cluster.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.cluster.Cluster;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ClusterSettingsTest {

    private static final String POSTGRES = "jdbc:postgresql://database/lab?password=secret";

    private static void assertRefused(String servers, String address, String database, String... words) {
        assertThatThrownBy(() -> ClusterSettings.parse(servers, address, database))
                .isInstanceOfSatisfying(WrongCluster.class, refused -> {
                    FailureAnalysis told = new WrongClusterAnalyzer().analyze(refused, refused);
                    assertThat(told.getDescription() + " " + told.getAction())
                            .contains(words)
                            .doesNotContain("secret");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.0.4, 10.1.0.4, 5701",
        "10.1.0.4:5702, 10.1.0.4, 5702",
        "lab.internal, lab.internal, 5701",
        "lab-0.lab.default.svc.cluster.local:65535, lab-0.lab.default.svc.cluster.local, 65535",
        "lab_1:1, lab_1, 1",
        "4lab, 4lab, 5701",
        "::1, ::1, 5701",
        "fd00::7, fd00::7, 5701",
        "[fd00::7], fd00::7, 5701",
        "[fd00::7]:5702, fd00::7, 5702",
    })
    void aPlaceIsAnAddressOrAName(String written, String host, int port) {
        assertThat(Place.parse(written)).contains(new Place(host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.0", "127.1", "10.1.0.256", "10.1.0.4.5", "1", "0x7f.1", "lab:0", "lab:65536", "lab:", "lab:x", ":5701",
                "lab:57011111", "[::1", "::1]", "[::1]:0", "[::1]x", "[lab]", "[10.1.0.4]:5701", "a b", "lab..internal", "-lab",
                "lab-", "http://lab", "lab/24", "10.1.0.*", "läb", "fd00::7::8", "fe80::1%nobody:5701", "[]"
            })
    void whatIsNeitherIsNamed(String wrong) {
        assertRefused("10.1.0.4," + wrong, "", POSTGRES, "DESCENTLAB_CLUSTER names \"" + wrong + "\"", "10.1.0.5:5702");
        assertRefused("10.1.0.4", wrong, POSTGRES, "DESCENTLAB_CLUSTER_ADDRESS names \"" + wrong + "\"");
    }

    @Test
    void serversHaveCommasBetweenThem() {
        assertThat(ClusterSettings.parse(" 10.1.0.4, lab:5702 ,", " 10.1.0.4:5703 ", POSTGRES))
                .isEqualTo(new ClusterSettings(
                        List.of(new Place("10.1.0.4", 5701), new Place("lab", 5702)),
                        Optional.of(new Place("10.1.0.4", 5703))));
    }

    @Test
    void aServerWithoutOthersIsAlone() {
        assertThat(ClusterSettings.parse("", "", "").alone()).isTrue();
        assertThat(ClusterSettings.parse(" ", "", "jdbc:h2:mem:x").alone()).isTrue();
        assertRefused(",", "", POSTGRES, "DESCENTLAB_CLUSTER is \",\", which names no server");
        assertRefused("", "10.1.0.4", POSTGRES, "DESCENTLAB_CLUSTER_ADDRESS is \"10.1.0.4\"", "names no other servers");
    }

    @Test
    void severalServersNeedOneDatabase() {
        assertRefused("lab", "", "", "PostgreSQL", "DATABASE_URL is not set");
        assertRefused("lab", "", "jdbc:h2:mem:secret", "PostgreSQL", "DATABASE_URL begins with \"jdbc:h2:\"");
        assertRefused("lab", "", "secret", "PostgreSQL", "DATABASE_URL");
    }

    @Test
    void theOwnAddressIsThisComputers() {
        assertThat(OwnAddress.of(ClusterSettings.parse("203.0.113.7,127.0.0.1", "", POSTGRES)).orElseThrow().getHostAddress())
                .isEqualTo("127.0.0.1");
        assertThat(OwnAddress.of(ClusterSettings.parse("lab", "127.0.0.2", POSTGRES)).orElseThrow().getHostAddress())
                .isEqualTo("127.0.0.2");
        assertThatThrownBy(() -> OwnAddress.of(ClusterSettings.parse("lab", "203.0.113.7", POSTGRES)))
                .isInstanceOf(WrongCluster.class)
                .hasMessageContaining("DESCENTLAB_CLUSTER_ADDRESS is \"203.0.113.7:5701\", which is no address of this computer");
    }

    @Test
    void theApplicationIsAloneUnlessOthersAreNamed() {
        ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(ClusterConfiguration.class);
        runner.run(application -> assertThat(application.getBean(Cluster.class).isShared()).isFalse());
        runner.withPropertyValues("descentlab.cluster=lab", "descentlab.database.url=jdbc:h2:mem:x")
                .run(application -> assertThat(application.getStartupFailure()).rootCause().isInstanceOf(WrongCluster.class));
    }
}
