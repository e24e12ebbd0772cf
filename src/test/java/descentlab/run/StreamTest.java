package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Requester;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A run's stream over real HTTP: many readers, resuming, cancelling, readers that stop reading. */
@SpringBootTest(classes = EndpointTest.EndpointsOnly.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class StreamTest {

    private static final int SERIES_END = 4;
    private static final int END = 5;

    @LocalServerPort
    private int port;

    @Autowired
    private RunService runs;

    private final HttpClient client = HttpClient.newHttpClient();

    private static TrainingExperiment training(int epochs) {
        return TrainingExperiment.read(Map.of(
                        "epochs", List.of(String.valueOf(epochs)),
                        "every", List.of("1500"),
                        "run", List.of("adagrad(lr=0.1)", "sgd(lr=0.01)")))
                .orThrow();
    }

    private List<byte[]> read(Run run, int from) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/" + run.id().streamUrl() + "?from=" + from))
                .build();
        try (InputStream in = client.send(request, BodyHandlers.ofInputStream()).body()) {
            return frames(in);
        }
    }

    private static List<byte[]> frames(InputStream stream) throws Exception {
        List<byte[]> frames = new ArrayList<>();
        DataInputStream in = new DataInputStream(stream);
        for (byte[] head = in.readNBytes(5); head.length == 5; head = in.readNBytes(5)) {
            int length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(head);
            frame.write(in.readNBytes(length));
            frames.add(frame.toByteArray());
        }
        return frames;
    }

    private static int type(byte[] frame) {
        return frame[4];
    }

    @Test
    void aDivergedSeriesComesWithARateThatWorks() throws Exception {
        Run run = runs.start(
                Requester.named("diverged"),
                SurfaceExperiment.read(Map.of("steps", List.of("60"), "run", List.of("sgd(lr=1)", "sgd(lr=0.1)")))
                        .orThrow());
        List<String> ends = read(run, 0).stream()
                .filter(frame -> type(frame) == SERIES_END)
                .map(frame -> new String(frame, 5, frame.length - 5, StandardCharsets.UTF_8))
                .toList();
        assertThat(ends).hasSize(2);
        assertThat(ends.getFirst()).contains("\"outcome\":\"diverged\"", "\"suggestedRate\":0.25");
        assertThat(ends.getLast()).contains("\"outcome\":\"finished\"", "\"suggestedRate\":null");
    }

    @Test
    void manyReadersGetTheSameBytesWhileItRuns() throws Exception {
        Run run = runs.start(Requester.named("many"), training(300));
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<byte[]>> reader = () -> read(run, 0);
            List<Future<List<byte[]>>> all =
                    readers.invokeAll(List.of(reader, reader, reader, reader, reader, reader, reader, reader));
            List<byte[]> first = all.getFirst().get();
            assertThat(type(first.getFirst())).isEqualTo(1);
            assertThat(type(first.getLast())).isEqualTo(END);
            for (Future<List<byte[]>> other : all) {
                assertThat(other.get()).usingRecursiveComparison().isEqualTo(first);
            }
        }
    }

    @Test
    void aReaderThatComesBackGetsTheRestOnly() throws Exception {
        Run run = runs.start(Requester.named("resume"), training(20));
        List<byte[]> whole = read(run, 0);
        assertThat(read(run, 2)).usingRecursiveComparison().isEqualTo(whole.subList(2, whole.size()));
        assertThat(read(run, whole.size())).isEmpty();
        assertThat(read(run, 999_999_999)).isEmpty();
    }

    @Test
    void theSameOwnerFindsTheRunAgainAndNobodyElse() {
        Run run = runs.start(Requester.named("me"), training(1000));
        assertThat(runs.find(Requester.named("me"), training(1000).query())).contains(run);
        assertThat(runs.find(Requester.named("you"), training(1000).query())).isEmpty();
        assertThat(runs.find(Requester.named("me"), training(999).query())).isEmpty();
        runs.discard(run);
        assertThat(runs.find(Requester.named("me"), training(1000).query())).isEmpty();
    }

    @Test
    void aCancelledRunEndsAndSaysSo() throws Exception {
        Run run = runs.start(Requester.named("cancel"), training(1000));
        runs.cancel(run);
        List<byte[]> frames = read(run, 0);
        assertThat(text(frames.getLast())).contains("cancelled");
        assertThat(frames.stream().filter(frame -> type(frame) == 4)).hasSize(2);
    }

    private static String text(byte[] frame) {
        return new String(frame, 5, frame.length - 5, StandardCharsets.UTF_8);
    }

    @Test
    void aReaderThatStopsReadingHoldsUpNobody() throws Exception {
        Run run = runs.start(Requester.named("stalled"), training(1000));
        try (Socket stalled = new Socket("localhost", port)) {
            stalled.setReceiveBufferSize(1024);
            stalled.getOutputStream()
                    .write(("GET /" + run.id().streamUrl() + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(type(read(run, 0).getLast())).isEqualTo(END);
        }
    }
}
