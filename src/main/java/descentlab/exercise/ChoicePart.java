package descentlab.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A question with options of which one is right; each has something to say when it is chosen. An option is known by its
 * place in the list: answers are kept as that number, whatever order the options are shown in, so the list is not
 * rearranged.
 *
 * @param order in which the options are shown, by their places in the list
 */
public record ChoicePart(Assignment task, List<Option> options, List<Integer> order) implements CheckedPart {

    /**
     * An answer to choose.
     *
     * @param text what it says
     * @param right whether it is the right one
     * @param feedback what to tell whoever chose it
     */
    public record Option(String text, boolean right, String feedback) {}

    public ChoicePart {
        options = List.copyOf(options);
        order = List.copyOf(order);
        if (options.stream().filter(Option::right).count() != 1) {
            throw new IllegalArgumentException(task.id() + " needs one right option");
        }
    }

    /** Shown as they are listed. */
    public ChoicePart(Assignment task, List<Option> options) {
        this(task, options, IntStream.range(0, options.size()).boxed().toList());
    }

    /** The same, shown in another order. */
    ChoicePart shuffled(Random random) {
        List<Integer> shuffled = new ArrayList<>(order);
        Collections.shuffle(shuffled, random);
        return new ChoicePart(task, options, shuffled);
    }

    @Override
    public Verdict check(Answer answer) {
        int chosen = index(answer, options.size());
        if (chosen < 0) {
            return Verdict.unreadable("Choose one of the answers.");
        }
        Option option = options.get(chosen);
        return option.right() ? Verdict.right(option.feedback()) : Verdict.wrong(option.feedback());
    }

    /** Index of the chosen one of so many options, or -1 if the answer names none. */
    static int index(Answer answer, int options) {
        if (answer.fields().size() != 1 || !answer.fields().getFirst().matches("\\d{1,3}")) {
            return -1;
        }
        int index = Integer.parseInt(answer.fields().getFirst());
        return index < options ? index : -1;
    }
}
