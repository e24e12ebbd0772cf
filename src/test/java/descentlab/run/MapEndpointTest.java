package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Basins, heat maps and clouds over real HTTP. */
@SpringBootTest(classes = EndpointTest.EndpointsOnly.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class MapEndpointTest {

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    private <T> HttpResponse<T> get(String pathAndQuery, HttpResponse.BodyHandler<T> handler) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + pathAndQuery))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                handler);
    }

    private List<String> rows(String pathAndQuery, String columns) throws Exception {
        HttpResponse<String> answer = get(pathAndQuery, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.getFirst()).isEqualTo(columns);
        return lines.subList(1, lines.size());
    }

    private JsonNode lastOfRace(String query) throws Exception {
        JsonNode run = JsonMapper.shared()
                .readTree(get("/api/surface.json?" + query, BodyHandlers.ofString()).body())
                .get("runs")
                .get(0);
        return run.get("points").get(run.get("points").size() - 1);
    }

    private static String cell(JsonNode number) {
        return String.valueOf(number.asDouble());
    }

    @Test
    void aStartEndsWhereItsRaceDoes() throws Exception {
        String query = "objective=himmelblau&rotate=10&steps=30&run=adagrad(lr=0.4)";
        List<String> rows = rows(
                "/api/basins.csv?" + query + "&columns=5&rows=4",
                "run,x1,x2,end1,end2,f,outcome,minimum1,minimum2,reached");
        assertThat(rows).hasSize(20);
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            JsonNode last = lastOfRace(query + "&start=" + cells[1] + "," + cells[2]);
            assertThat(List.of(cells[3], cells[4], cells[5]))
                    .containsExactly(cell(last.get("x1")), cell(last.get("x2")), cell(last.get("f")));
        }
    }

    @Test
    void aPairOfSettingsEndsWhereItsRaceDoes() throws Exception {
        List<String> rows = rows(
                "/api/heat.csv?steps=10&points=3x2&run=momentum(lr=0.01..1,beta=0..0.5)", "run,lr,value,f,outcome");
        assertThat(rows).hasSize(6);
        for (String row : rows) {
            String[] cells = row.split("\",", 2)[1].split(",");
            JsonNode last = lastOfRace("steps=10&run=momentum(lr=" + cells[0] + ",beta=" + cells[1] + ")");
            assertThat(cells[2]).isEqualTo(cell(last.get("f")));
        }
        assertThat(rows.getFirst()).contains(",0.01,0.0,");
        assertThat(rows.getLast()).contains(",1.0,0.5,");
    }

    @Test
    void aNoiseEndsWhereItsRaceDoes() throws Exception {
        String query = "noise=0.5&steps=10&run=sgd(lr=0.1)";
        List<String> rows = rows("/api/cloud.csv?" + query + "&seeds=3&every=4&seed=5", "run,seed,step,x1,x2,f,outcome");
        assertThat(rows).hasSize(3 * 4); // steps 0, 4, 8 and the end
        String[] last = rows.getLast().split(",", -1);
        assertThat(List.of(last[1], last[2], last[6])).containsExactly("7", "10", "finished");
        assertThat(last[5]).isEqualTo(cell(lastOfRace(query + "&seed=7").get("f")));
        assertThat(rows.getFirst()).startsWith("sgd(lr=0.1),5,0,-5.0,-2.0,").endsWith(",");
    }

    /** Whole, in the order coarse to fine, and agreeing with the table. */
    @Test
    void basinsAreStreamedAsTheyAreDrawn() throws Exception {
        String query = "objective=styblinski-tang&steps=150&run=sgd(lr=0.02)&columns=50&rows=50";
        HttpResponse<byte[]> answer = get("/stream/basins?" + query, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        ByteBuffer bytes = ByteBuffer.wrap(answer.body()).order(ByteOrder.LITTLE_ENDIAN);
        byte[] head = new byte[bytes.getInt()];
        bytes.get(head);
        JsonNode header = JsonMapper.shared().readTree(new String(head, StandardCharsets.UTF_8));
        assertThat(header.get("columns").asInt()).isEqualTo(50);
        assertThat(header.get("minima").size()).isEqualTo(4);
        assertThat(bytes.remaining()).isEqualTo(50 * 50 * 7);
        for (String row : rows("/api/basins.csv?" + query, "run,x1,x2,end1,end2,f,outcome,minimum1,minimum2,reached")) {
            String[] cells = row.split(",", -1);
            int end = bytes.get() & 0xff;
            int reached = bytes.getShort() & 0xffff;
            assertThat((double) bytes.getFloat()).isCloseTo(Double.parseDouble(cells[5]), within(1e-4));
            assertThat(cells[9]).isEqualTo(reached == 65_535 ? "" : String.valueOf(reached));
            if (end < 254) {
                assertThat(header.get("minima").get(end).get(0).asDouble()).isEqualTo(Double.parseDouble(cells[7]));
            } else {
                assertThat(cells[7]).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            /api/basins.csv    | columns=5                                              | 400 | run       | adagrad
            /stream/basins     | columns=5                                              | 400 | run       | adagrad
            /api/basins.csv    | run=sgd()&columns=1                                    | 400 | columns   | from 2 to 400
            /api/basins.json   | run=sgd()&columns=401                                  | 422 | columns   | at most 400
            /api/basins.csv    | run=sgd()&rows=x                                       | 400 | rows      | from 2 to 400
            /api/basins.csv    | run=sgd()&window=1,0,0,1                               | 400 | window    | x1Min below x1Max
            /api/basins.csv    | run=sgd()&window=1,2                                   | 400 | window    | 4 finite numbers
            /api/basins.csv    | run=sgd()&tolerance=-1                                 | 400 | tolerance | a number from 0
            /api/basins.csv    | run=sgd()&steps=20000                                  | 422 | steps     | 40000000 steps in all
            /stream/basins     | run=sgd()&steps=20000                                  | 422 | steps     | 40000000 steps in all
            /api/basins.csv    | run=sgd()&points=3                                     | 400 | points    | columns
            /api/basins.csv    | run=sgd(lr=0.1..1)                                     | 400 | run       | a number
            /api/heat.csv      | points=3x3                                             | 400 | run       | momentum
            /api/heat.csv      | run=sgd(lr=0.1..1)                                     | 400 | run       | another key
            /api/heat.csv      | run=momentum(lr=0.1..1,beta=0..2)                      | 400 | run       | below 1 for beta
            /api/heat.csv      | run=momentum(lr=0.1..1,beta=0..0.9)&points=3           | 400 | points    | two whole numbers
            /api/heat.csv      | run=momentum(lr=0.1..1,beta=0..0.9)&points=1x3         | 400 | points    | two whole numbers
            /api/heat.csv      | run=momentum(lr=0.1..1,beta=0..0.9)&points=3x999999999 | 422 | points    | at most 101x101
            /api/heat.csv      | run=momentum(lr=0.1..1,beta=0..0.9)&points=101x101&steps=20000 | 422 | steps | 40000000
            /api/heat.csv      | f=log(x1)&run=momentum(lr=0.1..1,beta=0..0.9)          | 400 | f         | another start
            /api/cloud.csv     | noise=1                                                | 400 | run       | adagrad
            /api/cloud.csv     | run=sgd()                                              | 400 | noise     | noise above 0
            /api/cloud.csv     | run=sgd()&noise=0                                      | 400 | noise     | noise above 0
            /api/cloud.csv     | run=sgd()&noise=1&seeds=1                              | 400 | seeds     | from 2 to 200
            /api/cloud.csv     | run=sgd()&noise=1&seeds=201                            | 422 | seeds     | at most 200
            /api/cloud.csv     | run=sgd()&noise=1&every=0                              | 400 | every     | from 1
            /api/cloud.csv     | run=sgd()&noise=1&seeds=200&steps=20000                | 422 | every     | 500000 rows
            /api/cloud.csv     | run=sgd()&noise=1&seed=9007199254740992                | 400 | seed      | others can follow
            """)
    void aWrongMapNamesTheParameterAndWhatIsAllowed(
            String path, String query, int status, String parameter, String allowed) throws Exception {
        HttpResponse<String> answer = get(path + "?" + query, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.get(status == 422 ? "limit" : "allowed").asString()).contains(allowed);
    }
}
