package descentlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
        assertThat(lessons.all()).extracting(Lesson::id).containsExactly("adagrad", "quadratic", "momentum");
        Lesson lesson = lessons.named("momentum").orElseThrow();
        assertThat(lesson.title()).isEqualTo("Momentum");
        assertThat(lesson.lead()).isEqualTo("Why a ball finds its way.");
        assertThat(lesson.sections()).extracting(Section::id).containsExactly("a-ball");
        assertThat(lesson.sections().getFirst().blocks()).hasSize(4);
        assertThat(lessons.mistakes()).isEmpty();
        assertThat(lessons.ids()).containsExactlyInAnyOrder("adagrad", "quadratic", "momentum");
    }

    /** Every example of the documentation, put together, is a lesson. */
    @Test
    void theDocumentationsOwnExamplesAreALesson() throws IOException {
        String docs = Files.readString(Path.of("docs", "lessons.md"));
        Matcher cover = Pattern.compile("```markdown\n(.*?)```", Pattern.DOTALL).matcher(docs);
        assertThat(cover.find()).isTrue();
        write("momentum/lesson.md", cover.group(1));
        StringBuilder section = new StringBuilder("# A ball\n\n");
        Matcher blocks = Pattern.compile("(?m)^    (```(?:figure|check|predict|source)(?:.|\\n)*?\\n    ```)$").matcher(docs);
        int count = 0;
        while (blocks.find()) {
            section.append(blocks.group(1).replaceAll("(?m)^    ", "")).append("\n\n");
            count++;
        }
        assertThat(count).isEqualTo(5);
        Matcher numbers = Pattern.compile("```markdown\n(At a rate(?:.|\n)*?)```").matcher(docs);
        assertThat(numbers.find()).isTrue();
        section.append(numbers.group(1));
        write("momentum/1-a-ball.md", section.toString());
        Lessons lessons = new Lessons(home);
        assertThat(lessons.mistakes()).isEmpty();
        assertThat(lessons.named("momentum").orElseThrow().blocks())
                .hasExactlyElementsOfTypes(
                        Block.Figure.class, Block.Figure.class, Block.Check.class, Block.Prediction.class, Block.Source.class, Block.Text.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', ignoreLeadingAndTrailingWhitespace = false, value = {
        "no title\\n~m/1-a.md, line 1: it begins with no title",
        "# A\\n\\nText.\\n\\n```figure\\nlab/surface?steps=5\\n```\\n~m/1-a.md, line 5: a figure is the link of a lab, then its caption",
        "# A\\n\\n```figure\\nlab/surface?steps=lots\\nTry it.\\n```\\n~m/1-a.md, line 4: steps was 'lots'",
        "# A\\n\\n```figure Big\\nlab/surface?steps=5\\nTry it.\\n```\\n~m/1-a.md, line 3: a figure's name has small letters",
        "# A\\n\\n```figure a\\nlab/surface?steps={n}\\nTry it.\\n```\\n~m/1-a.md, line 4: below the link there is to be a line that says what {n} is",
        "# A\\n\\n```figure a\\nlab/surface?steps=5\\nn = 5 in 1..9 by 1, steps\\nTry it.\\n```\\n~m/1-a.md, line 4: the link does not name {n}",
        "# A\\n\\n```figure a\\nlab/surface?steps={n}\\nn = 5 in 1.5..9, steps\\nTry it.\\n```\\n~m/1-a.md, line 4: steps was '1.5'",
        "# A\\n\\n```figure a\\nlab/surface?rotate={n}\\nn = 5 in -9..9, angle\\nTry it.\\n```\\n~m/1-a.md, line 5: n goes down to -9, where a logarithmic scale does not",
        "# A\\n\\n```figure a\\nlab/surface?rotate={n}\\nn = 50 in -9..9 by 1, angle\\nTry it.\\n```\\n~m/1-a.md, line 5: n is 50, which is outside -9..9",
        "# A\\n\\n```figure a\\nlab/surface?rotate={n}\\nn = 5 in -999..9 by 1, angle\\nTry it.\\n```\\n~m/1-a.md, line 4: rotate was '-999'",
        "# A\\n\\n```figure a\\nlab/surface?rotate={n}\\nn = 5 in 9..-9 by 1, angle\\nTry it.\\n```\\n~m/1-a.md, line 5: n is to be between two numbers, the smaller first",
        "# A\\n\\n```figure a\\nlab/surface?rotate={n}\\nn = 5 in -9..9 by 1, angle\\nIt is [6](a#n).\\n```\\n~m/1-a.md, line 6: the text prints 6, but n begins at 5",
        "# A\\n\\n```figure a\\ndiagram/none?eta=1\\nTry it.\\n```\\n~m/1-a.md, line 4: there is no diagram 'none'; there are contraction",
        "# A\\n\\n```figure a\\ndiagram/contraction?rho=1\\nTry it.\\n```\\n~m/1-a.md, line 4: the diagram contraction has no 'rho'; it has eta",
        "# A\\n\\n```figure a\\ndiagram/contraction?eta=-1\\nTry it.\\n```\\n~m/1-a.md, line 4: eta was '-1'. Please give a number from 0.001 to 10.",
        "# A\\n\\nIt is [2](none#eta).\\n~m/1-a.md, line 3: there is no figure 'none'",
        "# A\\n\\n```figure a\\nlab/surface?steps=5&run=sgd(lr=0.1)\\nTry it.\\n```\\n\\nIt is [2](a#2.x1).\\n~m/1-a.md, line 8: the figure 'a' has no number '2.x1'",
        "# A\\n\\n```figure a\\ndiagram/contraction?eta=1\\nAt [2](a#rho).\\n```\\n~m/1-a.md, line 5: the figure 'a' has no number 'rho'",
        "# A\\n\\n```figure a\\nlab/surface?steps=5\\nTry it.\\n```\\n\\n```figure a\\nlab/surface?steps=5\\nTry it.\\n```\\n~m: two figures are called 'a'",
        "# A\\n\\n```predict\\nQ?\\n- [x] yes | y\\n```\\n~m/1-a.md, line 3: a check has two answers or more",
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
        assertThat(lessons.all()).extracting(Lesson::id).containsExactly("adagrad", "quadratic", "good");
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
        assertThat(lessons.all()).extracting(Lesson::id).containsExactly("adagrad", "quadratic");
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
        SortedMap<String, String> files = new TreeMap<>(Map.of("lesson.md", COVER, "1-a.md", "no title"));
        assertThatThrownBy(() -> LessonReader.read("x", files)).isInstanceOf(LessonException.class);
    }
}
