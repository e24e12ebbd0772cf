package descentlab;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.aot.AotDetector;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * What the application consists of is worked out when it is built (Spring's ahead-of-time processing), for the settings that
 * it has of itself. Where somebody's differ in what decides over that, it is worked out anew at the start, which takes a
 * second longer: where there is a port for the operator, and wherever Spring's own settings are given, whichever they are.
 * Ours decide nothing of it.
 */
final class AsBuilt implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final Set<String> GIVEN = Set.of("commandLineArgs", "systemProperties", "systemEnvironment");
    private static final String FILE = "Config resource 'file";
    private static final Pattern SPRINGS = Pattern.compile("(?i)(spring|management|server|vaadin)[._].*");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (AotDetector.useGeneratedArtifacts() && !fits(event.getEnvironment())) {
            SpringProperties.setProperty(AotDetector.AOT_ENABLED, Boolean.FALSE.toString());
        }
    }

    /** Whether an application is the one that was built. */
    static boolean fits(ConfigurableEnvironment settings) {
        return settings.getProperty("management.server.port", int.class, -1) < 0
                && settings.getPropertySources().stream()
                        .filter(source -> GIVEN.contains(source.getName()) || source.getName().startsWith(FILE))
                        .flatMap(AsBuilt::names)
                        .noneMatch(name -> SPRINGS.matcher(name).matches() && !name.equals(AotDetector.AOT_ENABLED));
    }

    private static Stream<String> names(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> names ? Arrays.stream(names.getPropertyNames()) : Stream.empty();
    }
}
