package descentlab.exercise;

import descentlab.exercise.Verdict.Mark;
import descentlab.exercise.Verdict.Result;
import java.util.ArrayList;
import java.util.List;

/** The numbers of an answer, or what is said of an answer that is not made of numbers. */
sealed interface Entries {

    /** As many numbers as were asked for, all finite. */
    record Numbers(List<TypedNumber> values) implements Entries {}

    /** Something cannot be read. */
    record Unreadable(Verdict verdict) implements Entries {}

    /** Reads so many numbers, each with a word on it where it cannot be read. */
    static Entries read(Answer answer, int count) {
        if (answer.fields().size() != count) {
            return new Unreadable(Verdict.unreadable("The answer has " + count + " entries."));
        }
        List<TypedNumber> values = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        boolean readable = true;
        for (int i = 0; i < count; i++) {
            try {
                values.add(TypedNumber.read(answer.fields().get(i)));
                marks.add(new Mark(Result.RIGHT, ""));
            } catch (IllegalArgumentException unreadable) {
                marks.add(new Mark(Result.UNREADABLE, unreadable.getMessage()));
                readable = false;
            }
        }
        return readable
                ? new Numbers(values)
                : new Unreadable(new Verdict(
                        Result.UNREADABLE, "Some entries cannot be read as numbers; they are marked.", marks));
    }
}
