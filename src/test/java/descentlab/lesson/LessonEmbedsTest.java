package descentlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.embed.Embed;
import descentlab.embed.NothingThere;
import descentlab.experiment.ExperimentException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lessons' figures for other sites. */
class LessonEmbedsTest {

    @TempDir
    private Path home;

    private LessonEmbeds embeds() {
        return new LessonEmbeds(new Lessons(home));
    }

    private Embed at(String path) {
        return embeds().at(path, Map.of()).orElseThrow();
    }

    @Test
    void everyFigureOfEveryLessonCanBeEmbedded() {
        Lessons lessons = new Lessons(home);
        int count = 0;
        for (Lesson lesson : lessons.all()) {
            long figures = lesson.blocks().filter(Block.Figure.class::isInstance).count();
            for (int i = 1; i <= figures; i++) {
                Embed embed = at("lesson/" + lesson.id() + "/" + i);
                String html = embed.content().getElement().getOuterHTML();
                assertThat(html)
                        .as(lesson.id() + " " + i)
                        .containsAnyOf("<descent-race", "<training-chart", "<spectrum-lab", "<line-diagram")
                        .contains("<figcaption>");
                assertThat(embed.title()).isEqualTo(lesson.title() + ", figure " + i);
                count++;
            }
        }
        assertThat(count).isGreaterThan(5);
    }

    @Test
    void aFigureComesByItsNameWithItsHandles() {
        Block.Figure named = new Lessons(home)
                .all().stream()
                        .flatMap(Lesson::blocks)
                        .filter(Block.Figure.class::isInstance)
                        .map(Block.Figure.class::cast)
                        .filter(figure -> !figure.link().handles().isEmpty())
                        .findFirst()
                        .orElseThrow();
        String lesson = new Lessons(home)
                .all().stream()
                        .filter(each -> each.blocks().anyMatch(named::equals))
                        .findFirst()
                        .orElseThrow()
                        .id();
        String html = at("lesson/" + lesson + "/" + named.name()).content().getElement().getOuterHTML();
        String handle = named.link().handles().getFirst().name();
        assertThat(html)
                .contains("data-figure=\"" + named.name() + "\"")
                .contains("data-handle-" + handle + "=")
                .contains("<text-number figure=\"" + named.name() + "\" name=\"" + handle + "\"");
    }

    @Test
    void aDiagramCanHaveNumbersOfOnesOwn() {
        Embed embed = embeds().at("diagram/steps-by-condition", Map.of("kappa", List.of("7"))).orElseThrow();
        assertThat(embed.content().getElement().getAttribute("data-of")).startsWith("diagram/steps-by-condition?").contains("kappa=7");
    }

    @Test
    void whatIsWrongIsNamed() {
        String lesson = new Lessons(home).all().getFirst().id();
        isNot("lesson/" + lesson + "/0", "figure");
        isNot("lesson/" + lesson + "/nosuch", "figure");
        refused("lesson/" + lesson + "/1", Map.of("eta", List.of("1")), "eta");
        isNot("diagram/nosuch", "diagram");
        refused("diagram/steps-by-condition", Map.of("kappa", List.of("-1")), "diagram");
        assertThat(embeds().at("lesson/nosuch/1", Map.of())).isEmpty();
        assertThat(embeds().at("lesson/" + lesson, Map.of())).isEmpty();
        assertThat(embeds().at("lab/surface", Map.of())).isEmpty();
    }

    private void isNot(String path, String parameter) {
        refused(path, Map.of(), parameter);
        assertThatThrownBy(() -> embeds().at(path, Map.of())).isInstanceOf(NothingThere.class);
    }

    private void refused(String path, Map<String, List<String>> query, String parameter) {
        assertThatThrownBy(() -> embeds().at(path, query))
                .isInstanceOfSatisfying(ExperimentException.class, wrong -> assertThat(wrong.problem().parameter())
                        .isEqualTo(parameter));
    }
}
