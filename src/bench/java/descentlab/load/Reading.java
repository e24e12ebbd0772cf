package descentlab.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everything that is counted, at one moment or between two. */
record Reading(double seconds, Map<String, Double> counts) {

    /** Of a server's computing time in seconds, with its name behind. */
    static final String SERVER = "computing of server ";

    /** The simulated class's computing time in seconds. */
    static final String CLASS = "computing of the simulated class";

    /** Computing time of everything on this computer, in seconds, as far as its system tells. */
    static final String ALL = "computing of everything";

    private static final Path SYSTEM = Path.of("/proc/stat");

    /** All of it since the system's start; 0 where there is no such file. */
    static double everything() {
        try (Stream<String> lines = Files.lines(SYSTEM)) {
            // user, nice, system, idle, waiting, interrupts of two kinds; in hundredths of a second
            String[] spent = lines.findFirst().orElse("").split(" +");
            return Stream.of(1, 2, 3, 6, 7).mapToLong(column -> Long.parseLong(spent[column])).sum() / 100.0;
        } catch (IOException elsewhere) {
            return 0;
        }
    }

    Reading since(Reading earlier) {
        Map<String, Double> more = new TreeMap<>(counts);
        more.replaceAll((name, count) -> count - earlier.of(name));
        return new Reading(seconds - earlier.seconds, more);
    }

    double of(String name) {
        return counts.getOrDefault(name, 0.0);
    }

    double aSecond(String name) {
        return of(name) / seconds;
    }

    /** Of all whose names are wanted. */
    double sum(Predicate<String> wanted) {
        return counts.entrySet().stream().filter(count -> wanted.test(count.getKey())).mapToDouble(Map.Entry::getValue).sum();
    }

    /** Computing time of all servers, in seconds. */
    double servers() {
        return sum(name -> name.startsWith(SERVER));
    }
}
