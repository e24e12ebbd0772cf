package descentlab.exercise;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * An exercise: parts one after the other, the same for everybody but for the numbers, which come from a seed.
 *
 * @param id in links and in stored progress
 * @param title a few words
 * @param about what one learns, in a sentence
 * @param source where in the chapter it comes from
 * @param count how many parts there are; {@link #ENDLESS} if there is always another
 * @param content makes the parts
 */
public record Exercise(String id, String title, String about, String source, int count, Content content) {

    /** Always another part. */
    public static final int ENDLESS = Integer.MAX_VALUE;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Makes parts from a seed. */
    @FunctionalInterface
    public interface Content {
        /** The part of that index, from 0, for that seed; the same whenever asked. */
        Part part(long seed, int index);

        /** The first parts for that seed. */
        default List<Part> parts(long seed, int count) {
            return IntStream.range(0, count).mapToObj(index -> part(seed, index)).toList();
        }
    }

    /** All parts at once, made from one seeded source. */
    @FunctionalInterface
    interface Parts {
        List<Part> make(Random random);
    }

    static Exercise of(String id, String title, String about, String source, Parts parts) {
        return new Exercise(id, title, about, source, parts.make(new Random(0)).size(), new Content() {
            @Override
            public Part part(long seed, int index) {
                return arranged(parts.make(new Random(seed)).get(index), seed + SPREAD * index);
            }

            @Override
            public List<Part> parts(long seed, int count) {
                List<Part> all = parts.make(new Random(seed));
                return IntStream.range(0, count)
                        .mapToObj(index -> arranged(all.get(index), seed + SPREAD * index))
                        .toList();
            }
        });
    }

    /** Options in an order of the learner's own, from a source of its own: the numbers stay what they are. */
    private static Part arranged(Part part, long seed) {
        return part instanceof ChoicePart choice ? choice.shuffled(new Random(seed)) : part;
    }

    /** Whether there is always another part. */
    public boolean endless() {
        return count == ENDLESS;
    }

    /** The parts of an exercise that has an end. */
    public List<Part> parts(long seed) {
        return content.parts(seed, count);
    }

    /** The part of that index, from 0. */
    public Part part(long seed, int index) {
        return content.part(seed, index);
    }

    /** Whether any of it can be answered on paper. */
    public boolean onPaper() {
        return endless() || parts(0).stream().anyMatch(Part::onPaper);
    }
}
