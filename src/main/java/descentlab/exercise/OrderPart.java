package descentlab.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A proof to be put together from lines, some of which do not belong. A line follows once all lines that it rests on
 * stand above it, so that every order that respects this is a proof.
 *
 * @param lines those of the proof and the others, in any order
 */
public record OrderPart(Assignment task, List<Line> lines) implements CheckedPart {

    /**
     * A line.
     *
     * @param id within the proof
     * @param text Markdown with formulas
     * @param needs ids of the lines it rests on
     * @param belongs false for one that is wrong or leads nowhere
     * @param why said when the line stands where it does not follow
     */
    public record Line(String id, String text, Set<String> needs, boolean belongs, String why) {

        /** A step of the proof, with why it cannot come before what it rests on. */
        static Line step(String id, String text, String why, String... needs) {
            return new Line(id, text, Set.of(needs), true, why);
        }

        /** A line that does not belong, with what is wrong with it. */
        static Line distractor(String id, String text, String why) {
            return new Line(id, text, Set.of(), false, why);
        }
    }

    public OrderPart {
        lines = List.copyOf(lines);
    }

    /** The same, its lines shuffled. */
    OrderPart shuffled(Random random) {
        List<Line> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        return new OrderPart(task, shuffled);
    }

    @Override
    public Verdict check(Answer answer) {
        Map<String, Line> byId = new HashMap<>();
        lines.forEach(line -> byId.put(line.id(), line));
        if (answer.blank()) {
            return Verdict.unreadable("The proof is empty: add its first line.");
        }
        Set<String> shown = new HashSet<>();
        int number = 0;
        for (String id : answer.fields()) {
            Line line = byId.get(id);
            if (line == null || shown.contains(id)) {
                return Verdict.unreadable("A proof is made of the given lines, each once.");
            }
            number++;
            if (!line.belongs() || !shown.containsAll(line.needs())) {
                return Verdict.wrong("Line " + number + " does not follow"
                        + (line.belongs() ? " from the lines above it" : "") + ". " + line.why());
            }
            shown.add(id);
        }
        boolean whole = lines.stream().filter(Line::belongs).allMatch(line -> shown.contains(line.id()));
        return whole
                ? Verdict.right("Every line follows from those above it. The proof is complete.")
                : Verdict.wrong("Every line so far follows, but the proof is not complete: something is still to come"
                        + " after line " + number + ".");
    }
}
