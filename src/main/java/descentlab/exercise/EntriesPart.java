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
public record EntriesPart(Task task, int rows, int columns, List<String> headings, Rule rule) implements CheckedPart {

    /** What makes entries right. */
    @FunctionalInterface
    public interface Rule {
        /** Judges the entries, row by row; all are finite. */
        Verdict judge(double[] entries);
    }

    public EntriesPart {
        headings = List.copyOf(headings);
    }

    @Override
    public Verdict check(Answer answer) {
        return switch (Entries.read(answer, rows * columns)) {
            case Entries.Unreadable(Verdict verdict) -> verdict;
            case Entries.Numbers(double[] entries) -> rule.judge(entries);
        };
    }
}
