package descentlab.exercise.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import descentlab.dataset.Pictures;
import descentlab.exercise.CheckedPart;
import descentlab.embed.NothingThere;
import descentlab.exercise.ChoicePart;
import descentlab.exercise.Exercise;
import descentlab.exercise.Exercises;
import descentlab.exercise.NumberPart;
import descentlab.exercise.Part;
import descentlab.exercise.WritingPart;
import descentlab.experiment.ExperimentException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parts of exercises for other sites: what they show, and that an answer is checked over real HTTP and kept nowhere. */
@SpringBootTest(classes = EmbeddedPartTest.Endpoints.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class EmbeddedPartTest {

    @EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
    @ComponentScan(
            basePackages = {
                "descentlab.exercise.page", "descentlab.api", "descentlab.run", "descentlab.cluster", "descentlab.client"
            },
            excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ExerciseScreens.class)) // those know learners
    static class Endpoints {}

    @LocalServerPort
    private int port;

    @Autowired
    private PartEmbeds parts;

    @Autowired
    private Pictures pictures;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> answer(String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/stream/answer"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String field(String value) {
        return "&field=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Test
    void everyPartCanBeEmbedded() {
        int forms = 0;
        for (Exercise exercise : Exercises.on(pictures.best()).all()) {
            for (int i = 1; i <= Math.min(exercise.count(), 8); i++) {
                Document html = Jsoup.parse(parts.at("exercises/" + exercise.id() + "/" + i, Map.of())
                        .orElseThrow()
                        .content()
                        .getElement()
                        .getOuterHTML());
                boolean checked = exercise.part(0, i - 1) instanceof CheckedPart;
                assertThat(html.select("embedded-part .prompt h2")).hasSize(1);
                assertThat(html.select("form")).as(exercise.id() + " " + i).hasSize(checked ? 1 : 0);
                assertThat(html.select("form :is(input[name=field], select)").isEmpty()).isNotEqualTo(checked);
                if (exercise.part(0, i - 1) instanceof WritingPart writing) {
                    assertThat(html.select("pre").first().wholeText().replace('\n', ';')).isEqualTo(writing.begun());
                }
                forms += checked ? 1 : 0;
            }
        }
        assertThat(forms).isGreaterThan(10);
    }

    @Test
    void anAnswerIsCheckedAndNobodyGetsACookie() throws Exception {
        int checked = 0;
        for (Exercise exercise : Exercises.on(pictures.best()).all()) {
            for (int i = 1; i <= Math.min(exercise.count(), 8); i++) {
                Part part = exercise.part(7, i - 1);
                String form = "exercise=" + exercise.id() + "&part=" + i + "&seed=7";
                String right = switch (part) {
                    case NumberPart number -> field(Double.toString(number.value()));
                    case ChoicePart choice ->
                        field(String.valueOf(choice.options().indexOf(choice.options().stream()
                                .filter(ChoicePart.Option::right)
                                .findFirst()
                                .orElseThrow())));
                    default -> "";
                };
                if (right.isEmpty()) {
                    continue;
                }
                HttpResponse<String> said = answer(form + right);
                assertThat(json(said).get("result").asString()).as(form).isEqualTo("right");
                assertThat(said.headers().allValues("Set-Cookie")).isEmpty();
                assertThat(json(answer(form + field("nonsense"))).get("result").asString()).isEqualTo("unreadable");
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(5);
    }

    @Test
    void whatIsSaidHasNothingOfWhatCame() throws Exception {
        String id = Exercises.on(pictures.best()).all().getFirst().id();
        assertThat(answer("exercise=" + id + "&part=1" + field("<img src=x onerror=alert(1)>")).body())
                .doesNotContain("<img");
    }

    @Test
    void whatIsWrongIsNamed() throws Exception {
        String id = Exercises.on(pictures.best()).all().getFirst().id();
        named(answer("exercise=nosuch&part=1"), 400, "exercise");
        named(answer("exercise=" + id + "&part=0"), 400, "part");
        named(answer("exercise=" + id + "&part=1&seed=x"), 400, "seed");
        named(answer("exercise=" + id + "&part=1" + "&field=1".repeat(65)), 400, "field");
        named(answer("exercise=" + id + "&part=1" + field("x".repeat(4001))), 400, "field");
        named(answer("part=1"), 400, "exercise");
        assertThatThrownBy(() -> parts.at("exercises/" + id + "/1", Map.of("nosuch", List.of("1"))))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("nosuch");
        assertThatThrownBy(() -> parts.at("exercises/nosuch/1", Map.of())).isInstanceOf(NothingThere.class);
        assertThatThrownBy(() -> parts.at("exercises/" + id + "/999", Map.of())).isInstanceOf(NothingThere.class);
        assertThatThrownBy(() -> parts.at("exercises/" + id + "/1", Map.of("seed", List.of("x"))))
                .isInstanceOf(ExperimentException.class)
                .isNotInstanceOf(NothingThere.class);
        assertThat(parts.at("exercises/" + id, Map.of())).isEmpty();
    }

    private static void named(HttpResponse<String> answer, int status, String parameter) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("parameter").asString()).isEqualTo(parameter);
    }
}
