package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Client;
import descentlab.client.Requester;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Runs that live as long as somebody reads them. */
@SpringBootTest(classes = EndpointTest.EndpointsOnly.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class WatchedEndpointTest {

    private static final String RACE = "/stream/watched/surface?objective=ellipse&steps=20&run=adagrad(lr=0.4)";
    private static final String LONG = "/stream/watched/training?epochs=1000&batch=1&every=1500&run=adagrad(lr=0.1)";

    @LocalServerPort
    private int port;

    @Autowired
    private WatchedRuns watched;

    @Autowired
    private RunService runs;

    private final HttpClient client = HttpClient.newHttpClient();

    private <T> HttpResponse<T> get(String path, HttpResponse.BodyHandler<T> handler) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                handler);
    }

    /** The types of the frames in bytes, in their order; those that say nothing are left out. */
    private static List<Integer> types(byte[] bytes) {
        List<Integer> types = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int length = ByteBuffer.wrap(bytes, at, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (bytes[at + 4] != 0) {
                types.add((int) bytes[at + 4]);
            }
            at += 5 + length;
        }
        return types;
    }

    private void awaitNobody() throws InterruptedException {
        Instant patience = Instant.now().plusSeconds(25);
        while (watched.size() > 0 && Instant.now().isBefore(patience)) {
            Thread.sleep(100);
        }
        assertThat(watched.size()).isZero();
    }

    @Test
    void aRaceComesWholeAndIsForgotten() throws Exception {
        HttpResponse<byte[]> answer = get(RACE, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(types(answer.body())).startsWith(1).contains(2, 4).endsWith(5);
        awaitNobody();
    }

    @Test
    void whoHasRowsGetsTheOthers() throws Exception {
        int all = rows(get(RACE, BodyHandlers.ofByteArray()).body());
        assertThat(all).isEqualTo(21);
        assertThat(rows(get(RACE + "&from=15", BodyHandlers.ofByteArray()).body())).isEqualTo(all - 15);
    }

    /** How many rows there are in the frames. */
    private static int rows(byte[] bytes) {
        ByteBuffer frames = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int rows = 0;
        for (int at = 0; at < bytes.length; at += 5 + frames.getInt(at)) {
            if (bytes[at + 4] == 2) {
                rows += (frames.getInt(at) - 4) / 8 / frames.getShort(at + 7);
            }
        }
        return rows;
    }

    @Test
    void withItsLastReaderALongOneEnds() throws Exception {
        HttpResponse<InputStream> one = get(LONG, BodyHandlers.ofInputStream());
        HttpResponse<InputStream> other = get(LONG, BodyHandlers.ofInputStream());
        one.body().readNBytes(5);
        other.body().readNBytes(5);
        assertThat(watched.size()).as("shared").isEqualTo(1);
        one.body().close();
        other.body().close();
        awaitNobody();
    }

    @Test
    void readersOfOneAddressShareARunAndOthersDoNot() {
        Experiment race = SurfaceExperiment.initial();
        Requester here = new Requester("a", new Client("10.0.0.1"));
        Requester alsoHere = new Requester("b", new Client("10.0.0.1"));
        Requester there = new Requester("c", new Client("10.0.0.2"));
        RunId id;
        try (var first = watched.watch(here, race);
                var second = watched.watch(alsoHere, race);
                var third = watched.watch(there, race)) {
            id = first.run().id();
            assertThat(second.run()).isSameAs(first.run());
            assertThat(third.run()).isNotSameAs(first.run());
            assertThat(runs.find(id)).isPresent();
        }
        assertThat(runs.find(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/stream/watched/surface?objective=ellipse, 400, run",
        "/stream/watched/surface?nosuch=1&run=sgd(lr=0.1), 400, nosuch",
        "/stream/watched/surface?steps=99999&run=sgd(lr=0.1), 422, steps",
        "/stream/watched/surface?run=sgd(lr=0.1)&from=x, 400, from",
        "/stream/watched/training?data=nosuch&run=sgd(lr=0.1), 400, data"
    })
    void whatIsWrongIsNamedAndNothingIsHeld(String path, int status, String parameter) throws Exception {
        HttpResponse<String> answer = get(path, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JsonMapper.shared().readTree(answer.body()).get("parameter").asString()).isEqualTo(parameter);
        assertThat(watched.size()).isZero();
    }

    @Test
    void thereIsNoOtherLabToWatch() throws Exception {
        assertThat(get("/stream/watched/spectrum?matrix=1", BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }
}
