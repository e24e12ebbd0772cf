package descentlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lesson's files can be read, and all that they name is there. */
class LessonTest {

    private final Lesson lesson = new Lessons(Path.of("target", "none")).named("adagrad").orElseThrow();

    private <B extends Block> Stream<B> blocks(Class<B> kind) {
        return lesson.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    @Test
    void theChaptersSectionsAreThereInOrder() {
        assertThat(lesson.sections().stream().map(Section::title))
                .containsExactly(
                        "Sparse features and learning rates",
                        "Preconditioning",
                        "The algorithm",
                        "From scratch",
                        "Concise",
                        "What it is good at, and what not",
                        "What came after");
        assertThat(lesson.sections()).allSatisfy(section -> assertThat(section.blocks())
                .anyMatch(Block.Figure.class::isInstance));
    }

    @Test
    void everyFigureIsAnExperimentOfALab() {
        assertThat(blocks(Block.Figure.class)).allSatisfy(figure -> {
            assertThat(figure.experiment().link()).startsWith("lab/");
            assertThat(figure.experiment().opened()).as("names its optimizers").isEqualTo(figure.experiment());
            assertThat(figure.caption()).contains("**Try:**");
        });
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
        assertThat(blocks(Block.Check.class)).allSatisfy(check -> assertThat(check.part().options())
                .hasSizeGreaterThan(1)
                .allSatisfy(option -> assertThat(option.feedback()).isNotBlank()));
    }
}
