package descentlab.python;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.dataset.DataException;
import descentlab.experiment.OwnTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.training.Trace;
import descentlab.training.Training;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What scripts of trainings on somebody's own data print is what the lab shows, by Python itself. */
class OwnScriptsRunTest {

    private static final String SERVER = "https://lab.example.org";
    private static final String FILE = "\"data.csv\"";

    @TestFactory
    Stream<DynamicTest> withNumPy() {
        return run("numpy", ".py", Dialect.NUMPY);
    }

    @TestFactory
    Stream<DynamicTest> withPyTorch() {
        return run("torch", ".py", Dialect.TORCH);
    }

    @TestFactory
    Stream<DynamicTest> withJax() {
        return run("jax", ".py", Dialect.JAX);
    }

    @TestFactory
    Stream<DynamicTest> withKeras() {
        return run("keras", ".py", Dialect.KERAS);
    }

    @TestFactory
    Stream<DynamicTest> notebooks() {
        return run("torch", ".ipynb", Dialect.TORCH);
    }

    /** What cannot be is a sentence that says so, and nothing is trained. */
    @TestFactory
    Stream<DynamicTest> refusals() {
        Optional<Interpreter> python = Interpreter.with("numpy");
        if (python.isEmpty()) {
            return ScriptsRunTest.absent("numpy");
        }
        OwnCases.Case linear = OwnCases.all().get("linear");
        String script = written(linear.training(), Dialect.NUMPY, ".py", "given.csv");
        byte[] other = linear.content().clone();
        other[other.length - 1] ^= 1;
        Map<String, String> scripts = Map.of(
                "missing", script.replace("given.csv", "nowhere.csv"),
                "another", script.replace("given.csv", "other.csv"),
                "no such column", script.replace("TARGET = \"Preis\"", "TARGET = \"price\""),
                "constant", script.replace("TARGET = \"Preis\"", "TARGET = \"Land\""),
                "too few rows", script.replace(", 3, ", ", 3, 9"));
        Map<String, String> said = Map.of(
                "missing", "There is no file nowhere.csv here: put the one there that the lab was given, or say in FILE where it is.",
                "another", "other.csv is not the file that the lab was given: its content has another SHA-256.",
                "no such column", "The column to be predicted is not there, or there is nothing to tell: price",
                "constant", "The column to be predicted is not there, or there is nothing to tell: Land",
                "too few rows", "rows are there to train on, and ROWS is 9");
        Map<String, String> printed = python.get().run(scripts, ".py", Map.of("given.csv", linear.content(), "other.csv", other));
        return said.entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(), () -> assertThat(printed.get(each.getKey()))
                .contains("SystemExit: ", each.getValue())
                .doesNotContain("loss =")));
    }

    private static Stream<DynamicTest> run(String library, String ending, Dialect dialect) {
        Optional<Interpreter> python = Interpreter.with(library);
        if (python.isEmpty()) {
            return ScriptsRunTest.absent(library);
        }
        Map<String, OwnCases.Case> cases = OwnCases.all();
        Map<String, String> scripts = new LinkedHashMap<>();
        Map<String, byte[]> files = new LinkedHashMap<>();
        cases.forEach((name, each) -> {
            files.put(name + ".csv", each.content());
            scripts.put(name, written(each.training(), dialect, ending, name + ".csv"));
        });
        Map<String, String> printed = python.orElseThrow().run(scripts, ending, files);
        return cases.entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(), () -> ScriptsRunTest.check(
                shown(each.getValue()), printed.get(each.getKey()), scripts.get(each.getKey()))));
    }

    /** A script as somebody uses it whose file is called otherwise. */
    private static String written(TrainingExperiment training, Dialect dialect, String ending, String file) {
        boolean notebook = ending.equals(".ipynb");
        String script = (notebook ? PythonScript.notebook(training, SERVER, dialect) : PythonScript.of(training, SERVER, dialect))
                .orElseThrow();
        String before = notebook ? FILE.replace("\"", "\\\"") : FILE;
        assertThat(script).contains("FILE = " + before);
        return script.replace(before, before.replace("data.csv", file));
    }

    private static List<Complex> shown(OwnCases.Case each) {
        List<Complex> shown = new ArrayList<>();
        each.training().runs().forEach(run -> {
            try {
                Training series = new Training(
                        ((OwnTask) each.training().task()).fit(each.data()), run, each.training().plan());
                series.finish();
                Trace trace = series.trace();
                Shown.rows(trace).forEach(row -> {
                    shown.add(Complex.valueOf(trace.at(row, Training.LOSS)));
                    for (int column = Training.COLUMNS.size(); column < trace.columns().size(); column++) {
                        shown.add(Complex.valueOf(trace.at(row, column)));
                    }
                });
            } catch (DataException e) {
                throw new IllegalStateException(e);
            }
        });
        return shown;
    }
}
