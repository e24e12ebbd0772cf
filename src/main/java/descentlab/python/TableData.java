package descentlab.python;

import descentlab.dataset.Airfoil;
import descentlab.dataset.ZipfText;
import descentlab.experiment.TableTask;
import descentlab.notation.Decimal;
import descentlab.random.SeededRandom;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;

/** A table's rows in a program: made there, read from the server, or, where there may be none, brought along. */
final class TableData {

    private static final String AIRFOIL = """
            def airfoil():
                \"""NASA's measurements, CC BY 4.0; each column with mean 0 and deviation 1.\"""
                with urllib.request.urlopen(LAB + "api/data/airfoil.csv") as answer:
                    lines = answer.read().decode().splitlines()[2:]
            """;

    private static final String AIRFOIL_BROUGHT = """
            def airfoil():
                \"""NASA's measurements, CC BY 4.0; each column with mean 0 and deviation 1.\"""
                lines = zlib.decompress(base64.b64decode(ROWS)).decode().splitlines()
            """;

    private static final String STANDARDIZED = """
                rows = np.array([[float(cell) for cell in line.split(",")] for line in lines])
                rows = (rows - rows.mean(axis=0)) / %s
                return rows[:%d, :-1], rows[:%d, -1]
            """;

    private static final String ZIPF_TEXT = """
            def zipf_text(documents=%d, words=%d, draws=%d, seed=%d):
                \"""Documents of words drawn by Zipf's law, with labels by the words' true weights.\"""
                random = %s
                truth = [random.gaussian() for _ in range(words)]
                total, frequent = 0, []
                for rank in range(1, words + 1):
                    total += 1 / rank
                    frequent.append(total)
                frequent = [each / total for each in frequent]
                X, y = np.zeros((documents, words)), np.zeros(documents)
                for i in range(documents):
                    drawn = {min(bisect.bisect(frequent, random.uniform()), words - 1) for _ in range(draws)}
                    X[i, sorted(drawn)] = 1
                    z = sum(truth[word] for word in sorted(drawn))
                    y[i] = float(random.uniform() < 1 / (1 + math.exp(-z)))
                return X, y
            """;

    private static final int LINE = 100;

    private TableData() {}

    /** A name's function that gives X and y, for a dialect. JAX's arrays cannot be written to, so that NumPy makes them there. */
    static String function(TableTask task, Dialect dialect, boolean brought) {
        return switch (task) {
            case AIRFOIL -> {
                String deviation = dialect == Dialect.TORCH ? "rows.std(axis=0, correction=0)" : "rows.std(axis=0)";
                yield (brought ? AIRFOIL_BROUGHT : AIRFOIL)
                        + STANDARDIZED.formatted(deviation, Airfoil.TRAINING_ROWS, Airfoil.TRAINING_ROWS);
            }
            case ZIPF_TEXT -> zipfText();
        };
    }

    /** What makes the made-up text. */
    static String zipfText() {
        return ZIPF_TEXT.formatted(
                ZipfText.DOCUMENTS,
                ZipfText.WORDS,
                ZipfText.DRAWS,
                ZipfText.SEED,
                Helper.stream("seed", SeededRandom.SYNTHETIC_DATA));
    }

    /** The measurements, as text that is packed and written in letters: a third of what they are as they stand. */
    static String packedAirfoil() {
        String rows = Airfoil.measured(Airfoil.ROWS).stream()
                .map(row -> Arrays.stream(row).mapToObj(Decimal::write).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(rows.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // not to a list of bytes
        }
        String letters = Base64.getEncoder().encodeToString(packed.toByteArray());
        return Arrays.stream(letters.split("(?<=\\G.{" + LINE + "})"))
                .map(line -> "    \"" + line + "\"\n")
                .collect(Collectors.joining("", "ROWS = (\n", ")"));
    }
}
