package descentlab.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import descentlab.run.RunService;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The socket over a real network. */
@SpringBootTest(
        classes = HandEndpointTest.Endpoints.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HandEndpointTest {

    /** Without the pages. */
    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
    @ComponentScan({"descentlab.run", "descentlab.cluster", "descentlab.hand", "descentlab.api", "descentlab.spectrum", "descentlab.client"})
    static class Endpoints {}

    private static final String RACE = "race?objective=ellipse&start=-5,-2&steps=20&run=adagrad(lr=%s)&run=sgd(lr=0.4)";

    @LocalServerPort
    private int port;

    @Autowired
    private RunService runs;

    @Autowired
    private HandController gauge;

    private final HttpClient client = HttpClient.newHttpClient();

    /** What came: replies, and the code that it was closed with. */
    private static final class Heard implements WebSocket.Listener {
        private final BlockingQueue<ByteBuffer> replies = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            byte[] piece = new byte[data.remaining()];
            data.get(piece);
            message.writeBytes(piece);
            if (last) {
                replies.add(ByteBuffer.wrap(message.toByteArray()).order(ByteOrder.LITTLE_ENDIAN));
                message.reset();
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable broken) {
            closed.complete(-1);
        }

        private ByteBuffer reply() throws InterruptedException {
            ByteBuffer reply = replies.poll(10, TimeUnit.SECONDS);
            assertThat(reply).as("a reply within ten seconds").isNotNull();
            return reply;
        }
    }

    private final List<WebSocket> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws InterruptedException {
        opened.forEach(WebSocket::abort);
        while (gauge.clients() > 0) {
            Thread.sleep(5);
        }
    }

    private WebSocket open(Heard heard) {
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + port + HandController.PATH), heard)
                .join();
        opened.add(socket);
        return socket;
    }

    private static byte[] part(ByteBuffer reply, int status) {
        assertThat(reply.get()).as("status").isEqualTo((byte) status);
        byte[] bytes = new byte[reply.getInt()];
        reply.get(bytes);
        return bytes;
    }

    private static String refusal(ByteBuffer reply) {
        return new String(part(reply, 1), StandardCharsets.UTF_8);
    }

    /** The numbers of all rows of a run's frames. */
    private static List<Double> numbers(byte[] frames) {
        ByteBuffer in = ByteBuffer.wrap(frames).order(ByteOrder.LITTLE_ENDIAN);
        List<Double> numbers = new ArrayList<>();
        while (in.hasRemaining()) {
            int length = in.getInt();
            boolean rows = in.get() == 2;
            int end = in.position() + length;
            if (rows) {
                in.getInt();
                while (in.position() < end) {
                    numbers.add(in.getDouble());
                }
            }
            in.position(end);
        }
        return numbers;
    }

    @Test
    void anAnatomyIsWhatALinkSays() throws Exception {
        Heard heard = new Heard();
        String query = RACE.formatted("0.3").substring("race?".length()) + "&series=1&step=";
        WebSocket socket = open(heard);
        socket.sendText("1\nanatomy?" + query + "7", true).join();
        ByteBuffer reply = heard.reply();
        assertThat(reply.getInt()).isEqualTo(1);
        assertThat(part(reply, 0)).isEqualTo(bytes("/api/anatomy.json?" + query + "7"));
        socket.sendText("2\nanatomy?" + query + "21", true).join();
        reply = heard.reply();
        assertThat(reply.getInt()).isEqualTo(2);
        assertThat(refusal(reply)).contains("a whole number from 1 to 20");
    }

    @Test
    void aRaceIsWhatItsRunWouldBe() throws Exception {
        Heard heard = new Heard();
        open(heard).sendText("7\n" + RACE.formatted("0.3"), true).join();

        ByteBuffer reply = heard.reply();
        assertThat(reply.getInt()).isEqualTo(7);
        List<Double> numbers = numbers(part(reply, 0));
        assertThat(reply.hasRemaining()).isFalse();
        JsonNode points = JsonMapper.shared()
                .readTree(get("/api/surface.json?" + RACE.formatted("0.3").substring("race?".length())))
                .get("runs").get(0).get("points");
        for (int step = 0; step <= 20; step++) {
            for (String column : List.of("x1", "x2", "f")) {
                assertThat(numbers.subList(0, numbers.size() / 2 + 2 * 21))
                        .as(column + " at step " + step)
                        .contains(points.get(step).get(column).asDouble());
            }
        }
    }

    @Test
    void whatBelongsTogetherComesTogether() throws Exception {
        Heard heard = new Heard();
        String field = "field?objective=ellipse&rotate=30&window=-6,2,-3,2&columns=10&rows=8";
        open(heard).sendText("1\n" + RACE.formatted("0.3") + "\n" + field, true).join();

        ByteBuffer reply = heard.reply();
        reply.getInt();
        assertThat(numbers(part(reply, 0))).isNotEmpty();
        assertThat(part(reply, 0)).isEqualTo(bytes("/stream/" + field));
    }

    @Test
    void anEigenvalueThatGoesElsewhereAndStepsAreWhatLinksSay() throws Exception {
        Heard heard = new Heard();
        WebSocket socket = open(heard);
        String move = "matrix=2,1;1,3&eigenvalue=1&to=";
        socket.sendText("1\neigenvalue?" + move + "1", true).join();
        ByteBuffer reply = heard.reply();
        reply.getInt();
        assertThat(part(reply, 0)).isEqualTo(bytes("/stream/spectrum/moved?" + move + "1"));
        socket.sendText("2\neigenvalue?" + move + "x", true).join();
        reply = heard.reply();
        reply.getInt();
        assertThat(refusal(reply)).contains("to was 'x'");
        String steps = "matrix=2,1;1,3&method=power&start=1,0";
        socket.sendText("3\niteration?" + steps, true).join();
        reply = heard.reply();
        reply.getInt();
        assertThat(part(reply, 0)).isEqualTo(bytes("/api/iteration.json?" + steps));
    }

    @Test
    void aMatrixIsWhatItsLabReads() throws Exception {
        Heard heard = new Heard();
        open(heard).sendText("1\nspectrum?matrix=2,1;1,3", true).join();

        ByteBuffer reply = heard.reply();
        reply.getInt();
        assertThat(new String(part(reply, 0), StandardCharsets.UTF_8)).isEqualTo(get("/stream/spectrum?matrix=2,1;1,3"));
    }

    @Test
    void nothingIsKeptOfIt() throws Exception {
        Heard heard = new Heard();
        int kept = runs.kept();
        open(heard).sendText("1\n" + RACE.formatted("0.1"), true).join();
        heard.reply();
        assertThat(runs.kept()).isEqualTo(kept);
    }

    @Test
    void theNewestIsAnsweredAndNeverAnOlderOneAfterIt() throws Exception {
        Heard heard = new Heard();
        WebSocket socket = open(heard);
        for (int i = 1; i <= 100; i++) {
            socket.sendText(i + "\nrace?objective=rosenbrock&steps=2000&run=adam(lr=" + i / 100.0 + ")", true).join();
        }
        int last = 0;
        while (last < 100) {
            int number = heard.reply().getInt();
            assertThat(number).isGreaterThan(last);
            last = number;
        }
        assertThat(heard.replies).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "race?objective=ellipse&start=zero&run=sgd(lr=0.1)",
                "race?objective=none&run=sgd(lr=0.1)",
                "race?run=sgd(lr=",
                "race?%",
                "field?objective=ellipse&columns=100000"
            })
    void whatIsWrongIsSaidInASentence(String link) throws Exception {
        Heard heard = new Heard();
        WebSocket socket = open(heard);
        socket.sendText("1\n" + link, true).join();
        ByteBuffer reply = heard.reply();
        reply.getInt();
        assertThat(refusal(reply)).endsWith(".");

        socket.sendText("2\n" + RACE.formatted("0.1"), true).join();
        assertThat(heard.reply().getInt()).as("and it goes on").isEqualTo(2);
    }

    @Test
    void whatIsTooLargeToFollowAHandIsRefusedWithTheLimit() throws Exception {
        Heard heard = new Heard();
        open(heard).sendText("1\nrace?objective=ellipse&steps=20000&run=sgd(lr=0.1)", true).join();
        ByteBuffer reply = heard.reply();
        reply.getInt();
        assertThat(refusal(reply)).contains("at most 1048576 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "one\nrace?", "1\nrace", "1\nnone?x=1", "1\nrace?\nrace?\nrace?\nrace?", "99999999999\nrace?", "-1\nrace?"})
    void whatIsNoQuestionClosesIt(String text) throws Exception {
        Heard heard = new Heard();
        open(heard).sendText(text, true).join();
        assertThat(heard.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1003);
    }

    @Test
    void whatIsTooLongClosesIt() throws Exception {
        Heard heard = new Heard();
        open(heard).sendText("1\nrace?f=" + "1+".repeat(HandQuestion.LONGEST), true).join();
        assertThat(heard.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1009);
    }

    @Test
    void aFloodClosesIt() throws Exception {
        Heard heard = new Heard();
        WebSocket socket = open(heard);
        CompletableFuture<Void> sent = CompletableFuture.runAsync(
                () -> IntStream.range(0, 2000).forEach(i -> socket.sendText(i + "\nspectrum?matrix=1", true).join()));
        // 1006: cut while what was sent was still coming in, so that the reason did not arrive.
        assertThat(heard.closed.get(20, TimeUnit.SECONDS)).isIn(1008, 1006, -1);
        sent.exceptionally(broken -> null).join();
    }

    @Test
    void noMorePlacesAreTakenThanABrowserHasAndAllAreGivenBack() throws Exception {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        open(new Heard());
                    }
                })
                .hasRootCauseMessage("Unexpected HTTP response status code 429");
        assertThat(opened).hasSizeBetween(1, 24);
        closeAll();
        open(new Heard());
    }

    @Test
    void asAPageItIsRefused() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + HandController.PATH)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(426);
        assertThat(answer.body()).contains("WebSocket");
    }

    private String get(String link) throws Exception {
        return new String(bytes(link), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String link) throws Exception {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + link)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(link).isEqualTo(200);
        return answer.body();
    }
}
