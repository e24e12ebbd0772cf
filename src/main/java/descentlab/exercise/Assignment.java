package descentlab.exercise;

import java.util.List;

/**
 * What a part of an exercise asks, whatever its kind. All texts are Markdown with formulas between dollar signs.
 *
 * @param id within its exercise; stored progress refers to it
 * @param title a few words
 * @param prompt the question
 * @param hints from a nudge to nearly everything
 * @param solution the worked solution
 */
public record Assignment(String id, String title, String prompt, List<String> hints, String solution) {

    public Assignment {
        hints = List.copyOf(hints);
    }
}
