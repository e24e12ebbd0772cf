package descentlab.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Everything that is counted, at one moment or between two. */
record Reading(double seconds, Map<String, Double> counts) {

    /** Of a server's computing time in seconds, with its name behind. */
    static final String SERVER = "computing of server ";

    /** The simulated class's computing time in seconds. */
    static final String CLASS = "computing of the simulated class";

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
