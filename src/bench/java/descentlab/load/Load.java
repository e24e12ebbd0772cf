package descentlab.load;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A teacher and a class at work, each with a session, a push channel and streams as a browser has them, against the
 * built application on this computer. Reports how soon things come to all, what goes wrong and what it costs, and ends
 * with a failure if anything went wrong.
 */
public final class Load {

    private static final int MOST_STUDENTS = 1000;
    private static final int MOST_MINUTES = 60;
    private static final int AT_ONCE = 8;
    private static final Duration HEARTBEAT = Duration.ofMinutes(5);
    private static final Path REPORT = Path.of("target", "load.txt");

    private final int count;
    private final int minutes;
    private final Course course = new Course();
    private final List<Student> students = new ArrayList<>();

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
                ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor()) {
            Site site = new Site(server.root(), InetAddress.getLoopbackAddress());
            Teacher teacher = new Teacher(site, course);
            teacher.setUp(server.secret());
            String code = teacher.openRoom();
            warmUp(site, code);
            Measures measures = new Measures(server);
            measures.before();
            join(site, code);
            measures.joined(students.size());
            beats.scheduleAtFixedRate(
                    () -> beat(teacher), HEARTBEAT.toMinutes(), HEARTBEAT.toMinutes(), TimeUnit.MINUTES);
            Hostile hostile = new Hostile(server.root(), code, course);
            measures.begin();
            Lesson lesson = new Lesson(teacher, students, course);
            Duration half = Duration.ofMinutes(minutes).dividedBy(2);
            lesson.teach(half, half, hostile, measures);
            measures.end();
            hostile.close();
            measures.after();
            lost(teacher);
            String report = new Report(course, students.size(), minutes, lesson, hostile, measures).text();
            Files.writeString(REPORT, report);
            System.out.print(report);
            course.over = true;
            beats.shutdownNow();
            for (Student student : students) {
                student.close();
            }
            teacher.close();
        }
        return course.errors.count() == 0;
    }

    /** One comes and goes, so that what the first of all costs is not counted as everyone's. */
    private void warmUp(Site site, String code) throws Exception {
        Course aside = new Course();
        try (Student first = new Student(site, code, "Warm Up", aside, 0)) {
            first.join();
            Thread.sleep(1000);
            aside.over = true;
        }
    }

    private void join(Site site, String code) throws InterruptedException {
        Semaphore some = new Semaphore(AT_ONCE);
        CountDownLatch all = new CountDownLatch(count);
        for (int i = 1; i <= count; i++) {
            Student student = new Student(site, code, "Student " + i, course, i);
            some.acquire();
            Thread.startVirtualThread(() -> {
                try {
                    student.join();
                    synchronized (students) {
                        students.add(student);
                    }
                } catch (Refused refused) {
                    course.errors.add("joining: " + refused.getMessage());
                } catch (RuntimeException bug) {
                    course.errors.add("joining", bug);
                } finally {
                    some.release();
                    all.countDown();
                }
            });
        }
        all.await();
    }

    private void beat(Teacher teacher) {
        try {
            teacher.heartbeat();
            for (Student student : students) {
                student.heartbeat();
            }
        } catch (Refused refused) {
            course.errors.add("heartbeat: " + refused.getMessage());
        }
    }

    /** Every acknowledged vote has to be counted. */
    private void lost(Teacher teacher) {
        try {
            Map<String, Integer> counted = teacher.votes();
            for (Student student : students) {
                int kept = counted.getOrDefault(student.name, -1);
                if (kept < student.votedOn()) {
                    course.errors.add("acknowledged votes that the class's table does not count", student.votedOn() - kept);
                }
            }
        } catch (Refused refused) {
            course.errors.add("the class's table: " + refused.getMessage());
        }
    }
}
