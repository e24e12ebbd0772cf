package descentlab.load;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A teacher and a class at work, each with a session, a push channel and streams as a browser has them, against the
 * built application on this computer. Reports how soon things come to all, what goes wrong and what it costs, and ends
 * with a failure if anything went wrong.
 */
public final class Load {

    private static final int MOST_STUDENTS = 1000;
    private static final int MOST_MINUTES = 60;

    /** Another address of this computer than the class has. */
    private static final String ELSEWHERE = "127.0.0.2";

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
        int students = number(arguments, 0, "STUDENTS", 50, MOST_STUDENTS);
        int minutes = number(arguments, 1, "MINUTES", 1, MOST_MINUTES);
        boolean well = new Load(students, minutes).run();
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
        try (Server server = new Server();
                Gathering gathering = new Gathering(server)) {
            Course course = gathering.course;
            Measures measures = new Measures(server);
            measures.before();
            gathering.join(count);
            measures.joined(gathering.students.size());
            InetAddress elsewhere = InetAddress.getByName(ELSEWHERE);
            Hostile hostile = new Hostile(
                    server.root(), gathering.code(), InetAddress.getLoopbackAddress(), elsewhere, course.hostile);
            Lesson lesson = new Lesson(gathering);
            measures.begin();
            teach(lesson, measures);
            measures.half();
            hostile.begin();
            course.harried = true;
            teach(lesson, measures);
            lesson.last();
            measures.end();
            hostile.close();
            measures.after();
            gathering.countVotes();
            course.errors.addAll(server.failures());
            String report = new Report(course, gathering.students.size(), minutes, lesson, hostile, measures).text();
            Files.writeString(REPORT, report);
            System.out.print(report);
            return course.errors.count() == 0;
        }
    }

    /** For half of the time. */
    private void teach(Lesson lesson, Measures measures) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(minutes).dividedBy(2).toNanos();
        lesson.teach(() -> System.nanoTime() < end, measures::betweenRounds);
    }
}
