package descentlab.load;

import java.time.Duration;

/** A class that gathers at a lab and is taught there, and what is measured of it. */
final class ClassHour implements AutoCloseable {

    final Gathering gathering;
    final Course course;
    final Measures measures;
    final Lesson lesson;
    private final Lab lab;

    /** Gathers it. */
    ClassHour(Lab lab, int count) throws Exception {
        this.lab = lab;
        gathering = new Gathering(lab);
        course = gathering.course;
        measures = new Measures(lab);
        measures.before();
        gathering.join(count);
        measures.joined(students());
        lesson = new Lesson(gathering);
    }

    int students() {
        return gathering.students.size();
    }

    void teach(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        lesson.teach(() -> System.nanoTime() < end, measures::betweenRounds);
    }

    void end() throws Exception {
        lesson.last();
        measures.end();
    }

    /** While all are still there: what it left in memory, and what was lost. */
    void look() throws Exception {
        measures.after();
        gathering.countVotes();
        for (Server server : lab.servers()) {
            course.errors.addAll(server.failures());
        }
    }

    @Override
    public void close() throws Exception {
        gathering.close();
    }
}
