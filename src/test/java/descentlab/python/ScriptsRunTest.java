package descentlab.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import descentlab.dataset.Airfoil;
import descentlab.experiment.Experiment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @TestFactory
    Stream<DynamicTest> withNumPy() {
        return run("numpy", experiment -> PythonScript.numpy(experiment, SERVER));
    }

    @TestFactory
    Stream<DynamicTest> withPyTorch() {
        return run("torch", experiment -> PythonScript.torch(experiment, SERVER));
    }

    private interface Writer {
        Optional<String> write(Experiment experiment);
    }

    private static Stream<DynamicTest> run(String library, Writer writer) {
        Optional<Interpreter> python = Interpreter.with(library);
        if (python.isEmpty()) {
            String reason = "No Python here can import " + library + ": its scripts are not run.";
            System.out.println(reason);
            return Stream.of(DynamicTest.dynamicTest(reason, () -> abort(reason))); // counted as skipped
        }
        Map<String, Experiment> cases = Cases.all();
        Map<String, String> scripts = new LinkedHashMap<>();
        cases.forEach((name, experiment) -> scripts.put(name, writer.write(experiment).orElseThrow()));
        Map<String, String> printed = python.orElseThrow().run(scripts, Map.of("airfoil.csv", airfoil()));
        return cases.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> check(each.getValue(), printed.get(each.getKey()), scripts.get(each.getKey()))));
    }

    /** Two lines of words, then rows, as the server sends it. */
    private static byte[] airfoil() {
        return Airfoil.measured(Airfoil.ROWS).stream()
                .map(row -> Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "#\nnames\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void check(Experiment experiment, String printed, String script) {
        List<Complex> expected = Shown.of(experiment);
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
