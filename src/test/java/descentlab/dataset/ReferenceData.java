package descentlab.dataset;

import descentlab.golden.Golden;
import java.util.Base64;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A small messy file, and what NumPy and PyTorch make of it. */
public final class ReferenceData {

    private static final String FILE = "own-data.json";

    private ReferenceData() {}

    /** The file's content. */
    public static byte[] content() {
        return Base64.getDecoder().decode(Golden.read(FILE).get("content").asString());
    }

    /** Models of it. */
    public static Stream<JsonNode> cases() {
        return Golden.cases(FILE);
    }

    /** The file, shaped as a case says. */
    public static ShapedData shape(JsonNode each) throws DataException {
        String target = each.get("target").asString();
        Shaping shaping = new Shaping(
                CsvLayout.Wish.NONE, target, target.equals("Art"), each.get("fill").asBoolean(), 0.25, 3, Integer.MAX_VALUE);
        return Shaper.shape(content(), Survey.of(content(), shaping.wish()), shaping);
    }
}
