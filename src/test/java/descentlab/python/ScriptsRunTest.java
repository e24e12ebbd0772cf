package descentlab.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import descentlab.dataset.Airfoil;
import descentlab.diagram.Diagram;
import descentlab.diagram.Theories;
import descentlab.diagram.Theory;
import descentlab.experiment.Experiment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What scripts print is what the lab shows, by Python itself. */
class ScriptsRunTest {

    private static final String SERVER = "https://lab.example.org";

    /** As asked of all double work; of numbers near zero absolutely, of a thousandth. */
    private static final double AGREEMENT = 1e-9;

    private static final double NEAR_ZERO = 1e-3;

    private static final Set<String> NOTEBOOKS = Set.of(
            "settings", "stages with noise", "typed 3", "noisy and turned", "airfoil by stages", "zipf-text by small steps", "matrix 2,1 1,3");

    /** Whether a library that is not there is a failure. */
    private static final String WANTED = "SCRIPTS_MUST_RUN";

    @TestFactory
    Stream<DynamicTest> withNumPy() {
        return run("numpy", ".py", script(Dialect.NUMPY));
    }

    @TestFactory
    Stream<DynamicTest> withPyTorch() {
        return run("torch", ".py", script(Dialect.TORCH));
    }

    @TestFactory
    Stream<DynamicTest> withJax() {
        return run("jax", ".py", script(Dialect.JAX));
    }

    @TestFactory
    Stream<DynamicTest> withKeras() {
        return run("keras", ".py", script(Dialect.KERAS));
    }

    @TestFactory
    Stream<DynamicTest> notebooksWithNumPy() {
        return run("numpy", ".ipynb", notebook(Dialect.NUMPY));
    }

    @TestFactory
    Stream<DynamicTest> notebooksWithPyTorch() {
        return run("torch", ".ipynb", notebook(Dialect.TORCH));
    }

    private static Writer script(Dialect dialect) {
        return experiment -> PythonScript.of(experiment, SERVER, dialect);
    }

    private static Writer notebook(Dialect dialect) {
        return experiment -> PythonScript.notebook(experiment, SERVER, dialect);
    }

    @TestFactory
    Stream<DynamicTest> diagramsWithNumPy() {
        return diagrams("numpy", Dialect.NUMPY, true);
    }

    @TestFactory
    Stream<DynamicTest> diagramsWithPyTorch() {
        return diagrams("torch", Dialect.TORCH, false);
    }

    /** What a diagram's script prints by name is what the text says of it. */
    private static Stream<DynamicTest> diagrams(String library, Dialect dialect, boolean all) {
        Optional<Interpreter> python = Interpreter.with(library);
        if (python.isEmpty()) {
            return absent(library);
        }
        Map<String, String> scripts = new LinkedHashMap<>();
        Map<String, Diagram> diagrams = new LinkedHashMap<>();
        for (Theory theory : Theories.all()) {
            // A little off what is printed, so that a number that does not follow shows.
            double[] at = theory.knobs().stream()
                    .mapToDouble(knob -> knob.initial() + (knob.most() - knob.initial()) / 256)
                    .toArray();
            diagrams.put(theory.name(), theory.draw(at));
            scripts.put(theory.name(), Scripts.of(theory, at).in(dialect).orElseThrow());
        }
        Map<String, String> printed = python.orElseThrow().run(scripts, ".py", Map.of());
        return diagrams.entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
            Map<String, Double> numbers = each.getValue().numbers();
            Map<String, Double> said = printed.get(each.getKey()).lines()
                    .map(line -> line.split(" "))
                    .filter(words -> words.length == 2 && numbers.containsKey(words[0]))
                    .collect(Collectors.toMap(words -> words[0], words -> Double.valueOf(words[1])));
            assertThat(said).as(printed.get(each.getKey())).isNotEmpty();
            if (all) {
                assertThat(said).as(printed.get(each.getKey())).containsOnlyKeys(numbers.keySet());
            }
            said.forEach((name, value) -> assertThat(value)
                    .as(name)
                    .isCloseTo(numbers.get(name), within(AGREEMENT * Math.max(numbers.get(name), NEAR_ZERO))));
        }));
    }

    static Stream<DynamicTest> absent(String library) {
        String reason = "No Python here can import " + library + ": its scripts are not run.";
        System.out.println(reason);
        if (Boolean.parseBoolean(System.getenv(WANTED))) {
            throw new IllegalStateException(reason);
        }
        return Stream.of(DynamicTest.dynamicTest(reason, () -> abort(reason))); // counted as skipped
    }

    private interface Writer {
        Optional<String> write(Experiment experiment);
    }

    private static Stream<DynamicTest> run(String library, String ending, Writer writer) {
        Optional<Interpreter> found = Interpreter.with(library);
        if (found.isEmpty()) {
            return absent(library);
        }
        Interpreter python = found.get();
        if (!python.hasItself()) {
            System.out.println("No Python here can import " + library + ": its scripts are run over what stands in for it.");
        }
        Map<String, Experiment> cases = Cases.all();
        cases.values().removeIf(experiment -> writer.write(experiment).isEmpty());
        boolean alone = ending.equals(".ipynb"); // a notebook brings what it needs; its code is the script's
        cases.keySet().removeIf(name -> alone && !NOTEBOOKS.contains(name));
        Map<String, String> scripts = new LinkedHashMap<>();
        cases.forEach((name, experiment) -> scripts.put(name, writer.write(experiment).orElseThrow()));
        Map<String, String> printed = python.run(scripts, ending, alone ? Map.of() : Map.of("airfoil.csv", airfoil()));
        return cases.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> check(Shown.of(each.getValue()), printed.get(each.getKey()), scripts.get(each.getKey()))));
    }

    /** Two lines of words, then rows, as the server sends it. */
    private static byte[] airfoil() {
        return Airfoil.measured(Airfoil.ROWS).stream()
                .map(row -> Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "#\nnames\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    static void check(List<Complex> expected, String printed, String script) {
        List<Complex> actual = Shown.read(printed);
        assertThat(actual).as("%s%n%s", printed, script).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Complex wanted = expected.get(i);
            double off = actual.get(i).subtract(wanted).norm();
            assertThat(off)
                    .as("number %d is %s, not %s%n%s%n%s", i, actual.get(i), wanted, printed, script)
                    .isLessThanOrEqualTo(AGREEMENT * Math.max(wanted.norm(), NEAR_ZERO));
        }
    }
}
