package descentlab.progress;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import descentlab.client.Counters;
import descentlab.database.DatabaseOnly;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Stored progress and nothing else of the application. */
@TestConfiguration
@EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
@Import({Progress.class, Notebook.class, ProgressStore.class, NotebookStore.class, DatabaseOnly.class})
class ProgressOnly {

    @Bean
    Counters counters() {
        return Counters.inMemory(InstantSource.system());
    }

    static ConfigurableApplicationContext start(Path home, String url) {
        return new SpringApplicationBuilder(ProgressOnly.class)
                .web(WebApplicationType.NONE)
                .run("--descentlab.home=" + home, "--descentlab.database.url=" + url);
    }

    /** Keeps an answer, why it is so, and an experiment in the home folder that is named, says so, and then waits to be killed. */
    public static void main(String[] arguments) throws InterruptedException {
        ConfigurableApplicationContext application = start(Path.of(arguments[0]), "");
        Progress progress = application.getBean(Progress.class);
        LearnerToken learner = LearnerToken.parse(arguments[1]).orElseThrow();
        progress.attempt(
                learner,
                "drills",
                "drill-1",
                java.util.UUID.fromString(arguments[2]),
                "42",
                PartProgress.Status.SOLVED);
        progress.explain(learner, "drills", "drill-1", OwnWords.typed("by hand"));
        application.getBean(Notebook.class).keep(learner, "lab/surface", "steps=9", "mine", Thumbnail.NONE);
        System.out.println("acknowledged");
        Thread.sleep(600_000);
    }
}
