package descentlab.exercise;

import java.util.List;
import java.util.Optional;

/** All exercises, in the order to do them in. */
public final class Exercises {

    private static final List<Exercise> ALL = List.of(
            Distances.EXERCISE,
            TurnedObjective.EXERCISE,
            Gerschgorin.EXERCISE,
            Rescaled.EXERCISE,
            RealTraining.EXERCISE,
            GentlerDecay.EXERCISE,
            Drills.EXERCISE);

    private Exercises() {}

    /** All of them. */
    public static List<Exercise> all() {
        return ALL;
    }

    /** The exercise of that id. */
    public static Optional<Exercise> named(String id) {
        return ALL.stream().filter(exercise -> exercise.id().equals(id)).findFirst();
    }
}
