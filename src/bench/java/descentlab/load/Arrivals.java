package descentlab.load;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When what a student's page shows something by has come to each: the later of the scene and the message, where it takes both. */
final class Arrivals {

    private record Came(int parts, long last) {

        Came and(Came other) {
            return new Came(parts + other.parts, Math.max(last, other.last));
        }
    }

    private final int parts;
    private final Map<Student, Came> all = new ConcurrentHashMap<>();

    /** @param parts which it takes */
    Arrivals(int parts) {
        this.parts = parts;
    }

    void came(Student student, long took) {
        all.merge(student, new Came(1, took), Came::and);
    }

    /** How many have all of it, each of whom is added to the samples. */
    int addTo(Samples samples) {
        long[] whole = all.values().stream().filter(came -> came.parts() == parts).mapToLong(Came::last).toArray();
        for (long took : whole) {
            samples.add(took);
        }
        return whole.length;
    }
}
