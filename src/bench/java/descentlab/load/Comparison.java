package descentlab.load;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The same class at one server and at three, and what differs. */
final class Comparison {

    private static final Duration REST = Duration.ofSeconds(12);

    /** Three JVMs have three times as much to compile before they are as fast as one. */
    private static final Duration WARMING = Duration.ofSeconds(25);

    /** A class that comes to servers that have just been started is looked at by {@code load plan}. */
    private static final Duration SETTLING = Duration.ofSeconds(60);

    private static final double MB = 1e6;
    private static final double KB = 1e3;
    private static final String MESSAGES = "descentlab_cluster_messages_total";
    private static final String SIZE = "descentlab_cluster_size_bytes_total";
    private static final String KEPT = "descentlab_commit_seconds_count outcome=kept";
    private static final List<String> COMPUTING = List.of(Database.COMPUTING, Several.COMPUTING, Reading.CLASS);

    /** @param rest what was counted while all were there and nobody did anything */
    private record Held(Course course, Measures measures, Reading rest, int students, int rounds, double connections, String where) {

        Reading lesson() {
            return measures.lesson();
        }
    }

    private final int count;
    private final int minutes;
    private final int rooms;
    private final List<Held> all = new ArrayList<>();

    Comparison(int count, int minutes, int rooms) {
        this.count = count;
        this.minutes = minutes;
        this.rooms = rooms;
    }

    /** Holds the classes, and keeps what was seen of it. */
    void hold(Lab lab) throws Exception {
        Thread.sleep(SETTLING);
        try (ClassHour hour = new ClassHour(lab, count, rooms)) {
            hour.teach(WARMING);
            hour.first().course.forget();
            Reading before = hour.measures().read();
            Thread.sleep(REST);
            Reading rest = hour.measures().read().since(before);
            hour.measures().begin();
            hour.teach(Duration.ofMinutes(minutes));
            hour.end();
            double connections = hour.measures().read().of(Several.CONNECTIONS);
            hour.look();
            all.add(new Held(
                    hour.first().course, hour.measures(), rest, hour.students(), hour.lesson().rounds(), connections, where(lab, hour)));
        }
    }

    /** Which server each is at, and which leads the room. */
    private static String where(Lab lab, ClassHour hour) {
        if (!(lab instanceof Several several)) {
            return "";
        }
        return hour.gatherings().stream()
                .map(room -> "Students of a room by their server: "
                        + room.students.stream()
                                .collect(Collectors.groupingBy(Student::server, TreeMap::new, Collectors.counting()))
                        + ", led by " + several.leader(room.code()) + "\n")
                .collect(Collectors.joining());
    }

    Course[] courses() {
        return all.stream().map(Held::course).toArray(Course[]::new);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "%nDescent Lab at one server and at three: %d students in each of %d rooms for %d min, on %d cores, shared by all",
                count, rooms, minutes, Runtime.getRuntime().availableProcessors());
        line(text, "%s, ./lab load cluster %d %d %d, Java %s", Instant.now().truncatedTo(ChronoUnit.SECONDS), count, minutes, rooms,
                Runtime.version());
        line(text, "The one is reached directly, the three through HAProxy; all keep in a PostgreSQL of their own.");
        line(text, "Each class comes %d s after its servers have started, which visit their own pages first.", SETTLING.toSeconds());
        line(text, "Each class is taught for %d s before anything is measured, and rests for %d s.", WARMING.toSeconds(), REST.toSeconds());
        text.append(two().where());
        line(text, "The teacher of the first room, which the durations are of, went through %d rounds, and through %d.", one().rounds(), two().rounds());
        line(text, "%nHow soon, ms %43s %25s %17s", "at one: p50    p95     of", "at three: p50    p95     of", "more: p50    p95");
        durations(text);
        line(text, "%nWhat it costs %41s %9s", "at one", "at three");
        costs(text);
        line(text, "%nWhat servers say to each other, a second: %17s %9s %18s %9s", "lesson: messages", "kB", "rest: messages", "kB");
        said(text);
        for (Held held : all) {
            line(text, "%nAt %s: %d effects expected, each within %d s; %d acknowledged votes lost; errors",
                    held == one() ? "one" : "three", held.course().errors.expected(), Incidents.BOUND_SECONDS,
                    held.course().lostVotes.sum());
            text.append(held.course().errors.lines());
        }
        return text.toString();
    }

    private Held one() {
        return all.getFirst();
    }

    private Held two() {
        return all.getLast();
    }

    private void durations(StringBuilder text) {
        Map<String, Samples> several = two().course().bySort();
        one().course().bySort().forEach((sort, alone) -> {
            Samples others = several.getOrDefault(sort, alone);
            line(text, "%-44s %7.1f %7.1f %6d   %7.1f %7.1f %6d   %+7.1f %+7.1f", sort,
                    alone.milliseconds(0.5), alone.milliseconds(0.95), alone.count(),
                    others.milliseconds(0.5), others.milliseconds(0.95), others.count(),
                    others.milliseconds(0.5) - alone.milliseconds(0.5), others.milliseconds(0.95) - alone.milliseconds(0.95));
        });
    }

    private void costs(StringBuilder text) {
        cost(text, "heap of all servers per student, MB", held -> held.measures().heapPerStudent());
        TreeSet<String> computing = new TreeSet<>(COMPUTING);
        all.forEach(held -> held.lesson().counts().keySet().stream()
                .filter(name -> name.startsWith(Reading.SERVER))
                .forEach(computing::add));
        cost(text, "in the lesson, per student and minute: s of all servers", held -> perStudentMinute(held, held.lesson().servers()));
        for (String each : computing) {
            cost(text, "  s of " + each, held -> perStudentMinute(held, held.lesson().of(each)));
        }
        cost(text, "cores busy: of all servers, in the lesson", held -> held.lesson().servers() / held.lesson().seconds());
        cost(text, "  at rest", held -> held.rest().servers() / held.rest().seconds());
        cost(text, "  of everything on this computer, in the lesson", held -> held.lesson().aSecond(Reading.ALL));
        cost(text, "  of everything on this computer, at rest", held -> held.rest().aSecond(Reading.ALL));
        cost(text, "  of PostgreSQL, at rest", held -> held.rest().aSecond(Database.COMPUTING));
        cost(text, "  of HAProxy, at rest", held -> held.rest().aSecond(Several.COMPUTING));
        cost(text, "commits of the servers a second, in the lesson", held -> held.lesson().aSecond(KEPT));
        cost(text, "  at rest", held -> held.rest().aSecond(KEPT));
        cost(text, "commits of PostgreSQL a second, in the lesson", held -> held.lesson().aSecond(Database.COMMITS));
        cost(text, "  at rest", held -> held.rest().aSecond(Database.COMMITS));
        cost(text, "times a second that its log was made durable", held -> held.lesson().aSecond(Database.SYNCS));
        cost(text, "  kB of log a second", held -> held.lesson().aSecond(Database.LOG) / KB);
        cost(text, "requests through HAProxy a second", held -> held.lesson().aSecond(Several.REQUESTS));
        cost(text, "  MB it took in a second", held -> held.lesson().aSecond(Several.IN) / MB);
        cost(text, "  MB it gave out a second", held -> held.lesson().aSecond(Several.OUT) / MB);
        cost(text, "  connections to it at the end", Held::connections);
    }

    private static double perStudentMinute(Held held, double count) {
        return count / held.students() / (held.lesson().seconds() / 60);
    }

    private void cost(StringBuilder text, String what, Function<Held, Double> figure) {
        line(text, "%-56s %9.4f %9.4f", what, figure.apply(one()), figure.apply(two()));
    }

    private void said(StringBuilder text) {
        Reading lesson = two().lesson();
        Reading rest = two().rest();
        lesson.counts().keySet().stream().filter(name -> name.startsWith(MESSAGES)).forEach(messages -> {
            String flow = messages.substring(MESSAGES.length()).strip();
            String bytes = SIZE + messages.substring(MESSAGES.length());
            said(text, flow, lesson.aSecond(messages), lesson.aSecond(bytes), rest.aSecond(messages), rest.aSecond(bytes));
        });
        said(text, "all",
                lesson.sum(name -> name.startsWith(MESSAGES)) / lesson.seconds(),
                lesson.sum(name -> name.startsWith(SIZE)) / lesson.seconds(),
                rest.sum(name -> name.startsWith(MESSAGES)) / rest.seconds(),
                rest.sum(name -> name.startsWith(SIZE)) / rest.seconds());
    }

    private static void said(StringBuilder text, String flow, double messages, double bytes, double atRest, double bytesAtRest) {
        line(text, "%-42s %17.2f %9.2f %18.2f %9.2f", flow, messages, bytes / KB, atRest, bytesAtRest / KB);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
