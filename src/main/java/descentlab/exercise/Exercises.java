package descentlab.exercise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All exercises, in the order to do them in. */
public final class Exercises {

    /** By the name of the pictures, of which there are a few; each makes its parts once to count them. */
    private static final Map<String, Exercises> MADE = new ConcurrentHashMap<>();

    private final List<Exercise> all;

    private Exercises(List<Exercise> all) {
        this.all = all;
    }

    /**
     * The exercises where these pictures are the best there are.
     *
     * @param pictures name of the pictures to train networks on
     */
    public static Exercises on(String pictures) {
        return MADE.computeIfAbsent(pictures, Exercises::made);
    }

    private static Exercises made(String pictures) {
        return new Exercises(List.of(
                Distances.EXERCISE,
                TurnedObjective.EXERCISE,
                Gerschgorin.EXERCISE,
                Rescaled.EXERCISE,
                RealTraining.on(pictures),
                GentlerDecay.EXERCISE,
                FromScratch.EXERCISE,
                RealNetwork.on(pictures),
                Drills.EXERCISE,
                Steps.EXERCISE));
    }

    /** All of them. */
    public List<Exercise> all() {
        return all;
    }

    /** The one to do after that of this id; empty after the last. */
    public Optional<Exercise> after(String id) {
        return all.stream()
                .dropWhile(exercise -> !exercise.id().equals(id))
                .skip(1)
                .findFirst();
    }

    /** The exercise of that id. */
    public Optional<Exercise> named(String id) {
        return all.stream().filter(exercise -> exercise.id().equals(id)).findFirst();
    }
}
