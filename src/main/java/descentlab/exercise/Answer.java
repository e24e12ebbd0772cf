package descentlab.exercise;

import descentlab.experiment.EncodedQuery;
import java.util.List;

/**
 * What a student answered: one field for a number, one for each entry of a matrix row by row, the index of a choice,
 * the ids of a proof's lines in order, or the query of an experiment. Bounded in size, since anybody may send one.
 *
 * @param fields as typed, without line breaks
 */
public record Answer(List<String> fields) {

    /** Most fields of an answer. */
    public static final int MOST_FIELDS = 64;

    /** Most characters of all fields together; an experiment's query is the longest field there is. */
    public static final int LONGEST = EncodedQuery.LONGEST;

    /**
     * @throws IllegalArgumentException with a sentence to be shown, if there are too many fields or one is too long or
     *     holds a control character
     */
    public Answer {
        if (fields.size() > MOST_FIELDS) {
            throw new IllegalArgumentException(
                    "An answer has at most " + MOST_FIELDS + " parts; this one has " + fields.size() + ".");
        }
        for (String field : fields) {
            if (field.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("An answer cannot hold line breaks or control characters.");
            }
        }
        fields = fields.stream().map(String::strip).toList();
        int length = fields.stream().mapToInt(field -> field.length() + 1).sum() - 1;
        if (length > LONGEST) {
            throw new IllegalArgumentException(
                    "An answer has at most " + LONGEST + " characters in all; this one has " + length + ".");
        }
    }

    /** An answer of these fields. */
    public static Answer of(String... fields) {
        return new Answer(List.of(fields));
    }

    /** Whether nothing was answered. */
    boolean blank() {
        return fields.stream().allMatch(String::isEmpty);
    }

    /** The answer on one line for each field. */
    public String text() {
        return String.join("\n", fields);
    }

    /** The answer that {@link #text} wrote. */
    public static Answer read(String text) {
        return new Answer(List.of(text.split("\n", -1)));
    }
}
