package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Counters;
import descentlab.client.Requester;
import descentlab.client.Share;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import java.util.stream.Collectors;
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

    /** As StreamReaders counts them. */
    private static final Share READERS = Share.each("stream readers", 1);

    @LocalServerPort
    private int port;

    @Autowired
    private RunService runs;

    @Autowired
    private Counters counters;

    private final HttpClient client = HttpClient.newHttpClient();

    private static TrainingExperiment training(int epochs) {
        return TrainingExperiment.read(Map.of(
                        "epochs", List.of(String.valueOf(epochs)),
                        "every", List.of("1500"),
                        "run", List.of("adagrad(lr=0.1)", "sgd(lr=0.01)")))
                .orThrow();
    }

    private List<byte[]> read(Run run, String... from) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/" + run.id().streamUrl() + "?from=" + (from.length == 0 ? "0" : from[0])))
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
        List<String> ends = read(run).stream()
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
            Callable<List<byte[]>> reader = () -> read(run);
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
        List<byte[]> whole = read(run);
        List<byte[]> rest = read(run, "5,3");
        assertThat(rest).noneMatch(frame -> type(frame) == 1);
        assertThat(rows(rest, 0)).isEqualTo(rows(whole, 0).substring(5 * ROW));
        assertThat(rows(rest, 1)).isEqualTo(rows(whole, 1).substring(3 * ROW));
        assertThat(read(run, "999999999,999999999").stream().map(StreamTest::type))
                .containsExactly(SERIES_END, SERIES_END, END);
    }

    /** Characters of a row of four numbers. */
    private static final int ROW = 4 * 2 * Double.BYTES;

    /** All rows of a series, byte by byte. */
    private static String rows(List<byte[]> frames, int series) {
        return frames.stream()
                .filter(frame -> Frame.Type.ROWS.is(frame) && Frame.series(frame) == series)
                .map(frame -> HexFormat.of().formatHex(frame, 9, frame.length))
                .collect(Collectors.joining());
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
        List<byte[]> frames = read(run);
        assertThat(text(frames.getLast())).contains("cancelled");
        assertThat(frames.stream().filter(frame -> type(frame) == 4)).hasSize(2);
    }

    private static String text(byte[] frame) {
        return new String(frame, 5, frame.length - 5, StandardCharsets.UTF_8);
    }

    /** Of eight megabytes, twice what the sockets between the server and a reader hold. */
    private static SurfaceExperiment longRace() {
        return SurfaceExperiment.read(Map.of(
                        "steps", List.of("20000"),
                        "run", Collections.nCopies(4, "torch.adam(lr=0.01,amsgrad=true)")))
                .orThrow();
    }

    private int reading() {
        return counters.held(READERS);
    }

    @Test
    void aReaderThatStopsReadingHoldsUpNobodyAndMayGoOnLater() throws Exception {
        Awaitility.await().until(() -> reading() == 0);
        Run run = runs.start(Requester.named("stalled"), longRace());
        try (Socket stalled = new Socket()) {
            stalled.setReceiveBufferSize(1 << 16); // before it is connected, or it grows
            stalled.setSoTimeout(20_000);
            stalled.connect(new InetSocketAddress("localhost", port));
            stalled.getOutputStream()
                    .write(("GET /" + run.id().streamUrl() + " HTTP/1.0\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Awaitility.await().until(() -> reading() == 1);

            List<byte[]> whole = read(run);

            assertThat(type(whole.getLast())).isEqualTo(END);
            // All is said and others have it, and the server still has some of it to send to this one.
            Awaitility.await().during(Duration.ofMillis(300)).until(() -> reading() == 1);
            InputStream rest = stalled.getInputStream();
            skipHead(rest);
            assertThat(frames(rest)).usingElementComparator(Arrays::compare).isEqualTo(whole);
            Awaitility.await().until(() -> reading() == 0);
        }
    }

    private static void skipHead(InputStream answer) throws IOException {
        for (int newlines = 0; newlines < 2; ) {
            int next = answer.read();
            newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
        }
    }
}
