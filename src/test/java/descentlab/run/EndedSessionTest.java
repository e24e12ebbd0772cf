package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Client;
import descentlab.client.Requester;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/** With a session of the server's, all ends that its browser has under way, and nothing of anybody else's. */
@SpringBootTest(
        classes = {EndpointTest.EndpointsOnly.class, EndedSessionTest.Sessions.class},
        webEnvironment = WebEnvironment.RANDOM_PORT)
class EndedSessionTest {

    @TestConfiguration
    static class Sessions {

        /** Answers the id of the browser's session, or ends it. */
        @Bean
        ServletRegistrationBean<HttpServlet> session() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                            response.getWriter().write(request.getSession().getId());
                        }

                        @Override
                        protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
                            request.getSession().invalidate();
                        }
                    },
                    "/session-of-this-test");
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ComputePool pool;

    @Autowired
    private RunService runs;

    private final TrainingExperiment training = TrainingExperiment.read(Map.of(
                    "data", List.of("silhouettes"),
                    "model", List.of("lenet"),
                    "epochs", List.of("50"),
                    "run", List.of("sgd(lr=0.1)")))
            .orThrow();

    private static String ask(HttpClient browser, HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString()).body();
    }

    @Test
    void whatABrowserHasUnderWayEndsWithItsSession() throws Exception {
        HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        HttpRequest.Builder session =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/session-of-this-test"));
        Requester gone = new Requester(ask(browser, session.GET()), new Client("127.0.0.1"));
        Requester other = new Requester("another browser there", gone.client());
        SurfaceExperiment race = SurfaceExperiment.initial();
        runs.start(gone, race);
        Run large = runs.start(gone, training);
        Trial tried = runs.tryOut(gone, training);
        Run others = runs.start(other, training);
        assertThat(pool.load().large()).isEqualTo(3);

        ask(browser, session.DELETE());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> pool.load().large() == 1);
        assertThat(large.ended()).isTrue();
        assertThat(tried.results()).isDone();
        assertThat(runs.find(gone, race.query())).isEmpty();
        assertThat(runs.find(large.id())).isEmpty();
        assertThat(others.ended()).isFalse();
        assertThat(runs.find(other, training.query())).contains(others);

        runs.leave(other.name());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> pool.load().large() == 0);
    }
}
