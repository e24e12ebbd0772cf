package descentlab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Thousands of requests made of the endpoints' own words and of what nobody should send, over real HTTP: none fails, and
 * what is refused is named. The seed is fixed; a request that fails is printed as it was.
 */
@SpringBootTest(classes = EndpointFuzzTest.Endpoints.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class EndpointFuzzTest {

    private static final int REQUESTS = 2_500;

    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
    @ComponentScan({"descentlab.run", "descentlab.cluster", "descentlab.client", "descentlab.spectrum", "descentlab.shell"})
    static class Endpoints {}

    private static final List<String> PATHS = List.of(
            "/api/surface.csv", "/api/surface.json", "/api/sweep.csv", "/api/sweep.json", "/api/anatomy.json",
            "/api/basins.csv", "/api/heat.json", "/api/cloud.csv", "/stream/basins",
            "/api/training.csv", "/api/training.json", "/api/landscape.csv", "/api/rates.jsonl", "/api/spectrum.json", "/api/data/airfoil.csv", "/api/data/silhouettes/x.gz", "/stream/field", "/stream/spectrum", "/stream/spectrum/random",
            "/api/iteration.json", "/stream/spectrum/moved", "/stream/spectrum/presets", "/stream/spectrum/turning", "/stream/runs/x",
            "/stream/runs/00000000000000000000000000000000", "/api/nothing", "/stream/", "/nothing");

    /** Values that may well be right where their parameter is known; small, since they are computed. */
    private static final Map<String, List<String>> GOOD = new TreeMap<>(Map.ofEntries(
            Map.entry("objective", List.of("ellipse", "rosenbrock", "ravine", "saddle")),
            Map.entry("f", List.of("x1^2+x2^2", "log(x1)", "sqrt(x2)/x1", "log(-1)", "1/0", "exp(exp(x1^2))", "3", "asin(x1)", "x1^x2",
                    "-".repeat(150) + "x1", "(".repeat(39) + "x1" + ")".repeat(39), "exp(1000)*x1^2")),
            Map.entry("q", List.of("0.2,0;0,4", "1,1;1,1", "0,0;0,0", "1e9,1e9;1e9,1e9", "1e-300,0;0,1e-300")),
            Map.entry("c", List.of("0,0", "1e9,-1e9")),
            Map.entry("b", List.of("0", "-1e9")),
            Map.entry("rotate", List.of("0", "45", "-360", "12.5")),
            Map.entry("start", List.of("-5,-2", "0,0", "1e6,-1e6", "1e-300,1")),
            Map.entry("steps", List.of("0", "1", "5", "20")),
            Map.entry("series", List.of("0", "1", "7", "8")),
            Map.entry("step", List.of("0", "1", "5", "20")),
            Map.entry("noise", List.of("0", "0.1", "1000")),
            Map.entry("seed", List.of("0", "1", "9007199254740992")),
            Map.entry("run", List.of("sgd(lr=0.1)", "adagrad(lr=0.4)", "newton(lr=1)", "diagonal(lr=1)", "sgd(lr=0.1..1)",
                    "torch.adam(lr=0.1,amsgrad=true)", "sgd(lr=1e-6..1)", "momentum(lr=1e300,beta=0.9)", "adam(lr=0)",
                    "sgd(lr=0.1,schedule=step(10,0.5))", "sgd()", "momentum(lr=0.1..1,beta=0..0.9)",
                    "adagrad(lr=1e-6..1,eps=0..1e6)")),
            Map.entry("points", List.of("2", "3", "201", "3x2", "31x31")),
            Map.entry("tolerance", List.of("0", "0.01", "1e9")),
            Map.entry("seeds", List.of("2", "50")),
            Map.entry("window", List.of("-6,2,-3,2", "0,1e-300,0,1", "-1e9,1e9,-1e9,1e9")),
            Map.entry("columns", List.of("2", "10")),
            Map.entry("rows", List.of("2", "10")),
            Map.entry("data", List.of("airfoil")),
            Map.entry("model", List.of("linear")),
            Map.entry("batch", List.of("500", "1500")),
            Map.entry("epochs", List.of("1")),
            Map.entry("every", List.of("1000", "1500")),
            Map.entry("shuffle", List.of("true", "false")),
            Map.entry("init", List.of("normal", "zero")),
            Map.entry("matrix", List.of("2,1;1,3", "1+2i,0;0,1", "[[1, 2], [3, 4]]", "1e150,1e150;1e150,1e150", "0", "1,1;1,1",
                    "1,1e-160;1e160,1", "0,1,0;0,0,1;1,0,0")),
            Map.entry("method", List.of("power", "qr")),
            Map.entry("shift", List.of("none", "rayleigh", "wilkinson")),
            Map.entry("eigenvalue", List.of("1", "2", "3")),
            Map.entry("to", List.of("1", "2+i", "-1e150", "0")),
            Map.entry("size", List.of("2", "8")),
            Map.entry("kappa", List.of("1", "100", "1e8")),
            Map.entry("from", List.of("0", "7"))));

    private static final List<String> RACE =
            List.of("objective", "f", "q", "c", "b", "rotate", "start", "steps", "noise", "seed", "run");

    /** What is known where; elsewhere anything is tried. */
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("/api/surface", RACE),
            Map.entry("/api/sweep", List.of("objective", "f", "rotate", "start", "steps", "noise", "seed", "run", "points")),
            Map.entry("/api/anatomy", List.of("objective", "f", "q", "rotate", "start", "steps", "noise", "seed", "run", "series", "step")),
            Map.entry("/api/training", List.of("data", "model", "batch", "epochs", "every", "shuffle", "init", "seed", "run")),
            Map.entry("/api/spectrum", List.of("matrix")),
            Map.entry("/api/iteration", List.of("matrix", "method", "start", "shift", "steps")),
            Map.entry("/stream/spectrum/moved", List.of("matrix", "eigenvalue", "to")),
            Map.entry("/stream/field", List.of("objective", "f", "q", "rotate", "window", "columns", "rows")),
            Map.entry("/stream/spectrum/random", List.of("size", "kappa", "seed")),
            Map.entry("/stream/runs", List.of("from")),
            Map.entry("/api/basins", List.of("objective", "f", "steps", "run", "window", "columns", "rows", "tolerance")),
            Map.entry("/stream/basins", List.of("objective", "q", "steps", "run", "window", "columns", "rows", "tolerance")),
            Map.entry("/api/heat", List.of("objective", "f", "start", "steps", "run", "points")),
            Map.entry("/api/cloud", List.of("objective", "f", "start", "steps", "noise", "seed", "run", "seeds", "every")));

    /** Well said, but too much. */
    private static final List<String> TOO_MUCH = List.of("1000000", "99999999999999999999", "1,".repeat(8) + "1");

    private static final List<String> BAD = List.of(
            "", " ", "NaN", "Infinity", "-Infinity", "-1", "1.5", "1e999", "-0", "0x10", "1d", "9".repeat(40), "9".repeat(900),
            "1".repeat(1001), "\u0000", "\r\nX: y", "\t", "\ud83d\ude00", "\u0661\u0662", "\u202e", "%", "%00", "' or 1=1 --",
            "<script>alert(1)</script>", "../../etc/passwd", "${jndi:x}", "{0}", "1,2,3", ";", ",", ",,,,", "1;2", "null", "true",
            "sgd(", "sgd(lr=", "sgd(lr=NaN)", "sgd(lr=0.1)x", "adagrid()", "(((((", "x1+", "x1 x2", "x3", "1e", "f(x1)", "1,2;3",
            "[[1,2],[3", "a,b;c,d", "sgd(lr=0.1,lr=0.2)", "sgd(lr=0.1)~8~adam(lr=0.1)", "log(", "max(1)", "1/0", "0..0");

    private static final List<String> STRANGE_NAMES =
            List.of("x", "", "Run", "run ", "v-r", "\u0000", "\ud83d\ude00", "q[]", "f.g", "__proto__", "a".repeat(300));

    private static final List<String> METHODS = List.of("GET", "GET", "GET", "GET", "GET", "GET", "GET", "FORM", "FORM", "FORM", "HEAD", "PUT", "JSON");

    @LocalServerPort
    private int port;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static String query(String path, Random random) {
        List<String> all = new ArrayList<>(GOOD.keySet());
        List<String> names = KNOWN.entrySet().stream()
                .filter(known -> path.startsWith(known.getKey()) && random.nextInt(20) > 0)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(all);
        List<String> pairs = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            boolean strange = random.nextInt(40) == 0;
            String name = strange ? one(STRANGE_NAMES, random) : one(names, random);
            boolean good = !strange && random.nextInt(5) > 0;
            String value = good ? one(GOOD.get(name), random) : one(random.nextInt(4) == 0 ? TOO_MUCH : BAD, random);
            if (random.nextInt(25) == 0) {
                int at = random.nextInt(value.length() + 1);
                value = value.substring(0, at) + one(BAD, random) + value.substring(at);
            }
            pairs.add(encoded(name) + (random.nextInt(40) == 0 ? "" : "=" + encoded(value)));
        }
        if (names.contains("run") && random.nextInt(3) > 0) {
            pairs.add("run=" + encoded(one(GOOD.get("run"), random)));
        }
        return String.join(random.nextInt(50) == 0 ? "&&" : "&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest request(Random random) {
        String path = one(PATHS, random);
        String query = query(path, random);
        String method = one(METHODS, random);
        boolean body = method.equals("FORM") || method.equals("JSON");
        String target = body || query.isEmpty() && random.nextBoolean() ? path : path + "?" + query;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + target))
                .timeout(Duration.ofSeconds(30));
        if (random.nextInt(10) == 0) {
            request.header("Accept", one(List.of("image/png", "text/html", "nonsense", "application/json;q=0"), random));
        }
        if (body) {
            request.header("Content-Type", method.equals("FORM") ? "application/x-www-form-urlencoded" : "application/json")
                    .POST(BodyPublishers.ofString(query));
        } else {
            request.method(method, BodyPublishers.noBody());
        }
        return request.build();
    }

    @Test
    void nothingFailsAndWhatIsRefusedIsNamed() throws Exception {
        Random random = new Random(7);
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            HttpRequest request = request(random);
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            String asked = i + ": " + request.method() + " " + request.uri();
            counts.merge(answer.statusCode(), 1, Integer::sum);
            assertThat(answer.statusCode()).as(asked + "\n" + answer.body()).isLessThan(500);
            if (answer.statusCode() >= 400 && !request.method().equals("HEAD")) {
                check(asked, answer);
            }
        }
        // That most are refused early would be a test of the refusing alone.
        assertThat(counts.get(200)).isGreaterThan(REQUESTS / 10);
        assertThat(counts).containsKeys(400, 404, 405, 415, 422);
    }

    private static void check(String asked, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("text/html")) {
            assertThat(asked).doesNotContain("/api/", "/stream/");
            return;
        }
        assertThat(type).as(asked).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("detail").asString()).as(asked).isNotBlank();
        if (answer.statusCode() == 400 || answer.statusCode() == 422) {
            assertThat(problem.has("parameter")).as(asked + answer.body()).isTrue();
            assertThat(problem.has("came")).as(asked).isTrue();
            assertThat(problem.get("allowed").asString()).as(asked).isNotBlank();
        }
    }
}
