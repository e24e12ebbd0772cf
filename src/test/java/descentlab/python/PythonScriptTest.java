package descentlab.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.experiment.OwnTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.objective.Objectives;
import descentlab.optimizer.Optimizers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scripts as texts, without Python. */
class PythonScriptTest {

    private static final String SERVER = "https://lab.example.org/";
    private static final Pattern RAW_TEXT = Pattern.compile("import os|__|eval|exec|\\\\n");

    private static String numpy(String link) {
        return PythonScript.of(Cases.read(link), SERVER, Dialect.NUMPY).orElseThrow();
    }

    private static String torch(String link) {
        return PythonScript.of(Cases.read(link), SERVER, Dialect.TORCH).orElseThrow();
    }

    @Test
    void theChaptersAdagradIsAFewLines() {
        String script = numpy("lab/surface?objective=ellipse&start=-5,-2&steps=20&run=adagrad(lr=0.4)");
        assertThat(script)
                .startsWith("# https://lab.example.org/lab/surface?objective=ellipse&")
                .contains("def f(x):\n    x1, x2 = x\n    return 0.1 * x1**2 + 2 * x2**2\n")
                .contains("return np.array([0.2 * x1, 4 * x2])")
                .contains("s = s + g**2\n        return x - lr / np.sqrt(s + eps) * g\n")
                .contains("(\"adagrad(lr=0.4)\", adagrad(lr=0.4, eps=1e-6))")
                .contains("START = np.array([-5.0, -2.0])\nSTEPS = 20")
                .doesNotContain("JavaRandom");
        assertThat(script.lines().count()).isLessThan(70);
    }

    @Test
    void pyTorchTakesItsOwnOptimizersWhereTheyAreTheSame() {
        assertThat(torch("lab/surface?run=torch.adam(lr=0.1,amsgrad=true)&run=momentum(lr=0.1)&run=adagrad(lr=0.4)"))
                .contains("torch.optim.Adam([x], lr=0.1, betas=(0.9, 0.999), amsgrad=True)")
                .contains("torch.optim.SGD([x], lr=0.1, momentum=0.9)")
                .contains("# Not torch.optim.Adagrad, which adds eps outside the root.\ndef adagrad(lr, eps):")
                .contains("f(x).backward()")
                .doesNotContain("np.");
    }

    @Test
    void stagesAreHandedOverAndWhatKeepsIsOneRule() {
        String link = "lab/surface?run=adagrad(lr=0.4)~8~adagrad(lr=0.1,keep=true)~12~sgd(lr=0.2)";
        assertThat(numpy(link))
                .contains("staged((0, adagrad(lr=lambda t: 0.4 if t <= 8 else 0.1, eps=1e-6)), (12, sgd(lr=0.2)))")
                .contains("return x - lr(t) / np.sqrt(s + eps) * g");
        assertThat(torch(link)).contains("(12, lambda x: torch.optim.SGD([x], lr=0.2");
        assertThat(torch("lab/surface?run=adam(lr=0.4)~8~adam(lr=0.1,keep=true)"))
                .contains("scheduled(torch.optim.Adam([x], lr=0.4, betas=(0.9, 0.999), eps=1e-6), lambda t: 0.4 if t <= 8 else 0.1)")
                .doesNotContain("Staged");
        assertThat(torch("lab/surface?run=adam(lr=0.4)~8~adam(lr=0.4,beta1=0.5,keep=true)"))
                .contains("# By hand, as its settings change on the way.", "beta1_at=lambda t: 0.9 if t <= 8 else 0.5");
    }

    @Test
    void whereAKeptStageRemembersOtherThingsEachHasItsLines() {
        assertThat(numpy("lab/surface?run=torch.rmsprop(lr=0.1)~8~torch.rmsprop(lr=0.2,momentum=0.9,keep=true)"))
                .contains("        if t <= 8:\n            lr = 0.1\n")
                .contains("            v = 0 * x\n", "        lr = 0.2\n", "torch_rmsprop()");
    }

    @Test
    void aTypedObjectiveComesWithItsExactDerivatives() {
        assertThat(numpy("lab/surface?f=sin(x1)*cos(x2)&start=1,1&run=sgd()"))
                .contains("return np.sin(x1) * np.cos(x2)")
                .contains("np.cos(x2) * np.cos(x1)")
                .contains("np.sin(x1) * -np.sin(x2)");
    }

    @Test
    void noiseAndTurningAreThereWhereAskedFor() {
        assertThat(numpy("lab/surface?noise=0.5&seed=3&rotate=90&run=sgd()"))
                .contains("class JavaRandom", "NOISE, SEED = 0.5, 3", "R = np.array([[0.0, -1.0], [1.0, 0.0]])", "R.T @ x");
    }

    @Test
    void aTrainingReadsItsRowsFromTheServerThatItIsOf() {
        assertThat(numpy("lab/training?run=adagrad(lr=0.1)"))
                .contains("LAB = \"https://lab.example.org/\"", "LAB + \"api/data/airfoil.csv\"", "BATCH, EPOCHS, EVERY, SEED = 10, 2, 200, 0");
        assertThat(torch("lab/training?data=zipf-text&run=counter(lr=9.8)")).contains("def zipf_text(").doesNotContain("LAB");
    }

    @Test
    void aNetworkIsItsLayersInEachLibrary() {
        Experiment pictures = Cases.read("lab/training?data=silhouettes&run=adagrad(lr=0.03)");
        assertThat(Scripts.of(pictures, SERVER).in(Dialect.TORCH).orElseThrow())
                .contains("torch.nn.Conv2d(1, 6, 5, padding=2)", "torch.nn.AvgPool2d(2)", "torch.nn.Linear(84, 10)")
                .contains("SOURCE = \"https://lab.example.org/api/data/silhouettes/\"");
        assertThat(Scripts.of(pictures, SERVER).in(Dialect.NUMPY).orElseThrow())
                .contains("LAYERS = [Convolution(0), Sigmoid(), MeanPooling(), Convolution(2)")
                .doesNotContain("class Rectifier");
        assertThat(Scripts.of(pictures, SERVER).in(Dialect.KERAS).orElseThrow())
                .contains("keras.optimizers.Adagrad(learning_rate=0.03, initial_accumulator_value=0.0, epsilon=1e-6)")
                .doesNotContain("ByHand(keras");
    }

    @Test
    void ofAMatrixThereIsNoneForKerasAndThatIsSaid() {
        Experiment matrix = Cases.read("lab/spectrum?matrix=2,1;1,3");
        assertThat(PythonScript.whyNone(matrix, Dialect.KERAS)).hasValueSatisfying(why -> assertThat(why).endsWith("."));
        assertThat(PythonScript.whyNone(matrix, Dialect.JAX)).isEmpty();
    }

    /** Also with rules, whatever they sum or round. */
    @Test
    void ofAllElseThereIsOneForEachLibrary() {
        String own = "rule(lr=0.1,single=true,do=n=n%2Ballnorm(g);x=x-lr*g/(n%2Bsum(x)))";
        for (String link : List.of("lab/surface?run=", "lab/training?run=", "lab/training?data=silhouettes&run=", OWN + "price&model=mlp&run=")) {
            for (Dialect dialect : Dialect.values()) {
                assertThat(PythonScript.whyNone(Cases.read(link + own), dialect)).isEmpty();
                assertThat(PythonScript.of(Cases.read(link + own), SERVER, dialect)).isPresent();
            }
        }
    }

    @Test
    void sumsAreOverTensorsWhereSeveralAreOneVector() {
        String rule = "run=rule(lr=0.1,do=v=0.9*v%2Bg/allnorm(g);x=x-lr*v*sum(x))";
        assertThat(numpy("lab/training?" + rule))
                .contains("v = 0.9 * v + g / np.sqrt(np.sum(g ** 2))\n        x = x - lr * v * per_tensor(np.sum, x)\n")
                .contains("SIZES = [X.shape[1], 1]  #");
        assertThat(numpy("lab/surface?" + rule)).contains("x = x - lr * v * np.sum(x)\n").doesNotContain("SIZES", "per_tensor");
        assertThat(torch("lab/training?data=silhouettes&" + rule)).contains("per_tensor(torch.sum, x)", "torch.cat([each.ravel()");
        assertThat(torch("lab/training?data=silhouettes&" + rule.replace("allnorm", "norm")))
                .contains("x = x - lr * v * torch.sum(x)\n", "ByHand(x, lambda: rule(lr=0.1))")
                .doesNotContain("SIZES", "per_tensor");
    }

    @Test
    void roundingsStandWhereTheLabRounds() {
        String rule = "run=rule(lr=0.1,single=true,do=s=s%2Bg^2;x=x-lr/(sqrt(s)%2Bexp(-s)))";
        assertThat(numpy("lab/surface?" + rule))
                .contains("x, g, s = map(single, (x, g, s))\n        s = s + g**2\n")
                .contains("x = x - lr / (np.sqrt(s) + single(np.exp(double(-s))))\n        return double(x)\n")
                .doesNotContain("whole_power");
        assertThat(torch("lab/surface?" + rule)).contains("x = x - single(lr) / (torch.sqrt(s)", "torch.asarray(a, dtype=torch.float32)");
        assertThat(torch("lab/training?data=silhouettes&" + rule)).doesNotContain("single(", "double(a)");
    }

    private static final String OWN = "lab/training?data=own:" + "0123456789".repeat(4) + "&rows=40&target=";

    @Test
    void aTrainingOnOnesOwnDataReadsTheFileItself() {
        String script = numpy(OWN + "price&model=ridge&penalty=0.5&missing=fill&test=0.25&split=3&delimiter=tab&decimal=comma&header=false");
        assertThat(script)
                .contains("FILE = \"data.csv\"", "KEY = \"" + "0123456789".repeat(4) + "\"", "TARGET = \"price\"")
                .contains("CLASSES, FILL, TEST, SPLIT, ROWS = False, True, 0.25, 3, 40\n")
                .contains("DELIMITER, DECIMAL_COMMA, HEADER = \"\\u0009\", True, False", "PENALTY = 0.5")
                .doesNotContain("LAB =", "urllib", "${");
        assertThat(numpy(OWN + "price&model=mlp&hidden=7"))
                .contains("DELIMITER, DECIMAL_COMMA, HEADER = None, None, None", "H = 7  #")
                .doesNotContain("PENALTY");
        assertThat(torch(OWN + "price&model=softmax")).contains("torch.nn.functional.cross_entropy(z, y)").doesNotContain("def gradient");
    }

    /** A column can be called anything: in a program it is a string, in a notebook's words it does not stand. */
    @ParameterizedTest
    @ValueSource(strings = {"%22%0Aimport%20os%23", "a%5C%22%2B%5C", "np.array(x)%24%7Bsplit%7D", "%22%22%22%0D", "%3Cimg%20src=x%20onerror=alert(1)%3E",
        "%F0%9F%98%80", "%5Cu0022%2Bexit()", "%E2%80%A8exit()"})
    void aColumnsNameBreaksOutOfNothing(String target) {
        Experiment experiment = Cases.read(OWN + target);
        for (Dialect dialect : Dialect.values()) {
            String script = PythonScript.of(experiment, SERVER, dialect).orElseThrow();
            String literal = Literal.quoted(((OwnTask) ((TrainingExperiment) experiment).task()).shaping().target());
            assertThat(script.lines().filter(line -> line.startsWith("TARGET"))).containsExactly(
                    "TARGET = " + literal + "  # the column that is predicted");
            assertThat(literal).matches("\"([^\"\\\\]|\\\\.)*\"");
            assertThat(script).matches(Pattern.compile("[\\n -~]*"));
            assertThat(script.lines().filter(line -> line.startsWith("import os") || line.startsWith("exit"))).isEmpty();
            String notebook = PythonScript.notebook(experiment, SERVER, dialect).orElseThrow();
            JsonNode cells = new JsonMapper().readTree(notebook).get("cells");
            cells.forEach(cell -> {
                if (cell.get("cell_type").asString().equals("markdown")) {
                    assertThat(cell.get("source").toString()).doesNotContain("<img", "alert(1)>", "exit()\n", "${");
                }
            });
        }
    }

    @Test
    void aNotebookHasWordsFormulasAndItsRows() {
        String notebook = PythonScript.notebook(Cases.read("lab/training?run=adagrad(lr=0.1)"), SERVER, Dialect.NUMPY)
                .orElseThrow();
        assertThat(notebook)
                .contains("\"nbformat\": 4", "# Linear regression on Airfoil self-noise", "## The rules", "$$", "ROWS = (")
                .doesNotContain("urlopen");
        assertThat(notebook.length()).isLessThan(80_000);
    }

    @Test
    void everyKindAndEveryObjectiveHasItsLines() {
        assertThatCode(() -> {
                    for (var objective : Objectives.all()) {
                        numpy("lab/surface?objective=" + objective.name() + "&run=newton()");
                    }
                    for (var kind : Optimizers.all()) {
                        numpy("lab/surface?run=" + kind.name() + "()");
                        torch("lab/surface?run=" + kind.name() + "(schedule=invsqrt(1))");
                    }
                })
                .doesNotThrowAnyException();
    }

    /** All that comes from outside is numbers and parsed words. */
    @ParameterizedTest
    @ValueSource(strings = {
        "https://evil.example/\nimport os\n",
        "https://evil.example/\"\nimport os #",
        "https://evil.example/\\",
        "https://evil.example/\u2028import os\r",
    })
    void whateverTheServerCallsItselfItStaysInItsLine(String server) {
        for (String link : new String[] {"lab/training?run=sgd()", "lab/surface?run=sgd()", "lab/spectrum?matrix=1,2;3,4"}) {
            for (String script : Stream.of(PythonScript.of(Cases.read(link), server, Dialect.NUMPY), PythonScript.of(Cases.read(link), server, Dialect.TORCH), PythonScript.of(Cases.read(link), server, Dialect.JAX))
                    .map(Optional::orElseThrow)
                    .toList()) {
                assertThat(script.lines().map(String::strip).filter(line -> line.startsWith("import os"))).isEmpty();
                assertThat(script.lines().findFirst().orElseThrow()).startsWith("# https://evil.example/").contains("?");
                script.lines().filter(line -> line.startsWith("LAB")).forEach(line ->
                        assertThat(line).matches("LAB = \"([^\"\\\\]|\\\\.)*\""));
                assertThat(script).matches(Pattern.compile("[\\n -~]*"));
            }
        }
    }

    /** What cannot be parsed is no experiment, and what can be is written anew from what it means. */
    @ParameterizedTest
    @ValueSource(strings = {"x1+0*exp(x2)", "9^9^9*x1", "(-8)^(1/3)+x1", "1/0*x1", "abs(-x1)", "log(-1)+x1", "1e308*10*x1"})
    void aTypedObjectiveIsWrittenFromItsTree(String f) {
        String link = "lab/surface?f=" + f.replace("+", "%2B") + "&start=1,1&run=newton()";
        String[] parts = link.split("\\?", 2);
        Experiment experiment = Experiment.read(parts[0], EncodedQuery.read(parts[1])).experiment();
        String code = PythonScript.of(experiment, SERVER, Dialect.NUMPY).orElseThrow().lines().skip(1).reduce("", (a, b) -> a + b + "\n");
        assertThat(code).doesNotContain("9**9", "1 / 0", "(-8)");
        assertThat(RAW_TEXT.matcher(code.replace("__init__", "")).results().map(found -> found.group())).isEmpty();
    }

    @Test
    void stringsEndWhereTheyShould() {
        assertThat(Literal.quoted("a\"b\\\n\u00e9")).isEqualTo("\"a\\\"b\\\\\\u000a\\u00e9\"");
        assertThat(Literal.quoted("\uD83D\uDE00")).isEqualTo("\"\\U0001f600\"");
        assertThat(Literal.json("\uD83D\uDE00")).isEqualTo("\"\\ud83d\\ude00\"");
        assertThat(Literal.comment("a\r\nb")).isEqualTo("# a??b");
        assertThat(Map.of(2.0, "2.0", -0.5, "-0.5", 1e20, "1e20", Double.NaN, "math.nan"))
                .allSatisfy((number, text) -> assertThat(Literal.real(number)).isEqualTo(text));
    }
}
