package descentlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.Condition;
import descentlab.linalg.DiagonalPreconditioning;
import descentlab.linalg.Spectrum;
import descentlab.training.Descent;
import descentlab.training.Trace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A number in a text is what its figure shows as long as nobody has moved anything, as far as its digits go. */
class PrintedNumbersTest {

    private static final Path LESSONS = Path.of("src/main/resources/lesson");
    private static final Pattern NUMBER = Pattern.compile("\\[(-?[\\d.e-]+)]\\(([a-z0-9-]+)#([a-z0-9.-]+)\\)");

    static List<String> lessons() throws IOException {
        try (Stream<Path> folders = Files.list(LESSONS)) {
            return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyNumberIsWhatItsFigureShows(String id) throws IOException {
        Lesson lesson = new Lessons(Path.of("target", "none")).named(id).orElseThrow();
        Map<String, FigureLink> figures = lesson.blocks()
                .filter(Block.Figure.class::isInstance)
                .map(Block.Figure.class::cast)
                .filter(figure -> !figure.name().isEmpty())
                .collect(Collectors.toMap(Block.Figure::name, Block.Figure::link));
        Map<String, Double> shown = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(LESSONS.resolve(id))) {
            files = all.sorted().toList();
        }
        int count = 0;
        for (Path file : files) {
            for (Matcher number = NUMBER.matcher(Files.readString(file)); number.find(); count++) {
                String name = number.group(2) + "#" + number.group(3);
                double value = shown.computeIfAbsent(name, key -> value(figures.get(number.group(2)), number.group(3)));
                if (!isRounded(number.group(1), value)) {
                    wrong.add(file.getFileName() + ": [" + number.group(1) + "](" + name + ") is " + value);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(count).isGreaterThan(10);
    }

    private static boolean isRounded(String printed, double value) {
        BigDecimal digits = new BigDecimal(printed);
        double half = 0.5 * Math.pow(10, -digits.scale());
        return Math.abs(digits.doubleValue() - value) <= half * (1 + 1e-9) && (value == 0 || digits.signum() != 0);
    }

    private static double value(FigureLink figure, String name) {
        Optional<Handle> handle = figure.handle(name);
        return handle.isPresent()
                ? handle.get().initial()
                : switch (figure.printed()) {
                    case Subject.Drawn drawn -> drawn.diagram().numbers().get(name);
                    case Subject.Lab(SpectrumExperiment spectrum) -> kappa(spectrum.matrix(), name.startsWith("rescaled"));
                    case Subject.Lab lab -> ofRace((SurfaceExperiment) lab.experiment(), name);
                };
    }

    private static double kappa(ComplexMatrix matrix, boolean rescaled) {
        ComplexMatrix of = rescaled
                ? ((DiagonalPreconditioning.Applied) DiagonalPreconditioning.of(matrix)).matrix()
                : matrix;
        return ((Condition.Known) Condition.of(of, Spectrum.of(of))).kappa();
    }

    /** At the end of the race, where it stands when it has played. */
    private static double ofRace(SurfaceExperiment race, String name) {
        if (name.equals("step")) {
            return race.steps();
        }
        int dot = name.indexOf('.');
        int run = dot < 0 ? 0 : Integer.parseInt(name.substring(0, dot)) - 1;
        Descent descent = new Descent(
                race.objective().function(), race.runs().get(run), race.start(), race.steps(), race.noise(), race.seed());
        descent.finish();
        Trace trace = descent.trace();
        return trace.at(trace.rows() - 1, trace.columns().indexOf(name.substring(dot + 1)));
    }
}
