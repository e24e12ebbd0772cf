package descentlab.load;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A teacher and a class, gathered in a room of a lab, and what is measured of them. */
public final class Gathering implements AutoCloseable {

    private static final int AT_ONCE = 8;
    private static final Duration HEARTBEAT = Duration.ofMinutes(5);

    public final Course course = new Course();
    public final Teacher teacher;
    public final List<Student> students = new ArrayList<>();
    private final Site site;
    private final String code;
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();

    /** Has the first teacher open a room. */
    public Gathering(Lab lab) throws Exception {
        site = new Site(lab.root(), InetAddress.getLoopbackAddress());
        teacher = new Teacher(site, course);
        teacher.setUp(lab.secret());
        code = teacher.openRoom();
        for (Server server : lab.servers()) {
            warmUp("Warm Up " + server.name());
        }
        beat();
    }

    /** Has the same teacher open another room. */
    Gathering(Gathering before) throws Refused {
        site = before.site;
        teacher = before.teacher.inAnotherTab();
        code = teacher.openRoom();
        beat();
    }

    private void beat() {
        beats.scheduleAtFixedRate(this::oneBeat, HEARTBEAT.toMinutes(), HEARTBEAT.toMinutes(), TimeUnit.MINUTES);
    }

    /** The room's code. */
    public String code() {
        return code;
    }

    /** Where the class is. */
    public Site site() {
        return site;
    }

    /** One comes and goes, so that what the first of all costs is not counted as everyone's. A proxy sends each to another. */
    private void warmUp(String name) throws Exception {
        Course aside = new Course();
        try (Student first = new Student(site, code, name, aside, 0)) {
            first.join();
            Thread.sleep(1000);
            aside.over = true;
        }
    }

    /** Has so many students join, some at once. */
    public void join(int count) throws InterruptedException {
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

    private void oneBeat() {
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
    public void countVotes() {
        try {
            Map<String, Integer> counted = teacher.votes();
            for (Student student : students) {
                int kept = counted.getOrDefault(student.name, -1);
                if (kept < student.votedOn()) {
                    course.errors.add("acknowledged votes that the class's table does not count", student.votedOn() - kept);
                    course.lostVotes.add(student.votedOn() - kept);
                }
            }
        } catch (Refused refused) {
            course.errors.add("the class's table: " + refused.getMessage());
        }
    }

    @Override
    public void close() throws Exception {
        course.over = true;
        beats.shutdownNow();
        for (Student student : students) {
            student.close();
        }
        teacher.close();
    }
}
