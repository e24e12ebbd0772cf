package descentlab.run;

import descentlab.client.Elsewhere;
import descentlab.client.Rush;
import descentlab.cluster.Cluster;
import descentlab.dataset.Download;
import descentlab.dataset.FashionMnist;
import descentlab.dataset.Pictures;
import descentlab.heap.HeapShare;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** The bounds of computing and keeping, in one place. */
@Configuration
@EnableScheduling
class RunConfiguration {

    private static final int JOBS_PER_OWNER = 16;
    private static final int JOBS = 2000;
    private static final Duration BUDGET = Duration.ofMinutes(5);

    /**
     * A class and some behind one address, which has three quarters, and some for others; each holds its optimizers'
     * memory from its first turn to its end.
     */
    private static final int LARGE_JOBS = 80;

    private static final int LARGE_JOBS_PER_OWNER = 4;

    /** Short, so that everybody in the line soon sees a first curve. */
    private static final Duration LARGE_TURN = Duration.ofSeconds(5);

    /** Ten epochs of four optimizers on a slow core; nobody waits longer for it, since seats are given up in turn. */
    private static final Duration LARGE_BUDGET = Duration.ofMinutes(20);

    private static final int RUNS_KEPT = 1000;
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final Duration UNTIL_REHEARSAL = Duration.ofSeconds(3);

    private final MemoryRunRegistry registry = new MemoryRunRegistry(RUNS_KEPT, HeapShare.RUNS.bytes(), KEPT);

    @Bean
    ComputePool computePool(Rush rush, Elsewhere largeRunsElsewhere) {
        // One core is left to the interface, where there is one to leave.
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        Seats.Quota large = new Seats.Quota(
                threads + 1, // two on two cores: one goes on while the other reads its data
                LARGE_TURN,
                LARGE_JOBS_PER_OWNER,
                LARGE_JOBS,
                HeapShare.LARGE_JOBS.bytes(),
                LARGE_BUDGET);
        return new ComputePool(new ComputePool.Quota(threads, JOBS_PER_OWNER, JOBS, BUDGET, large), rush::isOn, largeRunsElsewhere);
    }

    @Bean
    RunService runService(ComputePool pool, Pictures pictures, ObjectProvider<OwnTables> own, Cluster cluster) {
        return new RunService(pool, registry, new RowLedger(HeapShare.ROWS.bytes()), new Courses(pictures, own.getIfAvailable(() -> OwnTables.NONE)), cluster);
    }

    /** With the end of a session its browser can find none of its runs any more. */
    @Bean
    HttpSessionListener runsEndWithTheirSession(RunService runs) {
        return new HttpSessionListener() {
            @Override
            public void sessionDestroyed(HttpSessionEvent ended) {
                runs.leave(ended.getSession().getId());
            }
        };
    }

    @Bean
    Pictures pictures(
            @Value("${descentlab.home:${user.home}/.descentlab}") Path home,
            @Value("${descentlab.fashion-mnist.packaged:}") String packaged,
            @Value("${descentlab.fashion-mnist.source:}") String source) {
        return new Pictures(new FashionMnist(
                home.resolve(FashionMnist.NAME),
                packaged.isEmpty() ? FashionMnist.DEBIAN : Path.of(packaged),
                new Download(source.isEmpty() ? Download.SOURCE : URI.create(source))));
    }

    /** Not at once: whoever opens the first page is served first. */
    @EventListener(ApplicationReadyEvent.class)
    void rehearseLater() {
        CompletableFuture.delayedExecutor(UNTIL_REHEARSAL.toSeconds(), TimeUnit.SECONDS).execute(Rehearsal::early);
    }

    @Scheduled(fixedDelay = 60_000)
    void forgetOldRuns() {
        registry.sweep();
    }
}
