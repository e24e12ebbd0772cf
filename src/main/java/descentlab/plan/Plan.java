package descentlab.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A lecture in steps.
 *
 * @param about what it is, in a sentence or two
 */
public record Plan(String title, String about, List<Step> steps) {

    /** Most steps of a plan. */
    public static final int MOST_STEPS = 100;

    public Plan {
        steps = List.copyOf(steps);
    }

    /** What its steps take together. */
    public int minutes() {
        return steps.stream().mapToInt(Step::minutes).sum();
    }

    /** The same with other steps. */
    public Plan with(List<Step> others) {
        return new Plan(title, about, others);
    }

    /** The same with a step in another place. */
    public Plan moved(int from, int to) {
        List<Step> others = new ArrayList<>(steps);
        others.add(to, others.remove(from));
        return with(others);
    }
}
