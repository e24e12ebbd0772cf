package descentlab.classroom;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question of a teacher's own.
 *
 * @param words Markdown with formulas
 * @param kind how it is answered, and what is right
 * @param picture shown with it, as {@link Picture} has it; empty for none
 * @param shows what is seen in it, for who does not see it
 */
public record OwnQuestion(String words, AnswerKind kind, String picture, String shows) implements Question {

    /** Characters of its words, at most. */
    public static final int LONGEST = 1000;

    private static final JsonMapper JSON = new JsonMapper();

    /** Whether it says what is right. */
    public boolean isScored() {
        return kind.truth().isPresent();
    }

    /** Whether a place on its picture is asked for: in shares of the picture's width from its left and its upper edge. */
    public boolean isOnPicture() {
        return kind instanceof AnswerKind.Spot && !picture.isEmpty();
    }

    @Override
    public String write() {
        return JSON.writeValueAsString(OwnQuestionFields.write(this));
    }

    static OwnQuestion read(String written) {
        try {
            return OwnQuestionFields.read(JSON.readValue(written, new TypeReference<Map<String, String>>() {}));
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("no question: " + broken.getMessage());
        }
    }
}
