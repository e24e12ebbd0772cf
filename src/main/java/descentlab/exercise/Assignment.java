package descentlab.exercise;

import java.util.List;
import java.util.Optional;

/**
 * What a part of an exercise asks, whatever its kind. All texts are Markdown with formulas between dollar signs.
 *
 * @param id within its exercise; stored progress refers to it
 * @param title a few words
 * @param prompt the question
 * @param hints from a nudge to nearly everything
 * @param solution the worked solution
 * @param exhibit what stands beside it while it is answered
 */
public record Assignment(
        String id, String title, String prompt, List<String> hints, String solution, Optional<Exhibit> exhibit) {

    public Assignment {
        hints = List.copyOf(hints);
    }

    /** With nothing beside it. */
    public Assignment(String id, String title, String prompt, List<String> hints, String solution) {
        this(id, title, prompt, hints, solution, Optional.empty());
    }

    /** The same with something beside it. */
    Assignment beside(Exhibit beside) {
        return new Assignment(id, title, prompt, hints, solution, Optional.of(beside));
    }
}
