package descentlab.classroom.page;

import descentlab.progress.Progress.AtPart;
import java.util.List;

/**
 * How a class stands at a part of an exercise.
 *
 * @param title of the exercise and the part
 * @param tried how many have answered it
 * @param solved how many have solved it
 * @param reasons why wrong answers were wrong, the commonest first
 * @param values what was answered wrongly, the commonest first
 */
record PartPicture(String title, int tried, int solved, List<Reason> reasons, List<Value> values) {

    /**
     * A kind of wrong answer.
     *
     * @param said what is told to who gives one, in Markdown with formulas
     * @param learners how many gave one
     */
    record Reason(String said, int learners) {}

    /**
     * A wrong answer.
     *
     * @param text as it was typed; of a choice what it says, in Markdown with formulas
     * @param formatted whether it is Markdown
     * @param learners how many gave it
     */
    record Value(String text, boolean formatted, int learners) {}

    PartPicture(String title, AtPart standing, List<Reason> reasons, List<Value> values) {
        this(title, standing.tried(), standing.solved(), reasons, values);
    }
}
