package descentlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import descentlab.client.Counters;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Bodies of all sizes over real HTTP. */
@SpringBootTest(classes = RequestBoundsTest.EchoOnly.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class RequestBoundsTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
    @ComponentScan("descentlab.client")
    @Import(Echo.class)
    static class EchoOnly {
        @Bean
        RequestBounds requestBounds(Counters counters) {
            return new RequestBounds(counters, 4);
        }
    }

    @RestController
    static class Echo {
        @PostMapping("/echo")
        String echo(@RequestBody String body) {
            return body.length() + " " + body.charAt(0) + body.charAt(body.length() - 1);
        }
    }

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/echo"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "text/plain;charset=UTF-8")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    /** Without saying how long it is. */
    private static HttpRequest.BodyPublisher chunked(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes()));
    }

    @Test
    void whatFitsArrivesWhole() throws Exception {
        String largest = "a" + "x".repeat(RequestBounds.MOST_BYTES - 2) + "z";
        assertThat(post(BodyPublishers.ofString(largest)).body()).isEqualTo(RequestBounds.MOST_BYTES + " az");
        assertThat(post(chunked(largest)).body()).isEqualTo(RequestBounds.MOST_BYTES + " az");
        assertThat(post(chunked("\u00e4\u03bb")).body()).isEqualTo("2 \u00e4\u03bb");
    }

    @ParameterizedTest
    @ValueSource(ints = {RequestBounds.MOST_BYTES + 1, 10_000_000})
    void whatIsTooMuchIsRefusedInWords(int length) throws Exception {
        String body = "x".repeat(length);
        for (HttpResponse<String> answer : new HttpResponse[] {post(BodyPublishers.ofString(body)), post(chunked(body))}) {
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(answer.body()).contains("at most 1048576 bytes").contains("Nothing of it was taken");
        }
        assertThat(post(BodyPublishers.ofString("ab")).body()).isEqualTo("2 ab");
    }

    /** That only seems to come. */
    private Socket large(String from) throws Exception {
        Socket socket = new Socket();
        socket.setSoTimeout(10_000);
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        socket.getOutputStream()
                .write(("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\n"
                                + "x".repeat(1000))
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void whoSendsLargeOnesForEverLeavesRoomForOthers() throws Exception {
        try (Socket first = large("127.0.0.3");
                Socket second = large("127.0.0.3")) {
            // Refused are only those beyond what one may have, once the first two are being read.
            String refused;
            do {
                try (Socket third = large("127.0.0.3")) {
                    third.setSoTimeout(500);
                    refused = new String(third.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                } catch (SocketTimeoutException taken) {
                    refused = "";
                }
            } while (refused.isEmpty());
            assertThat(refused).isEqualTo("HTTP/1.1 429");
            String body = "a" + "x".repeat(100_000) + "z";
            assertThat(post(BodyPublishers.ofString(body)).body()).isEqualTo(body.length() + " az");
            assertThat(post(chunked(body)).body()).isEqualTo(body.length() + " az");
            assertThat(post(BodyPublishers.ofString("ab")).body()).isEqualTo("2 ab");
        }
    }
}
