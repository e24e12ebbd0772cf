package descentlab.golden;

import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reference values made with PyTorch 2.6 and NumPy 2.2 in float64, by src/test/golden/make_golden.py; each file's {@code
 * about} says what it holds.
 */
public final class Golden {

    private static final double RELATIVE = 1e-9;

    private Golden() {}

    /** The cases of a file in this folder. */
    public static Stream<JsonNode> cases(String file) {
        return StreamSupport.stream(read(file).get("cases").spliterator(), false);
    }

    /** A file in this folder. */
    public static JsonNode read(String file) {
        try (InputStream in = Golden.class.getResourceAsStream(file)) {
            return JsonMapper.shared().readTree(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The spec of a case's optimizer in the grammar of links. */
    public static String spec(JsonNode theCase) {
        StringBuilder keys = new StringBuilder();
        theCase.get("hyperparameters").properties().forEach(entry -> {
            if (entry.getKey().equals("betas")) {
                key(keys, "beta1", entry.getValue().get(0).asString());
                key(keys, "beta2", entry.getValue().get(1).asString());
            } else {
                key(keys, entry.getKey(), entry.getValue().asString());
            }
        });
        return optimizer(theCase) + "(" + keys + ")";
    }

    /** The name of a case's optimizer. */
    public static String optimizer(JsonNode theCase) {
        String family = theCase.get("convention").asString().equals("pytorch") ? "torch." : "";
        return family + theCase.get("optimizer").asString();
    }

    /** Whether a case is on an objective of the catalogue; the others are expressions only. */
    public static boolean isNamed(JsonNode theCase) {
        return !theCase.get("objective").asString().startsWith("custom-");
    }

    private static void key(StringBuilder keys, String name, String value) {
        keys.append(keys.isEmpty() ? "" : ",").append(name).append('=').append(value);
    }

    /** How far from a reference value is near enough: relative, and absolute below 1. */
    public static Offset<Double> near(double reference) {
        return Offset.offset(RELATIVE * Math.max(1, Math.abs(reference)));
    }

    /** Numbers of a JSON array. */
    public static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
    }
}
