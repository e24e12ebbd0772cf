package descentlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.experiment.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lesson's files can be read, and all that they name is there. */
class LessonTest {

    private final Lesson lesson = new Lessons(Path.of("target", "none")).named("adagrad").orElseThrow();

    private <B extends Block> Stream<B> blocks(Class<B> kind) {
        return lesson.blocks().filter(kind::isInstance).map(kind::cast);
    }

    @Test
    void theChaptersSectionsAreThereInOrder() {
        assertThat(lesson.sections().stream().map(Section::title))
                .containsExactly(
                        "Sparse features and learning rates",
                        "Preconditioning",
                        "The algorithm",
                        "Blind to curvature",
                        "How far it gets",
                        "Half a preconditioner",
                        "Does it precondition a real network?",
                        "From scratch",
                        "Concise",
                        "What can be promised",
                        "What it is good at, and what not",
                        "What came after",
                        "What to keep");
    }

    @Test
    void everyFigureLeadsToALabAndSaysWhatToTry() {
        assertThat(blocks(Block.Figure.class)).hasSizeGreaterThan(12).allSatisfy(figure -> {
            assertThat(figure.link().printed().lab()).startsWith("lab/");
            assertThat(figure.caption()).contains("**Try:**");
            if (figure.link().printed() instanceof Subject.Lab(Experiment experiment)) {
                assertThat(experiment.opened()).as("names its optimizers").isEqualTo(experiment);
            }
        });
    }

    @Test
    void theFirstFigureStandsBeforeTheFirstSection() {
        assertThat(lesson.opening()).hasAtLeastOneElementOfType(Block.Figure.class);
    }

    @Test
    void theCodeIsTheSourcesOwn() throws IOException {
        Block.Source source = blocks(Block.Source.class).findFirst().orElseThrow();
        String file = Files.readString(Path.of("src/main/java/descentlab/optimizer/Adagrad.java"));
        assertThat(source.code()).contains("s[i] = memory * s[i] + g[i] * g[i];");
        assertThat(source.code().lines().map(String::strip)).allMatch(file::contains);
        assertThat(source.code().strip()).endsWith("}");
    }

    @Test
    void everyCheckHasSomethingToSayToEachAnswer() {
        assertThat(lesson.sections()).allSatisfy(section -> assertThat(section.blocks())
                .anyMatch(Block.Check.class::isInstance));
        assertThat(blocks(Block.Prediction.class)).allSatisfy(prediction -> {
            assertThat(prediction.then()).as("there is something to be seen").isNotEmpty();
            assertThat(prediction.part().options()).allSatisfy(option -> assertThat(option.feedback()).isNotBlank());
        });
        assertThat(blocks(Block.Check.class)).allSatisfy(check -> assertThat(check.part().options())
                .hasSizeGreaterThan(1)
                .allSatisfy(option -> assertThat(option.feedback()).isNotBlank()));
    }
}
