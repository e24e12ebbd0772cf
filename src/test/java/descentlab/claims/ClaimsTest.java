package descentlab.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lesson, labs and exercises say in numbers is so, and the words in which they say it stand there. */
class ClaimsTest {

    private static final Path LESSONS = Path.of("src/main/resources/lesson");
    private static final Path THEIR_CLAIMS = Path.of("src/test/resources/claims/lesson");
    private static final Path CLAIMS = Path.of("src/test/resources/claims");
    private static final Path SOURCES = Path.of("src/main/java/descentlab");

    /** What readers see of a section: no queries of figures, no code, no displayed formulas. */
    private static final Pattern UNREAD = Pattern.compile(
            "```(?:figure[^\\n]*\\n[^\\n]*\\n(?:[a-z0-9-]+ = [^\\n]*\\n)*|check\\n|predict\\n|source (?s:.*?)```|python(?s:.*?)```)"
                    + "|```|\\$\\$(?s:.*?)\\$\\$|\\(https?:[^)]*\\)|(?s:## Sources.*)");

    /** A number of a figure's: that it is what the figure shows is tested with the lessons. */
    private static final Pattern OF_A_FIGURE = Pattern.compile("\\[(-?[\\d.e-]+)]\\([a-z0-9-]+#[a-z0-9.-]+\\)");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** An optimizer as it is written in code. */
    private static final Pattern SPEC = Pattern.compile("\\b(?:torch\\.)?[a-z]+\\([a-z_]+=[^)]*\\)");

    private static final Pattern DECIMAL = Pattern.compile("(?<![\\w.])\\d+\\.\\d+|\\d,\\d{3}\\b");

    static Stream<Path> sections() throws IOException {
        try (Stream<Path> files = Files.walk(LESSONS)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    private static Claims claims(Path section) throws IOException {
        return Claims.read(
                THEIR_CLAIMS.resolve(LESSONS.relativize(section).toString().replace(".md", ".claims")));
    }

    private static String read(Path section) throws IOException {
        return OF_A_FIGURE.matcher(marked(section)).replaceAll("$1");
    }

    /** With the numbers of figures as they are written. */
    private static String marked(Path section) throws IOException {
        return flat(UNREAD.matcher(Files.readString(section)).replaceAll(" "));
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @MethodSource("sections")
    void whatASectionClaimsIsSo(Path section) throws IOException {
        String text = read(section);
        assertThat(refuted(claims(section), file -> text)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void everyNumberOfASectionIsComputedOrGiven(Path section) throws IOException {
        assertThat(uncovered(marked(section), claims(section))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exercises.claims", "labs.claims"})
    void whatTheTextsOfThePagesClaimIsSo(String file) throws IOException {
        assertThat(refuted(Claims.read(CLAIMS.resolve(file)), ClaimsTest::literals)).isEmpty();
    }

    static Stream<Path> textsInSources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES.resolve("exercise"))) {
            return Stream.concat(
                            files.filter(Files::isRegularFile), Stream.of("lab/WorkedExample.java", "linalg/MatrixPreset.java").map(SOURCES::resolve))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Whole numbers are left out: most are counted by who reads them, or stand in code. */
    @ParameterizedTest
    @MethodSource("textsInSources")
    void everyDecimalThatASourceSaysIsComputedOrGiven(Path source) throws IOException {
        String file = SOURCES.relativize(source).toString();
        List<String> known = Stream.of("exercises.claims", "labs.claims")
                .flatMap(claims -> entries(claims).stream())
                .filter(entry -> entry.text().equals(file))
                .map(ClaimsFile.Entry::words)
                .toList();
        List<String> unknown = new ArrayList<>();
        for (Matcher literal = LITERAL.matcher(withoutComments(Files.readString(source)).replaceAll("\"\\s*\\+\\s*\"", ""));
                literal.find(); ) {
            String said = flat(literal.group(1).replace("\\\\", "\\").replace("\\\"", "\""));
            String rest = SPEC.matcher(said).replaceAll("");
            for (String words : known) {
                rest = rest.replace(words, "\u2026");
            }
            if (DECIMAL.matcher(rest).find()) {
                unknown.add(rest);
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static List<ClaimsFile.Entry> entries(String claims) {
        try {
            return ClaimsFile.read(CLAIMS.resolve(claims)).entries();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }

    /** The strings of a source file, as they are put together. */
    private static String literals(String file) throws IOException {
        String source = Files.readString(SOURCES.resolve(file)).replaceAll("\"\\s*\\+\\s*\"", "");
        return flat(source.replace("\\\\", "\\").replace("\\\"", "\""));
    }

    private interface Texts {
        String of(String file) throws IOException;
    }

    private static List<String> refuted(Claims claims, Texts texts) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String text : claims.texts()) {
            wrong.addAll(claims.in(text).refuted(texts.of(text), Claims::computeIfPossible));
        }
        return wrong;
    }

    /** The surroundings of each number that no claim speaks of and that is neither given nor a figure's. */
    private static List<String> uncovered(String marked, Claims claims) {
        String text = OF_A_FIGURE.matcher(marked).replaceAll("$1");
        boolean[] covered = new boolean[text.length()];
        int shorter = 0;
        for (Matcher number = OF_A_FIGURE.matcher(marked); number.find(); ) {
            int at = number.start() - shorter;
            Arrays.fill(covered, at, at + number.group(1).length(), true);
            shorter += number.group().length() - number.group(1).length();
        }
        return claims.uncovered(text, covered);
    }

    @Test
    void aFigureIsRightAsFarAsItsDigitsGo() {
        assertThat(Figure.of("7.24").isRoundedFrom(7.2360002)).isTrue();
        assertThat(Figure.of("7.24").isRoundedFrom(7.2460002)).isFalse();
        assertThat(Figure.of("-2.4").isRoundedFrom(-2.3826)).isTrue();
        assertThat(Figure.of("2e-19").isRoundedFrom(2.16e-19)).isTrue();
        assertThat(Figure.of("2e-19").isRoundedFrom(2.6e-19)).isFalse();
        assertThat(Figure.in("$x_1^{12}$ at $2\\cdot10^{-19}$, 480,000 of (-5,-0.002)"))
                .extracting(Figure::toString)
                .containsExactly("2E-19", "480000", "5", "0.002");
    }

    @Test
    void aNumberThatNobodyComputesIsFound() throws IOException {
        Path file = Files.createTempFile("a", ".claims");
        Files.writeString(file, "given at $\\eta=0.4$\nclaim ends at $0.62$\n  number 0.618 = 0.62\n");
        Claims claims = Claims.read(file);
        String right = "It starts at $\\eta=0.4$ and ends at $0.62$.";
        assertThat(uncovered(right, claims)).isEmpty();
        assertThat(refuted(claims, any -> right)).isEmpty();
        assertThat(uncovered(right + " After 20 steps.", claims)).containsExactly(". After 20 steps.");
        assertThat(uncovered(right + " A hundredfold.", claims)).isNotEmpty();
        assertThat(refuted(claims, any -> "It starts at $\\eta=0.4$ and ends at $0.63$.")).hasSize(1);
        Files.writeString(file, "claim ends at $0.62$ or 3\n  number 0.638 = 0.62\n");
        assertThat(refuted(Claims.read(file), any -> "ends at $0.62$ or 3")).hasSize(2);
        Files.delete(file);
    }
}
