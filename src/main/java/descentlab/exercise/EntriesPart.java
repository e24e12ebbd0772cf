package descentlab.exercise;

import descentlab.exercise.Verdict.Mark;
import descentlab.exercise.Verdict.Result;
import java.util.ArrayList;
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
        int count = rows * columns;
        if (answer.fields().size() != count) {
            return Verdict.unreadable("The answer has " + count + " entries.");
        }
        double[] entries = new double[count];
        List<Mark> marks = new ArrayList<>();
        boolean readable = true;
        for (int i = 0; i < count; i++) {
            try {
                entries[i] = TypedNumber.read(answer.fields().get(i));
                marks.add(new Mark(Result.RIGHT, ""));
            } catch (IllegalArgumentException unreadable) {
                marks.add(new Mark(Result.UNREADABLE, unreadable.getMessage()));
                readable = false;
            }
        }
        if (!readable) {
            return new Verdict(Result.UNREADABLE, "Some entries cannot be read as numbers; they are marked.", marks);
        }
        return rule.judge(entries);
    }
}
