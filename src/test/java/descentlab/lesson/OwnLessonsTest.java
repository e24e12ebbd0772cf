package descentlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lessons in the application's home. */
class OwnLessonsTest {

    private static final String COVER = "# Momentum\n\nWhy a ball finds its way.\n";
    private static final String FIGURE = "```figure\nlab/surface?steps=5&run=sgd(lr=0.1)\nTry it.\n```\n";

    @TempDir
    private Path home;

    private void write(String path, String text) throws IOException {
        Path file = home.resolve("lessons").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void oneOfThreeParagraphsIsThereBesideTheApplicationsOwn() throws IOException {
        write("momentum/lesson.md", COVER);
        write("momentum/1-a-ball.md", "# A ball\n\nOne.\n\nTwo, $\\beta$.\n\n" + FIGURE + "\nThree.\n");
        Lessons lessons = new Lessons(home);
        assertThat(lessons.all()).extracting(Lesson::id).containsExactly("adagrad", "momentum");
        Lesson lesson = lessons.named("momentum").orElseThrow();
        assertThat(lesson.title()).isEqualTo("Momentum");
        assertThat(lesson.lead()).isEqualTo("Why a ball finds its way.");
        assertThat(lesson.sections()).extracting(Section::id).containsExactly("a-ball");
        assertThat(lesson.sections().getFirst().blocks()).hasSize(4);
        assertThat(lessons.mistakes()).isEmpty();
        assertThat(lessons.ids()).containsExactlyInAnyOrder("adagrad", "momentum");
    }

    /** Every example of the documentation, put together, is a lesson. */
    @Test
    void theDocumentationsOwnExamplesAreALesson() throws IOException {
        String docs = Files.readString(Path.of("docs", "lessons.md"));
        Matcher cover = Pattern.compile("```markdown\n(.*?)```", Pattern.DOTALL).matcher(docs);
        assertThat(cover.find()).isTrue();
        write("momentum/lesson.md", cover.group(1));
        StringBuilder section = new StringBuilder("# A ball\n\n");
        Matcher blocks = Pattern.compile("(?m)^    (```(?:figure|check|source)(?:.|\\n)*?\\n    ```)$").matcher(docs);
        int count = 0;
        while (blocks.find()) {
            section.append(blocks.group(1).replaceAll("(?m)^    ", "")).append("\n\n");
            count++;
        }
        assertThat(count).isEqualTo(3);
        write("momentum/1-a-ball.md", section.toString());
        Lessons lessons = new Lessons(home);
        assertThat(lessons.mistakes()).isEmpty();
        assertThat(lessons.named("momentum").orElseThrow().sections().getFirst().blocks())
                .hasExactlyElementsOfTypes(Block.Figure.class, Block.Check.class, Block.Source.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', ignoreLeadingAndTrailingWhitespace = false, value = {
        "no title\\n~m/1-a.md, line 1: it begins with no title",
        "# A\\n\\nText.\\n\\n```figure\\nlab/surface?steps=5\\n```\\n~m/1-a.md, line 5: a figure is the link of a lab, then its caption",
        "# A\\n\\n```figure\\nlab/surface?steps=lots\\nTry it.\\n```\\n~m/1-a.md, line 4: steps was 'lots'",
        "# A\\n\\n```figure\\nlab/nowhere?steps=5\\nTry it.\\n```\\n~m/1-a.md, line 4: ",
        "# A\\n\\n```figure\\nsteps=5\\nTry it.\\n```\\n~m/1-a.md, line 4: ",
        "# A\\n\\n```figure\\nlab/surface?f=%zz\\nTry it.\\n```\\n~m/1-a.md, line 4: ",
        "# A\\n\\n```check\\nQ?\\n- [x] yes | y\\nno\\n```\\n~m/1-a.md, line 6: an answer of a check is '- [ ] answer | what to say', not 'no'",
        "# A\\n\\n```check\\nQ?\\n- [x] yes | y\\n- [x] no | n\\n```\\n~m/1-a.md, line 3: a check has two answers or more, one of them right",
        "# A\\n\\n```check\\nQ?\\n- [x] yes | y\\n```\\n~m/1-a.md, line 3: a check has two answers or more",
        "# A\\n\\n```source Nothing.java\\nstep\\n```\\n~m/1-a.md, line 3: there is no source Nothing.java",
        "# A\\n\\n```source ../../application.properties\\nstep\\n```\\n~m/1-a.md, line 3: there is no source",
        "# A\\n\\n```source\\nstep\\n```\\n~m/1-a.md, line 3: a source has the name of a file",
        "# A\\n\\n```source Adagrad.java\\nno such line\\n```\\n~m/1-a.md, line 4: Adagrad.java has no line with 'no such line'",
    })
    void aMistakeIsNamedByFileAndLineAndHarmsNobodyElse(String text, String message) throws IOException {
        write("m/lesson.md", COVER);
        write("m/1-a.md", text.replace("\\n", "\n"));
        write("good/lesson.md", COVER);
        write("good/1-a.md", "# A\n\nText.\n");
        Lessons lessons = new Lessons(home);
        assertThat(lessons.mistakes()).containsOnlyKeys("m");
        assertThat(lessons.mistakes().get("m")).startsWith(message);
        assertThat(lessons.all()).extracting(Lesson::id).containsExactly("adagrad", "good");
        assertThat(lessons.ids()).contains("m");
    }

    @Test
    void foldersThatAreNoLessonsAreNamed() throws IOException {
        write("empty/notes.txt", "nothing");
        write("covered/lesson.md", COVER);
        write("blank/lesson.md", "# Title\n");
        write("blank/1-a.md", "# A\n");
        write("adagrad/lesson.md", COVER);
        write("Big Letters/lesson.md", COVER);
        Files.writeString(home.resolve("lessons").resolve("a-file.md"), "# A\n");
        Files.createDirectories(home.resolve("lessons/latin"));
        Files.write(home.resolve("lessons/latin/lesson.md"), "# Größe\n\nx\n".getBytes(StandardCharsets.ISO_8859_1));
        Lessons lessons = new Lessons(home);
        assertThat(lessons.all()).extracting(Lesson::id).containsExactly("adagrad");
        assertThat(lessons.named("adagrad").orElseThrow().title()).isEqualTo("Adagrad");
        assertThat(lessons.mistakes().get("empty")).contains("there is no lesson.md");
        assertThat(lessons.mistakes().get("covered")).contains("there is no section");
        assertThat(lessons.mistakes().get("blank")).startsWith("blank/lesson.md: below the title");
        assertThat(lessons.mistakes().get("adagrad")).contains("the application has a lesson of this name");
        assertThat(lessons.mistakes().get("Big Letters")).contains("small letters");
        assertThat(lessons.mistakes().get("latin")).contains("UTF-8");
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        write("m/lesson.md", COVER);
        write("m/1-a.md", "# A\n" + "x".repeat(1 << 20));
        assertThat(new Lessons(home).mistakes().get("m")).startsWith("m/1-a.md: it has more than");
    }

    @Test
    void aBuiltInLessonThatCannotBeReadIsAFailureOfTheBuild() {
        assertThatThrownBy(() -> LessonReader.section("x/1-a.md", "no title")).isInstanceOf(LessonException.class);
    }
}
