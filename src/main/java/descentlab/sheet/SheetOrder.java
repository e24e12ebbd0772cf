package descentlab.sheet;

import descentlab.exercise.Exercise;
import descentlab.exercise.Part;
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

    private static final SheetOrder USUAL = new SheetOrder(1, 6, 1);
    private static final long MOST_SEED = 999_999_999;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** A sheet: its number from 1, and what stands on it. */
    record Copy(int number, long seed, List<Part> parts) {}

    /** Reads a link's parameters; what is missing, or none of what it may be, is what is usual. */
    static SheetOrder read(Map<String, List<String>> query) {
        return new SheetOrder(
                (int) number(query, "copies", MOST_COPIES, USUAL.copies),
                (int) number(query, "parts", MOST_PARTS, USUAL.parts),
                number(query, "seed", MOST_SEED, USUAL.seed));
    }

    private static long number(Map<String, List<String>> query, String name, long most, long usual) {
        String text = query.getOrDefault(name, List.of("")).getFirst();
        if (!text.matches("\\d{1,9}")) {
            return usual;
        }
        long value = Long.parseLong(text);
        return value < 1 ? usual : Math.min(value, most);
    }

    /** All of it as a query. */
    String query() {
        return "copies=" + copies + "&parts=" + parts + "&seed=" + seed;
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
