package descentlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import descentlab.experiment.EncodedQuery;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Queries that are too long or cannot be decoded, sent by hand: no client would. */
@SpringBootTest(classes = QueryBoundsTest.OnlyBounds.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class QueryBoundsTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
    @Import({QueryBounds.class, ErrorAnswers.class, ShellConfiguration.class, Taker.class})
    static class OnlyBounds {}

    @RestController
    static class Taker {
        @RequestMapping({"/lab/surface", "/api/surface.csv"})
        String take() {
            return "taken";
        }
    }

    @LocalServerPort
    private int port;

    private String send(String method, String target, String accept, String body) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            String form = body.isEmpty() ? "" : "Content-Type: application/x-www-form-urlencoded\r\n";
            socket.getOutputStream()
                    .write((method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\n" + form
                                    + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body)
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String get(String target, String accept) throws IOException {
        return send("GET", target, accept, "");
    }

    private static String query(int length) {
        return "f=" + "1".repeat(length - 2);
    }

    @Test
    void aQueryOfTheLimitIsTakenAndOneLongerIsNot() throws IOException {
        String path = "/api/surface.csv?";
        assertThat(get(path + query(EncodedQuery.LONGEST), "*/*")).startsWith("HTTP/1.1 200").contains("taken");
        String longer = get(path + query(EncodedQuery.LONGEST + 1), "*/*");
        assertThat(longer)
                .startsWith("HTTP/1.1 414")
                .contains("application/problem+json")
                .contains("its query has 4001 characters, allowed are 4000")
                .doesNotContain("taken");
    }

    @Test
    void aPersonIsToldOnAPage() throws IOException {
        assertThat(get("/lab/surface?" + query(7000), "text/html"))
                .startsWith("HTTP/1.1 414")
                .contains("text/html", "<h1>This link is too long</h1>", "its query has 7000 characters, allowed are 4000");
    }

    @Test
    void theFirstRequestOfAPageHoldsItsQueryEncodedOnceMore() throws IOException {
        String encoded = "query=" + "%3D".repeat(EncodedQuery.LONGEST);
        assertThat(get("/lab/surface?v-r=init&" + encoded, "*/*")).startsWith("HTTP/1.1 200");
        assertThat(get("/lab/surface?v-r=init&" + encoded + "1".repeat(1000), "*/*")).startsWith("HTTP/1.1 414");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/lab/surface?f=%", "/lab/surface?f=%zz", "/lab/surface?%", "/lab/surface?f=%ff%fe", "/api/surface.csv?f=%4",
        "/lab/surf%", "/%zz", "/lab/surface%", "/api/%zz", "/%c0%ae", "/lab/surface?v-r=nope", "/?v-r=nope", "/?v-r=",
    })
    void whatCannotBeDecodedIsSaid(String target) throws IOException {
        String data = get(target, "*/*");
        assertThat(data).startsWith("HTTP/1.1 400").contains("application/problem+json", "\"detail\":\"");
        String page = get(target, "text/html");
        assertThat(page).startsWith("HTTP/1.1 400");
        if (!target.startsWith("/api")) {
            assertThat(page).contains("text/html", "Go to the first page");
        }
    }

    @Test
    void aFormThatCannotBeDecodedIsSaid() throws IOException {
        assertThat(send("POST", "/api/surface.csv", "*/*", "f=%zz")).startsWith("HTTP/1.1 400").contains("decoded");
        assertThat(send("POST", "/api/surface.csv", "*/*", query(60_000))).startsWith("HTTP/1.1 200");
    }

    @Test
    void whatIsNowhereIsNotFoundInOurWords() throws IOException {
        assertThat(get("/nowhere", "*/*")).startsWith("HTTP/1.1 404").contains("Nothing is at this address.");
    }
}
