package descentlab.operator;

import descentlab.admission.AdmittedPages;
import descentlab.classroom.Rooms;
import descentlab.client.Refusal;
import descentlab.cluster.Cluster;
import descentlab.cluster.Said;
import descentlab.run.ComputePool;
import descentlab.run.RunService;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the rooms say of themselves, as metrics. They are asked when somebody reads the metrics, and know nothing of it.
 * The page on running the server lists each with its meaning.
 */
@Configuration
class Gauges {

    private static final String BYTES = "bytes";

    @Bean
    MeterBinder runs(RunService runs, ComputePool pool) {
        return registry -> {
            for (RunService.Kind kind : RunService.Kind.values()) {
                FunctionCounter.builder("descentlab.runs.started", runs, each -> each.started(kind))
                        .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
            gauge(registry, "descentlab.runs.kept", runs::kept);
            Gauge.builder("descentlab.runs.size", runs::keptBytes).baseUnit(BYTES).register(registry);
            gauge(registry, "descentlab.jobs.small", () -> pool.load().small());
            gauge(registry, "descentlab.jobs.large", () -> pool.load().large());
            gauge(registry, "descentlab.jobs.large.waiting", () -> pool.load().waiting());
            gauge(registry, "descentlab.seats.taken", () -> pool.load().seated());
        };
    }

    @Bean
    MeterBinder classes(Rooms rooms) {
        return registry -> {
            gauge(registry, "descentlab.rooms", () -> rooms.figures().open());
            gauge(registry, "descentlab.students", () -> rooms.figures().present());
            FunctionCounter.builder("descentlab.votes", rooms, all -> all.figures().votes())
                    .register(registry);
        };
    }

    @Bean
    MeterBinder visitors(AdmittedPages open, ReadingNow readers, Connector connector) {
        // Refusals are counted from the first on; the metric is to be there before.
        Refusal.values();
        return registry -> {
            gauge(registry, "descentlab.sessions", open::sessions);
            gauge(registry, "descentlab.pages", open::count);
            readers(registry, "run", readers::ofRuns);
            readers(registry, "room", readers::ofRooms);
            gauge(registry, "descentlab.connections", connector::connections);
            gauge(registry, "descentlab.connections.most", connector::mostConnections);
        };
    }

    @Bean
    MeterBinder others(Cluster cluster) {
        return registry -> {
            cluster.said().each(flow -> {
                said("descentlab.cluster.messages", flow, Said.Flow::messages).register(registry);
                said("descentlab.cluster.size", flow, Said.Flow::bytes).baseUnit(BYTES).register(registry);
            });
            FunctionCounter.builder("descentlab.cluster.dropped", cluster, Cluster::dropped)
                    .register(registry);
        };
    }

    private static FunctionCounter.Builder<Said.Flow> said(String name, Said.Flow flow, ToDoubleFunction<Said.Flow> count) {
        return FunctionCounter.builder(name, flow, count)
                .tag("kind", flow.kind().name().toLowerCase(Locale.ROOT))
                .tag("subject", flow.subject().isEmpty() ? "none" : flow.subject());
    }

    @Bean
    MeterBinder health(RepeatedCheck connectorHealthIndicator, RepeatedCheck databaseHealthIndicator, RepeatedCheck diskHealthIndicator) {
        return registry -> {
            up(registry, "connector", connectorHealthIndicator);
            up(registry, "database", databaseHealthIndicator);
            up(registry, "disk", diskHealthIndicator);
        };
    }

    private static void gauge(MeterRegistry registry, String name, Supplier<Number> value) {
        Gauge.builder(name, value).register(registry);
    }

    private static void readers(MeterRegistry registry, String of, Supplier<Number> value) {
        Gauge.builder("descentlab.stream.readers", value).tag("of", of).register(registry);
    }

    private static void up(MeterRegistry registry, String component, RepeatedCheck watch) {
        Gauge.builder("descentlab.up", () -> watch.isUp() ? 1 : 0)
                .tag("component", component)
                .register(registry);
    }
}
