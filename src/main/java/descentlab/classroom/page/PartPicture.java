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
 */
record PartPicture(String title, int tried, int solved, List<Reason> reasons) {

    /**
     * A kind of wrong answer.
     *
     * @param said what is told to who gives one, in Markdown with formulas
     * @param learners how many gave one
     */
    record Reason(String said, int learners) {}

    PartPicture(String title, AtPart standing, List<Reason> reasons) {
        this(title, standing.tried(), standing.solved(), reasons);
    }
}
