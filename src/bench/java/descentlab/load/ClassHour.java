package descentlab.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Classes that gather at a lab, each in a room of its own, and are taught there; and what is measured of them. */
final class ClassHour implements AutoCloseable {

    private final Lab lab;
    private final List<Gathering> gatherings = new ArrayList<>();
    private final List<Lesson> lessons = new ArrayList<>();
    private final Measures measures;

    /**
     * Gathers them.
     *
     * @param count of students in each room
     */
    ClassHour(Lab lab, int count, int rooms) throws Exception {
        this.lab = lab;
        gatherings.add(new Gathering(lab));
        while (gatherings.size() < rooms) {
            gatherings.add(new Gathering(first()));
        }
        measures = new Measures(lab);
        measures.before();
        for (Gathering gathering : gatherings) {
            gathering.join(count);
            lessons.add(new Lesson(gathering));
        }
        measures.joined(students());
    }

    /** The first class, whose course is the one to look at. */
    Gathering first() {
        return gatherings.getFirst();
    }

    List<Gathering> gatherings() {
        return gatherings;
    }

    /** What the first class is taught. */
    Lesson lesson() {
        return lessons.getFirst();
    }

    Measures measures() {
        return measures;
    }

    int students() {
        return gatherings.stream().mapToInt(each -> each.students.size()).sum();
    }

    void teach(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        BooleanSupplier goesOn = () -> System.nanoTime() < end;
        List<Thread> beside = lessons.stream()
                .skip(1)
                .map(lesson -> Thread.ofVirtual().start(() -> teach(lesson, goesOn)))
                .toList();
        lesson().teach(goesOn, measures::betweenRounds);
        for (Thread thread : beside) {
            thread.join();
        }
    }

    private static void teach(Lesson lesson, BooleanSupplier goesOn) {
        try {
            lesson.teach(goesOn, () -> {});
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    void end() throws Exception {
        for (Lesson lesson : lessons) {
            lesson.last();
        }
        measures.end();
    }

    /** While all are still there: what it left in memory, and what was lost. All that went wrong is the first course's then. */
    void look() throws Exception {
        measures.after();
        for (Gathering gathering : gatherings) {
            gathering.countVotes();
            if (gathering != first()) {
                first().course.errors.addAll(gathering.course.errors);
                first().course.lostVotes.add(gathering.course.lostVotes.sum());
            }
        }
        for (Server server : lab.servers()) {
            first().course.errors.addAll(server.failures());
        }
    }

    @Override
    public void close() throws Exception {
        for (Gathering gathering : gatherings) {
            gathering.close();
        }
    }
}
