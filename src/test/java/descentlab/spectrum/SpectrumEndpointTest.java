package descentlab.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import descentlab.golden.Golden;
import descentlab.linalg.MatrixPreset;
import descentlab.linalg.MatrixText;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lab's endpoints over real HTTP. */
@SpringBootTest(
        classes = SpectrumEndpointTest.Endpoints.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SpectrumEndpointTest {

    /** Without the pages. */
    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
    @ComponentScan({"descentlab.run", "descentlab.cluster"})
    @Import(SpectrumController.class)
    static class Endpoints {}

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    static Stream<JsonNode> references() {
        return Golden.cases("spectrum.json");
    }

    @ParameterizedTest
    @MethodSource("references")
    void answersAsNumPyDoes(JsonNode reference) throws Exception {
        JsonNode answer = json(get("/api/spectrum.json", link(reference.get("matrix"))));

        assertThat(answer.propertyNames())
                .containsExactly("matrix", "eigenvalues", "rowDiscs", "columnDiscs", "kappa", "preconditioned");
        assertThat(answer.get("eigenvalues").size()).isEqualTo(reference.get("matrix").size());
        if (reference.has("kappa")) {
            near(answer.get("kappa"), reference.get("kappa"));
            near(answer.get("preconditioned").get("kappa"), reference.get("preconditioned_kappa"));
        } else {
            assertThat(answer.get("kappa").isNull()).isTrue();
            assertThat(answer.get("preconditioned").isNull()).isTrue();
        }
        for (int i = 0; i < reference.get("discs").size(); i++) {
            JsonNode disc = reference.get("discs").get(i);
            near(answer.get("rowDiscs").get(i).get("center").get(0), disc.get(0));
            near(answer.get("rowDiscs").get(i).get("radius"), disc.get(2));
            near(answer.get("columnDiscs").get(i).get("radius"), disc.get(3));
        }
    }

    @Test
    void doublesReadBackExactly() throws Exception {
        String text = "0.1,1e-20+0.30000000000000004i;-1e150i,123456789.12345679";
        JsonNode entries = json(get("/api/spectrum.json", text)).get("matrix");
        assertThat(entries.get(0).get(1).get(1).asDouble()).isEqualTo(0.30000000000000004);
        assertThat(entries.get(1).get(0).get(1).asDouble()).isEqualTo(-1e150);
        assertThat(MatrixText.parse(link(entries))).isEqualTo(MatrixText.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|not nothing",
                "1,2;3|in row 2 2 in each row of a square matrix with 2 rows, not 1 entry",
                "a,b;c,d|in row 1, column 1 a finite number",
                "NaN,0;0,1|not \"NaN\"",
                "1e308,0;0,1|up to 1e150"
            })
    void namesTheParameterWhatCameAndWhatIsAllowed(String text, String allowed) throws Exception {
        HttpResponse<String> result = get("/api/spectrum.json", text);
        assertThat(result.statusCode()).isEqualTo(400);
        assertThat(result.headers().firstValue("content-type")).contains("application/problem+json");
        JsonNode problem = json(result);
        assertThat(problem.get("parameter").asString()).isEqualTo("matrix");
        assertThat(problem.get("came").asString()).isEqualTo(text);
        assertThat(problem.get("allowed").asString()).contains(allowed);
    }

    @Test
    void refusesTooMuchWorkWithTheLimit() throws Exception {
        String row = "1,".repeat(19) + "1";
        HttpResponse<String> result = get("/api/spectrum.json", (row + ";").repeat(19) + row);
        assertThat(result.statusCode()).isEqualTo(422);
        assertThat(result.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(json(result).get("limit").asString()).isEqualTo("at most 8x8, not a matrix of 20x20");
    }

    @Test
    void aMatrixTooLongForALinkComesAsAForm() throws Exception {
        String row = ("1." + "0".repeat(35) + ",").repeat(7) + "1";
        String matrix = (row + ";").repeat(7) + row;
        for (String path : new String[] {"/api/spectrum.json", "/stream/spectrum"}) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString("matrix=" + matrix))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"eigenvalues\":[[").doesNotContain("\"came\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"size=1,size", "size=9,size", "size=x,size", "kappa=NaN,kappa", "kappa=0.5,kappa", "kappa=1e9,kappa", "seed=-1,seed", "sise=3,sise"})
    void aRandomMatrixThatCannotBeDrawnNamesTheParameter(String query, String parameter) throws Exception {
        HttpResponse<String> answer = send("/stream/spectrum/random?" + query);
        assertThat(answer.statusCode()).isIn(400, 422);
        assertThat(json(answer).get("parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void aPlusSignMayStandInTheQueryAsItIs() throws Exception {
        JsonNode answer = json(send("/api/spectrum.json?matrix=1+2i,0;0,-1e+1-i"));
        assertThat(answer.get("matrix").toString()).isEqualTo("[[[1.0,2.0],[0.0,0.0]],[[0.0,0.0],[-10.0,-1.0]]]");
    }

    @Test
    void marksTheCellOfAMistake() throws Exception {
        JsonNode mistake = json(get("/stream/spectrum", "1,2;3,x")).get("mistake");
        assertThat(mistake.get("row").asInt()).isEqualTo(2);
        assertThat(mistake.get("column").asInt()).isEqualTo(2);
        assertThat(mistake.get("came").asString()).isEqualTo("\"x\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,1;1,3", "0.2,0;0,4", "1,2,0;-3,4,1;0.5,0,-2", "1+2i,i;-i,3", "0,1;1,-1", "0,0;0,0", "5"})
    void portraitHoldsWhatTheLabDraws(String text) throws Exception {
        JsonNode portrait = json(get("/stream/spectrum", text)).get("portrait");
        int n = MatrixText.parse(text).size();
        JsonNode view = portrait.get("view");
        assertThat(portrait.get("text").asString()).isEqualTo(text);
        assertThat(view.get("paths").size()).isEqualTo(n);
        assertThat(view.get("kappa").isNull()).isNotEqualTo(view.get("noKappa").isNull());
        assertThat(portrait.get("preconditioned").get("view").isNull())
                .isNotEqualTo(portrait.get("preconditioned").get("impossible").isNull());
    }

    @Test
    void anEigenvalueIsPutElsewhere() throws Exception {
        JsonNode answer = json(send("/stream/spectrum/moved?matrix=2.1,-1.9;-1.9,2.1&eigenvalue=1&to=1"));
        assertThat(answer.get("portrait").get("text").asString()).isEqualTo("2.5,-1.5;-1.5,2.5");
        assertThat(answer.get("portrait").get("handles").toString())
                .isEqualTo("[{\"freedom\":\"axis\",\"stuck\":null},{\"freedom\":\"axis\",\"stuck\":null}]");
        assertThat(answer.get("refusal").isNull()).isTrue();
    }

    @Test
    void whatCannotBePutElsewhereIsSaid() throws Exception {
        JsonNode answer = json(send("/stream/spectrum/moved?matrix=2,1;0,2&eigenvalue=2&to=1"));
        assertThat(answer.get("portrait").isNull()).isTrue();
        assertThat(answer.get("refusal").asString()).contains("defective");
        JsonNode pair = json(get("/stream/spectrum", "0,-1;1,0")).get("portrait");
        assertThat(pair.get("handles").get(0).get("freedom").asString()).isEqualTo("pair");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "matrix=2,1;1,3&eigenvalue=3&to=1   | eigenvalue | a whole number from 1 to 2",
        "matrix=2,1;1,3&eigenvalue=0&to=1   | eigenvalue | a whole number from 1 to 2",
        "matrix=2,1;1,3&to=1                | eigenvalue | a whole number from 1 to 2",
        "matrix=2,1;1,3&eigenvalue=1        | to         | a finite number",
        "matrix=2,1;1,3&eigenvalue=1&to=NaN | to         | a finite number",
        "matrix=2,1;1&eigenvalue=1&to=1     | matrix     | in row 2",
        "eigenvalue=1&to=1                  | matrix     | not nothing"
    })
    void aMoveThatIsNoneNamesTheParameter(String query, String parameter, String allowed) throws Exception {
        HttpResponse<String> result = send("/stream/spectrum/moved?" + query);
        assertThat(result.statusCode()).isEqualTo(400);
        assertThat(json(result).get("parameter").asString()).isEqualTo(parameter);
        assertThat(json(result).get("allowed").asString()).contains(allowed);
    }

    @Test
    void powerIterationStepByStep() throws Exception {
        JsonNode answer = json(send("/api/iteration.json?matrix=2,1;1,3&start=1,0&steps=3"));
        assertThat(answer.propertyNames()).containsExactly(
                "method", "matrix", "eigenvalues", "outcome", "largest", "goal", "ratio", "measured", "steps");
        assertThat(answer.get("outcome").asString()).isEqualTo("converges");
        assertThat(answer.get("steps").size()).isEqualTo(4);
        assertThat(answer.get("steps").get(0).get("rayleigh").toString()).isEqualTo("[2.0,0.0]");
        assertThat(answer.get("steps").get(1).get("x").get(0).get(0).asDouble()).isCloseTo(2 / Math.sqrt(5), within(1e-15));
        assertThat(answer.get("ratio").asDouble()).isCloseTo(0.381966, within(1e-6));
        JsonNode usual = json(send("/api/iteration.json?matrix=0,-1;1,0"));
        assertThat(usual.get("steps").size()).isEqualTo(41);
        assertThat(usual.get("outcome").asString()).isEqualTo("tied");
        assertThat(usual.get("steps").get(0).get("sine").isNull()).isTrue();
    }

    @Test
    void qrStepsStepByStep() throws Exception {
        JsonNode plain = json(send("/api/iteration.json?matrix=2,1;1,3&method=qr"));
        assertThat(plain.propertyNames()).containsExactly("method", "eigenvalues", "shift", "outcome", "blocks", "ratio",
                "measured", "settledAfter", "unshifted", "unshiftedSettledAfter", "steps");
        JsonNode last = plain.get("steps").get(40).get("matrix");
        assertThat(last.get(0).get(0).get(0).asDouble()).isCloseTo(3.618033988749895, within(1e-12));
        assertThat(last.get(1).get(1).get(0).asDouble()).isCloseTo(1.381966011250105, within(1e-12));
        JsonNode shifted = json(send("/api/iteration.json?matrix=2,1;1,3&method=qr&shift=wilkinson"));
        assertThat(shifted.get("settledAfter").asInt()).isEqualTo(1);
        assertThat(shifted.get("unshiftedSettledAfter")).isEqualTo(plain.get("settledAfter"));
        JsonNode pair = json(send("/api/iteration.json?matrix=1,2,0;-3,4,1;0.5,0,-2&method=qr&steps=60"));
        assertThat(pair.get("outcome").asString()).isEqualTo("blocks");
        assertThat(pair.get("blocks").toString()).isEqualTo("[0]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "matrix=2,1;1,3&method=jacobi          | 400 | method | power or qr",
        "matrix=2,1;1,3&method=qr&shift=big    | 400 | shift  | one of none, rayleigh, wilkinson",
        "matrix=2,1;1,3&method=qr&start=1,0    | 400 | start  | no such parameter",
        "matrix=2,1;1,3&shift=none             | 400 | shift  | no such parameter",
        "matrix=2,1;1,3&start=1                | 400 | start  | 2 finite numbers",
        "matrix=2,1;1,3&start=0,0              | 400 | start  | not all 0",
        "matrix=2,1;1,3&start=1,x              | 400 | start  | 2 finite numbers",
        "matrix=2,1;1,3&steps=0                | 400 | steps  | from 1 to 60",
        "matrix=2,1;1,3&steps=61               | 422 | steps  | at most 60",
        "method=qr                             | 400 | matrix | not nothing"
    })
    void anIterationThatIsNoneNamesTheParameter(String query, int status, String parameter, String allowed) throws Exception {
        HttpResponse<String> result = send("/api/iteration.json?" + query);
        assertThat(result.statusCode()).isEqualTo(status);
        JsonNode problem = json(result);
        assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
        assertThat(result.body()).contains(allowed);
    }

    @Test
    void bothDoorsGiveTheSameNumbers() throws Exception {
        for (MatrixPreset preset : MatrixPreset.all()) {
            JsonNode api = json(get("/api/spectrum.json", preset.matrix().toString()));
            JsonNode lab = json(get("/stream/spectrum", preset.matrix().toString())).get("portrait");
            for (String key : List.of("eigenvalues", "rowDiscs", "columnDiscs", "kappa")) {
                assertThat(lab.get("view").get(key)).as(preset.name()).isEqualTo(api.get(key));
            }
        }
    }

    @Test
    void turningShowsWhatRotationDoesToAdagrad() {
        Turning turning = Turning.compute();
        Turning.Case flat = turning.turned().getFirst();
        Turning.Case turned = turning.turned().get(45);
        assertThat(flat.kappa()).isCloseTo(20, within(1e-12));
        assertThat(flat.rescaled()).isCloseTo(1, within(1e-12));
        assertThat(turned.kappa()).isCloseTo(20, within(1e-10));
        assertThat(turned.rescaled()).isCloseTo(20, within(1e-10));
        assertThat(flat.f()[20]).isCloseTo(5.3e-7, within(5e-9));
        assertThat(turned.f()[20]).isCloseTo(0.2208, within(5e-5));
        assertThat(turning.printed().f()[20]).isCloseTo(0.4417, within(5e-5));
        assertThat(turning.printed().kappa()).isCloseTo(20, within(1e-10));
        assertThat(turning.turned()).hasSize(91);
    }

    private HttpResponse<String> get(String path, String matrix) throws Exception {
        return send(path + "?matrix=" + URLEncoder.encode(matrix, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(String pathAndQuery) throws Exception {
        URI uri = URI.create("http://localhost:" + port + pathAndQuery);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> result) {
        return JsonMapper.shared().readTree(result.body());
    }

    /** The entries as a program would write them, "re+imi" with a sign of its own. */
    private static String link(JsonNode matrix) {
        return matrix.valueStream()
                .map(row -> row.valueStream()
                        .map(z -> entry(z.get(0).asDouble(), z.get(1).asDouble()))
                        .reduce((a, b) -> a + "," + b)
                        .orElseThrow())
                .reduce((a, b) -> a + ";" + b)
                .orElseThrow();
    }

    private static String entry(double re, double im) {
        return re + (im < 0 || 1 / im < 0 ? "" : "+") + im + "i";
    }

    private static void near(JsonNode actual, JsonNode expected) {
        double value = expected.asDouble();
        assertThat(actual.asDouble()).isCloseTo(value, within(1e-8 * Math.max(1, Math.abs(value))));
    }
}
