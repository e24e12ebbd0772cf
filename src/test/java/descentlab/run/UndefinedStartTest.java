package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Links to objectives that have no value, or no slope, where the race would start: refused, saying why. */
@SpringBootTest(classes = EndpointTest.EndpointsOnly.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class UndefinedStartTest {

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> get(String path, String f, String rest) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path + "?f="
                                + URLEncoder.encode(f, StandardCharsets.UTF_8) + rest))
                        .build(),
                BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "log(-1) | log needs a positive argument, but got -1",
        "log(x1) | log needs a positive argument, but x1 is -5",
        "sqrt(x2) | sqrt needs an argument of at least 0, but x2 is -2",
        "1/(x1+5) | nothing can be divided by 0, and 1/(x1+5) does",
        "1/0 | nothing can be divided by 0, and 1/0 does",
        "exp(x1^6) | exp(x1^6) is too large for a number",
    })
    void theStartIsRefusedAlikeByRaceAndMaps(String f, String why) throws Exception {
        for (String path : new String[] {
            "/api/surface.csv", "/api/surface.json", "/api/sweep.csv", "/api/sweep.json", "/api/heat.csv", "/api/cloud.csv"
        }) {
            String rest = path.contains("sweep")
                    ? "&run=sgd(lr=0.1..1)"
                    : path.contains("heat") ? "&run=adagrad(lr=0.1..1,power=0..1)" : "&run=sgd(lr=0.1)";
            HttpResponse<String> answer =
                    get(path, f, "&start=-5,-2" + rest + (path.contains("cloud") ? "&noise=1" : ""));
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body())
                    .contains("\"parameter\":\"f\"")
                    .contains("f is not defined at the start (-5, -2): " + why + ". Please give another start");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"log(x1)", "sqrt(x2)", "1/(x1-1)"})
    void elsewhereTheSameIsARaceAndThePlaneCanBeDrawnAnywhere(String f) throws Exception {
        assertThat(get("/api/surface.csv", f, "&start=5,2&run=sgd(lr=0.1)").statusCode()).isEqualTo(200);
        assertThat(get("/stream/field", f, "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"log(-1)", "1/0", "x1*log(-1)", "exp(1000)*x1^2"})
    void whatIsDefinedNowhereIsDrawnEmpty(String f) throws Exception {
        assertThat(get("/stream/field", f, "").statusCode()).isEqualTo(200);
    }
}
