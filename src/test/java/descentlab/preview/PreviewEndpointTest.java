package descentlab.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;

/** The pictures of links, over real HTTP. */
@SpringBootTest(classes = PreviewEndpointTest.Endpoints.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class PreviewEndpointTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
    @ComponentScan({
        "descentlab.preview", "descentlab.api", "descentlab.run", "descentlab.cluster", "descentlab.client"
    })
    static class Endpoints {}

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<byte[]> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.ofByteArray());
    }

    private BufferedImage picture(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isEqualTo(630);
        return picture;
    }

    private static long pixels(BufferedImage picture, int rgb) {
        long count = 0;
        for (int color : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())) {
            count += (color & 0xffffff) == rgb ? 1 : 0;
        }
        return count;
    }

    @Test
    void aRaceShowsTheWaysOfItsOptimizersAndNoOthers() throws Exception {
        BufferedImage picture = picture("/preview/lab/surface.png?objective=ellipse&steps=20&run=adagrad(lr=0.4)");
        assertThat(pixels(picture, 0xcc5500)).isGreaterThan(500);
        assertThat(pixels(picture, 0x0072b2)).isZero();
        assertThat(pixels(picture("/preview/lab/surface.png?objective=ellipse&steps=20&run=sgd(lr=0.4)"), 0x0072b2))
                .isGreaterThan(500);
    }

    @Test
    void aTrainingShowsItsCurves() throws Exception {
        BufferedImage picture = picture("/preview/lab/training.png?epochs=1&run=adagrad(lr=0.1)&run=sgd(lr=0.01)");
        assertThat(pixels(picture, 0xcc5500)).isGreaterThan(500);
        assertThat(pixels(picture, 0x0072b2)).isGreaterThan(500);
    }

    /** A training that takes minutes is not run because somebody shared its link. */
    @Test
    void aLongTrainingIsNotRun() throws Exception {
        BufferedImage picture =
                picture("/preview/lab/training.png?data=silhouettes&model=lenet&epochs=50&run=adagrad(lr=0.1)");
        assertThat(pixels(picture, 0xcc5500)).isZero();
    }

    @Test
    void aMatrixShowsItsDiscsAndEigenvalues() throws Exception {
        BufferedImage picture = picture("/preview/lab/spectrum.png?matrix=2,1;1,3");
        assertThat(pixels(picture, 0x0072b2)).isGreaterThan(500);
        assertThat(pixels(picture, 0xcc5500)).isGreaterThan(300);
    }

    /** Twice the same bytes, the second time drawn anew: the rows of the same race, written otherwise. */
    @Test
    void theSameLinkIsTheSamePicture() throws Exception {
        String race = "/preview/lab/surface.png?objective=rosenbrock&steps=50&run=adam(lr=0.1)";
        byte[] first = get(race).body();
        assertThat(get(race.replace("steps=50", "seed=1&steps=50")).body()).isEqualTo(first);
        assertThat(get(race.replace("steps=50", "steps=5")).body()).isNotEqualTo(first);
    }

    @Test
    void whatRunsAwayOrIsDefinedNowhereElseIsDrawnAllTheSame() throws Exception {
        picture("/preview/lab/surface.png?objective=ellipse&steps=2000&run=sgd(lr=50)");
        picture("/preview/lab/surface.png?f=log(x1)&start=1,1&run=sgd(lr=0.1)");
        picture("/preview/lab/surface.png?f=3&start=1,1&run=sgd(lr=0.1)");
        picture("/preview/lab/spectrum.png?matrix=0");
        picture("/preview/lab/spectrum.png?matrix=1e9,1;1,-1e9");
    }

    @ParameterizedTest
    @CsvSource({
        "/preview/lab/surface.png?steps=x, 400, steps",
        "/preview/lab/surface.png?steps=99999, 422, steps",
        "/preview/lab/spectrum.png, 400, matrix",
        "/preview/lab/training.png?nosuch=1, 400, nosuch"
    })
    void whatIsWrongIsNamed(String path, int status, String parameter) throws Exception {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new String(answer.body())).contains("\"parameter\":\"" + parameter + "\"");
    }
}
