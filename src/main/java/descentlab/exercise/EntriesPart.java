package descentlab.exercise;

import java.util.List;

/**
 * A question for a vector or a matrix, entry by entry.
 *
 * @param rows of the answer
 * @param columns of the answer
 * @param headings of the columns, or none
 * @param rule what makes entries right
 */
public record EntriesPart(Assignment task, int rows, int columns, List<String> headings, Rule rule)
        implements CheckedPart, Drawn {

    /** What makes entries right. */
    public interface Rule {
        /** Judges the entries, row by row; all are finite. */
        Verdict judge(List<TypedNumber> entries);

        /** Whether a known mistake leads to the right entries, or nearly. */
        default boolean unclear() {
            return false;
        }
    }

    public EntriesPart {
        headings = List.copyOf(headings);
    }

    @Override
    public Verdict check(Answer answer) {
        return switch (Entries.read(answer, rows * columns)) {
            case Entries.Unreadable(Verdict verdict) -> verdict;
            case Entries.Numbers(List<TypedNumber> entries) -> rule.judge(entries);
        };
    }

    @Override
    public boolean unclear() {
        return rule.unclear();
    }
}
