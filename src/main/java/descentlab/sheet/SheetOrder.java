package descentlab.sheet;

import descentlab.exercise.Exercise;
import descentlab.exercise.Part;
import descentlab.experiment.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What is to be printed: an exercise on paper for so many people, each with numbers of their own.
 *
 * @param copies sheets, each with other numbers
 * @param parts of an exercise that has no end; others have all of theirs
 * @param seed decides the numbers: the same order gives the same sheets whenever it is asked
 */
record SheetOrder(int copies, int parts, long seed) {

    static final int MOST_COPIES = 60;
    static final int MOST_PARTS = 20;

    private static final String COPIES = "copies";
    private static final String PARTS = "parts";
    private static final String SEED = "seed";
    private static final List<String> PARAMETERS = List.of(COPIES, PARTS, SEED);
    private static final SheetOrder USUAL = new SheetOrder(1, 6, 1);
    private static final long MOST_SEED = 999_999_999;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** A sheet: its number from 1, and what stands on it. */
    record Copy(int number, long seed, List<Part> parts) {}

    /** What a link asks for, and what is wrong with the rest of it, in whose place stands what is usual. */
    record Read(SheetOrder order, List<Problem> problems) {}

    /** Reads a link's parameters; what is missing is what is usual. */
    static Read read(Map<String, List<String>> query) {
        List<Problem> problems = new ArrayList<>();
        SheetOrder order = new SheetOrder(
                (int) number(query, COPIES, MOST_COPIES, USUAL.copies, problems),
                (int) number(query, PARTS, MOST_PARTS, USUAL.parts, problems),
                number(query, SEED, MOST_SEED, USUAL.seed, problems));
        query.forEach((name, values) -> {
            if (!PARAMETERS.contains(name)) {
                problems.add(Problem.unknown(name, values.getFirst(), PARAMETERS));
            }
        });
        return new Read(order, List.copyOf(problems));
    }

    private static long number(
            Map<String, List<String>> query, String name, long most, long usual, List<Problem> problems) {
        if (!query.containsKey(name)) {
            return usual;
        }
        String text = query.get(name).getFirst();
        if (text.matches("0*[1-9]\\d{0,8}") && Long.parseLong(text) <= most) {
            return Long.parseLong(text);
        }
        problems.add(new Problem(name, text, "a whole number from 1 to " + most, false));
        return usual;
    }

    /** All of it as a query. */
    String query() {
        return COPIES + "=" + copies + "&" + PARTS + "=" + parts + "&" + SEED + "=" + seed;
    }

    /** The sheets of an exercise. */
    List<Copy> of(Exercise exercise) {
        int count = exercise.endless() ? parts : exercise.count();
        return IntStream.rangeClosed(1, copies)
                .mapToObj(number -> {
                    long own = seed * SPREAD + number;
                    List<Part> all = exercise.endless()
                            ? IntStream.range(0, count).mapToObj(index -> exercise.part(own, index)).toList()
                            : exercise.parts(own);
                    return new Copy(number, own, all.stream().filter(Part::onPaper).toList());
                })
                .toList();
    }

    /** Another one with other numbers. */
    SheetOrder redrawn(RandomGenerator random) {
        return new SheetOrder(copies, parts, random.nextLong(1, MOST_SEED + 1));
    }
}
