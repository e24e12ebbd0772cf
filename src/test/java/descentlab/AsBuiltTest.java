package descentlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class AsBuiltTest {

    private static final Map<String, Object> DEFAULTS = Map.of(
            "server.port", "${PORT:8080}", "management.server.port", "${DESCENTLAB_MANAGEMENT_PORT:-1}");

    /** Settings of a source beside those that the application has of itself. */
    private static StandardEnvironment with(String source, Map<String, Object> settings) {
        return new StandardEnvironment() {
            @Override
            protected void customizePropertySources(MutablePropertySources sources) {
                sources.addLast(
                        source.equals(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
                                ? new SystemEnvironmentPropertySource(source, settings)
                                : new MapPropertySource(source, settings));
                sources.addLast(new MapPropertySource(
                        "Config resource 'class path resource [application.properties]' via location 'classpath:/'", DEFAULTS));
            }
        };
    }

    @Test
    void nothingIsGiven() {
        assertThat(AsBuilt.fits(with("systemEnvironment", Map.of()))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "systemEnvironment, PORT, 8097",
        "systemEnvironment, DATABASE_URL, jdbc:postgresql://localhost/lab",
        "systemEnvironment, DESCENTLAB_CLUSTER, 'one, two'",
        "systemEnvironment, DESCENTLAB_MANAGEMENT_PORT, -1",
        "systemEnvironment, SERVERS, 2",
        "systemProperties, spring.aot.enabled, true",
        "systemProperties, java.home, /usr"
    })
    void oursDecideNothingOfWhatThereIs(String source, String name, String value) {
        assertThat(AsBuilt.fits(with(source, Map.of(name, value)))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "systemEnvironment, DESCENTLAB_MANAGEMENT_PORT, 9090",
        "systemEnvironment, SPRING_PROFILES_ACTIVE, class",
        "systemEnvironment, SPRING_APPLICATION_JSON, {}",
        "systemEnvironment, management_endpoints_web_exposure_include, '*'",
        "systemEnvironment, SERVER_SSL_BUNDLE, lab",
        "systemProperties, vaadin.productionMode, false",
        "commandLineArgs, spring.main.lazy-initialization, true",
        "Config resource 'file [config/application.properties]' via location 'optional:file:./config/', server.ssl.bundle, lab"
    })
    void springsOwnMay(String source, String name, String value) {
        assertThat(AsBuilt.fits(with(source, Map.of(name, value)))).isFalse();
    }
}
