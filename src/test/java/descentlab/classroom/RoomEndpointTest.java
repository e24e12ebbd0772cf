package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.account.TeacherId;
import descentlab.client.Client;
import descentlab.objective.Point;
import descentlab.progress.LearnerToken;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A room's stream and data over HTTP: what they tell, and to whom. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RoomEndpointTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Rooms rooms;

    private final HttpClient client = HttpClient.newHttpClient();
    private Lectern lectern;
    private RoomCode code;

    @BeforeEach
    void open() {
        lectern = rooms.open(new TeacherId(UUID.randomUUID()));
        code = lectern.room().code();
    }

    private LearnerToken join(String name) {
        LearnerToken token = LearnerToken.random();
        rooms.join(code, token.learner(), Nickname.typed(name), Client.of("10.0.0.1"));
        return token;
    }

    private <T> HttpResponse<T> get(String path, LearnerToken learner, HttpResponse.BodyHandler<T> body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (learner != null) {
            request.header("Cookie", "learner=" + learner.secret().value());
        }
        return client.send(request.build(), body);
    }

    private BufferedReader follow(LearnerToken learner) throws Exception {
        HttpResponse<InputStream> answer =
                get("/stream/rooms/" + code, learner, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader stream, String event) throws Exception {
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            if (line.equals("event: " + event)) {
                for (String data = stream.readLine(); ; data = stream.readLine()) {
                    if (data.startsWith("data: ")) {
                        return data.substring("data: ".length());
                    }
                }
            }
        }
        throw new AssertionError("the stream ended without " + event);
    }

    @Test
    void theSceneComesAtOnceAndThenEachChange() throws Exception {
        try (BufferedReader stream = follow(join("Ann"))) {
            assertThat(next(stream, "scene"))
                    .contains("\"kind\":\"race\"", "\"run\":\"stream/runs/", "\"field\":\"objective=ellipse&rotate=0\"");
            assertThat(lectern.room().connected()).hasSize(1);
            lectern.dress(Scene.Scheme.DARK);
            assertThat(next(stream, "scene")).contains("\"scheme\":\"dark\"");
            lectern.play(new Scene.Playback(7, true, 2, ""));
            assertThat(next(stream, "scene")).contains("\"step\":7,\"playing\":true,\"speed\":2.0", "\"scheme\":\"dark\"");
            lectern.freeze(true);
            assertThat(next(stream, "scene")).contains("\"frozen\":true");
            lectern.close();
            assertThat(next(stream, "closed")).isNotNull();
            assertThat(stream.readLine()).isEmpty();
            assertThat(stream.readLine()).isNull();
        }
    }

    @Test
    void inkComesBesideTheSceneAsFarAsItIsNewAndWholeToWhoComesLate() throws Exception {
        try (BufferedReader early = follow(join("Ann"))) {
            assertThat(next(early, "ink"))
                    .isEqualTo("{\"field\":\"objective=ellipse&rotate=0\",\"aim\":{\"hand\":\"\",\"at\":[]},\"keep\":0,\"strokes\":[],\"view\":[]}");
            lectern.pointing().draw("a/1", 0, List.of(1.0, 2.0));
            assertThat(next(early, "ink")).endsWith("\"keep\":0,\"strokes\":[{\"id\":\"a/1\",\"from\":0,\"points\":[1.0,2.0]}],\"view\":[]}");
            lectern.pointing().draw("a/1", 1, List.of(3.0, 4.0));
            assertThat(next(early, "ink"))
                    .isEqualTo("{\"field\":\"objective=ellipse&rotate=0\",\"keep\":1,"
                            + "\"strokes\":[{\"id\":\"a/1\",\"from\":1,\"points\":[3.0,4.0]}],\"view\":[]}");
            lectern.pointing().aim("a", new Point(0.5, -1));
            assertThat(next(early, "ink")).contains("\"aim\":{\"hand\":\"a\",\"at\":[0.5,-1.0]},\"keep\":1,\"strokes\":[]");
            try (BufferedReader late = follow(join("Ben"))) {
                assertThat(next(late, "ink"))
                        .contains("\"aim\":{\"hand\":\"\",\"at\":[]}", "\"points\":[1.0,2.0,3.0,4.0]");
            }
            lectern.lead("lab/surface?objective=beale&run=adam(lr=0.1)");
            assertThat(next(early, "ink")).contains("objective=beale", "\"at\":[]", "\"keep\":0,\"strokes\":[]");
        }
    }

    @Test
    void whoIsSentOutHearsNoMore() throws Exception {
        LearnerToken ann = join("Ann");
        try (BufferedReader stream = follow(ann)) {
            next(stream, "scene");
            lectern.sendOut(lectern.room().participant(ann.learner()).orElseThrow().id());
            assertThat(next(stream, "closed")).contains("\"out\":true");
        }
        assertThat(get("/stream/rooms/" + code, ann, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    @Test
    void strangersAndForgedLearnersAreRefused() throws Exception {
        for (LearnerToken stranger : new LearnerToken[] {null, LearnerToken.random()}) {
            HttpResponse<String> answer =
                    get("/stream/rooms/" + code, stranger, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Only who has joined");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"22222222", "x", "%00", "KM4P7XQZKM4P7XQZ", "..%2f..%2fetc"})
    void aGuessedCodeIsAnsweredAsAStrangerIs(String none) throws Exception {
        HttpResponse<String> guessed =
                get("/stream/rooms/" + none, LearnerToken.random(), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> stranger =
                get("/stream/rooms/" + code, LearnerToken.random(), HttpResponse.BodyHandlers.ofString());
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(guessed.statusCode()).isEqualTo(none.contains("%") ? 400 : 403);
        if (!none.contains("%")) {
            assertThat(guessed.body().replace(none, "")).isEqualTo(stranger.body().replace(code.value(), ""));
        }
    }

    @Test
    void aClosedRoomIsNotFound() throws Exception {
        LearnerToken ann = join("Ann");
        lectern.close();
        assertThat(get("/stream/rooms/" + code, ann, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"class.csv", "questions.csv", "tries.json"})
    void aRoomsDataIsForItsTeacher(String data) throws Exception {
        HttpResponse<String> answer =
                get("/api/rooms/" + code + "/" + data, join("Ann"), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Only the teacher of a room").doesNotContain("Ann");
    }

    @Test
    void oneHasNoMoreThanAFewStreams() throws Exception {
        LearnerToken ann = join("Ann");
        List<BufferedReader> open = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            open.add(follow(ann));
        }
        HttpResponse<String> seventh = get("/stream/rooms/" + code, ann, HttpResponse.BodyHandlers.ofString());
        assertThat(seventh.statusCode()).isEqualTo(429);
        assertThat(lectern.room().board().here()).isEqualTo(1);
        for (BufferedReader stream : open) {
            stream.close();
        }
    }

    @Test
    void aReaderThatNeverReadsHoldsUpNobody() throws Exception {
        LearnerToken stuck = join("Stuck");
        try (Socket socket = new Socket("localhost", port);
                BufferedReader stream = follow(join("Ann"))) {
            socket.setReceiveBufferSize(1024);
            OutputStream out = socket.getOutputStream();
            out.write(("GET /stream/rooms/" + code + " HTTP/1.1\r\nHost: localhost\r\nCookie: learner=" + stuck.secret().value()
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            for (int step = 0; step < 20_000; step++) {
                lectern.play(new Scene.Playback(step, false, 1, ""));
            }
            String last = "";
            while (!last.contains("\"step\":19999,")) {
                last = next(stream, "scene");
            }
        }
    }
}
