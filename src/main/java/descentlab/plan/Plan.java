package descentlab.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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

    /** A line's end within a paragraph of Markdown. */
    private static final Pattern WITHIN_PARAGRAPH =
            Pattern.compile("(?<=\\S)(?<!\\$\\$)\\n(?![\\s*+>#|`-]|\\d+[.)]\\s|\\$\\$)");

    /** The same with each paragraph in one line, as a field breaks it where it is wide: what a file has is broken by hand. */
    Plan flowing() {
        return new Plan(title, flowing(about), steps.stream()
                .map(step -> new Step(step.title(), flowing(step.note()), step.minutes(), step.act()))
                .toList());
    }

    private static String flowing(String markdown) {
        return markdown.contains("```") ? markdown : WITHIN_PARAGRAPH.matcher(markdown).replaceAll(" ");
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
