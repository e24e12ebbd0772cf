package descentlab.exercise.page;

import descentlab.exercise.Exercise;
import descentlab.exercise.Part;
import descentlab.progress.LearnerToken;
import descentlab.progress.PartProgress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An exercise as a learner stands in it, and the part that is shown of it.
 *
 * @param parts made once, as long as there is an end of them
 * @param standing by the task's id
 * @param index of the shown part, from 0
 */
record PartInTurn(Exercise exercise, long seed, List<Part> parts, Map<String, PartProgress> standing, int index) {

    /** In the address, from 1. */
    static final String PARAMETER = "part";

    private static final int MOST_DRILLS = 10_000;

    /** @param asked what the address says of the part; without a part in it, it is the first that is open */
    static PartInTurn of(Exercise exercise, LearnerToken learner, Map<String, PartProgress> standing, Optional<String> asked) {
        long seed = learner.seed(exercise.id());
        List<Part> parts = exercise.endless() ? List.of() : exercise.parts(seed);
        PartInTurn first = new PartInTurn(exercise, seed, parts, standing, 0);
        return first.at(asked.filter(text -> text.matches("\\d{1,5}"))
                .map(text -> Integer.parseInt(text) - 1)
                .filter(index -> index >= 0 && index < Math.min(exercise.count(), MOST_DRILLS))
                .orElseGet(first::firstOpen));
    }

    private PartInTurn at(int other) {
        return new PartInTurn(exercise, seed, parts, standing, other);
    }

    PartInTurn with(Map<String, PartProgress> changed) {
        return new PartInTurn(exercise, seed, parts, changed, index);
    }

    private int firstOpen() {
        int at = 0;
        while (at < exercise.count() - 1 && at < MOST_DRILLS - 1 && of(part(at)).done()) {
            at++;
        }
        return at;
    }

    Part part() {
        return part(index);
    }

    Part part(int at) {
        return parts.isEmpty() ? exercise.part(seed, at) : parts.get(at);
    }

    PartProgress of(Part part) {
        return standing.getOrDefault(part.task().id(), PartProgress.NONE);
    }

    long solved() {
        return standing.values().stream().filter(PartProgress::solved).count();
    }
}
