package descentlab.load;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A teacher and a class at work, each with a session, a push channel and streams as a browser has them, against the
 * built application on this computer. Reports how soon things come to all, what goes wrong and what it costs, and ends
 * with a failure if anything went wrong.
 */
public final class Load {

    private static final int MOST_STUDENTS = 1000;
    private static final int MOST_MINUTES = 60;
    private static final int MOST_ROOMS = 20;

    /** Another address of this computer than the class has. */
    private static final String ELSEWHERE = "127.0.0.2";

    /** Of each server, where one is compared with several: so that these have room together. */
    private static final Map<String, String> HEAP = Map.of("DESCENTLAB_JAVA_OPTS", "-Xmx700m");

    private static final List<String> PLANS = List.of("chapter-in-class", "preconditioning-and-gerschgorin");

    /** Presses after which each kind of what the class does has been done: followed, voted, tried. */
    private static final int REHEARSED = 17;

    private static final Path REPORT = Path.of("target", "load.txt");

    private final int count;
    private final int minutes;

    private Load(int count, int minutes) {
        this.count = count;
        this.minutes = minutes;
    }

    public static void main(String[] arguments) throws Exception {
        // Below the server's, so that no request goes to a connection that it is just closing.
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
        String what = arguments.length > 0 ? arguments[0] : "";
        if (what.equals("plan")) {
            boolean seen = new Load(number(arguments, 1, "STUDENTS", 200, MOST_STUDENTS), 0).followPlans();
            System.exit(seen ? 0 : 1);
        }
        boolean compared = what.equals("cluster");
        int first = compared ? 1 : 0;
        int students = number(arguments, first, "STUDENTS", 50, MOST_STUDENTS);
        int minutes = number(arguments, first + 1, "MINUTES", 1, MOST_MINUTES);
        Load load = new Load(students, minutes);
        boolean well = compared ? load.compare(number(arguments, first + 2, "ROOMS", 1, MOST_ROOMS)) : load.run();
        System.exit(well ? 0 : 1); // what still runs are readers of a server that is gone
    }

    private static int number(String[] arguments, int index, String name, int usual, int most) {
        if (index >= arguments.length) {
            return usual;
        }
        String given = arguments[index];
        if (!given.matches("[1-9]\\d{0,3}") || Integer.parseInt(given) > most) {
            System.err.println("load: " + name + " was '" + given + "'; allowed: 1 to " + most + ".");
            System.exit(2);
        }
        return Integer.parseInt(given);
    }

    private boolean run() throws Exception {
        try (Alone alone = new Alone();
                ClassHour hour = new ClassHour(alone, count, 1)) {
            Course course = hour.first().course;
            InetAddress elsewhere = InetAddress.getByName(ELSEWHERE);
            Hostile hostile = new Hostile(
                    alone.root(), hour.first().code(), InetAddress.getLoopbackAddress(), elsewhere, course.hostile);
            Duration half = Duration.ofMinutes(minutes).dividedBy(2);
            hour.measures().begin();
            hour.teach(half);
            hour.measures().half();
            hostile.begin();
            course.later = true;
            hour.teach(half);
            hour.end();
            hostile.close();
            hour.look();
            return tell(new Report(course, hour.students(), minutes, hour.lesson(), hostile, hour.measures()).text(), course);
        }
    }

    /** The class is led through ready plans, which have every kind of step between them. */
    private boolean followPlans() throws Exception {
        rehearse();
        try (Alone alone = new Alone();
                ClassHour hour = new ClassHour(alone, count, 1);
                PlanLesson lesson = new PlanLesson(hour.first(), hour.measures())) {
            Duration before = alone.server().age();
            hour.measures().begin();
            for (String plan : PLANS) {
                lesson.teach(plan);
            }
            hour.measures().end();
            hour.look();
            Course course = hour.first().course;
            return tell(new PlanReport(course, lesson, PLANS, hour.students(), before, hour.measures()).text(), course);
        }
    }

    /**
     * The class is led through the first steps at a server that is thrown away: browsers have long been compiled when a class begins, and
     * share no processors with the server that is measured.
     */
    private void rehearse() throws Exception {
        try (Alone aside = new Alone("load-aside", Map.of());
                ClassHour hour = new ClassHour(aside, count, 1);
                PlanLesson lesson = new PlanLesson(hour.first(), hour.measures())) {
            hour.measures().begin();
            lesson.teach(PLANS.getFirst(), REHEARSED);
        }
    }

    /** The same class first at one server, then at several behind a proxy; both keep in a PostgreSQL. */
    private boolean compare(int rooms) throws Exception {
        Comparison comparison = new Comparison(count, minutes, rooms);
        try (Database database = new Database();
                Lab one = new OnDatabase(new Alone("load-one", OnDatabase.settings(database, HEAP)), database)) {
            comparison.hold(one);
        }
        try (Several several = new Several(Path.of("target", "load-cluster"), HEAP)) {
            comparison.hold(several);
        }
        return tell(comparison.text(), comparison.courses());
    }

    private static boolean tell(String report, Course... courses) throws IOException {
        Files.writeString(REPORT, report);
        System.out.print(report);
        return Stream.of(courses).allMatch(course -> course.errors.count() == 0);
    }
}
