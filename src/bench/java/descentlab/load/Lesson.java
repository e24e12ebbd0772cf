package descentlab.load;

import descentlab.pressed.Sight;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What the teacher does, over and over, until the time is up; each step once the one before has come to everyone. */
public final class Lesson {

    /** The teacher's page hides what cannot be done just now, and shows it again within a quarter of a second. */
    private static final int UNTIL_SHOWN = 700;

    private static final Duration LONGEST = Duration.ofSeconds(Incidents.BOUND_SECONDS);
    private static final int QUESTIONS = 4;
    private static final int STEPS = 20;

    private final Teacher teacher;
    private final List<Student> students;
    private final Course course;
    private int marks;
    private int questions;
    private int rounds;

    public Lesson(Gathering gathering) {
        this.teacher = gathering.teacher;
        this.students = gathering.students;
        this.course = gathering.course;
    }

    private interface Step {
        void run() throws Refused;
    }

    /** What is done between two rounds, when nothing is measured. */
    public interface Between {
        void rounds() throws InterruptedException;
    }

    /** As long as it goes on; each round that is begun is brought to its end. */
    public void teach(BooleanSupplier goesOn, Between between) throws InterruptedException {
        while (goesOn.getAsBoolean()) {
            between.rounds();
            try {
                rounds++;
                race();
                moved();
                attention();
                exploring();
                question();
                everyoneTries();
            } catch (Refused refused) {
                course.errors.add("teacher: " + refused.getMessage());
                Thread.sleep(1000);
                startAnew();
            }
        }
    }

    private void startAnew() throws InterruptedException {
        try {
            teacher.startAnew();
        } catch (Refused refused) {
            course.errors.add("teacher, starting anew: " + refused.getMessage());
        }
    }

    /** The last scene, which everyone has to see. */
    public void last() throws InterruptedException {
        try {
            place(STEPS, false);
        } catch (Refused refused) {
            course.errors.add("teacher: " + refused.getMessage());
        }
    }

    public int rounds() {
        return rounds;
    }

    public int questions() {
        return questions;
    }

    private static void pause(int milliseconds) throws InterruptedException {
        Thread.sleep(milliseconds);
    }

    private void race() throws Refused, InterruptedException {
        place(0, true);
        pause(700);
        place(9, false);
        for (int step = 10; step < 14; step++) {
            pause(300);
            place(step, false);
        }
    }

    /** Has everyone see a place of the race; a speed of its own tells it from all others. */
    private void place(int step, boolean playing) throws Refused, InterruptedException {
        double speed = 1 + ++marks / 1e6;
        scene(frame -> frame.path("speed").asDouble() == speed, () -> teacher.lead(step, playing, speed));
    }

    private void moved() throws Refused, InterruptedException {
        String[] before = {null};
        for (int i = 0; i < 2; i++) {
            double x1 = -5 + 1e-3 * ++marks;
            // The step that is shown stays; what is new is the run.
            double speed = 1 + marks / 1e6;
            scene(frame -> {
                before[0] = frame.path("run").asString();
                return frame.path("speed").asDouble() == speed;
            }, () -> teacher.lead(0, false, speed));
            String known = before[0];
            course.experimentChanged = System.nanoTime();
            scene(frame -> !frame.path("run").asString().equals(known), () -> teacher.moveStart(x1, -2));
            pause(1000);
            course.experimentChanged = 0;
        }
    }

    private void attention() throws Refused, InterruptedException {
        scene(frame -> frame.path("frozen").asBoolean(), () -> teacher.pressId("freeze"));
        pause(500);
        scene(frame -> !frame.path("frozen").asBoolean(), () -> teacher.pressId("freeze"));
        pause(300);
    }

    private void exploring() throws Refused, InterruptedException {
        board("explore freely", "\"Exploring\"", () -> teacher.pressId("follow"));
        pause(4000);
        board("follow again", "\"Following\"", () -> teacher.pressId("follow"));
        pause(300);
    }

    private void question() throws Refused, InterruptedException {
        int kind = questions++ % QUESTIONS + 1;
        students.forEach(student -> student.question = questions);
        teacher.tab(1);
        pause(UNTIL_SHOWN);
        teacher.awaitButton("Ask the class");
        teacher.select("The question", kind);
        board("a question", "\"A question\"", () -> teacher.press("Ask the class"));
        votes();
        teacher.awaitButton("Show the votes");
        board("votes shown", Sight::showsVotes, () -> teacher.press("Show the votes"));
        teacher.awaitButton("Vote again");
        board("vote again", "Vote once more, now", () -> teacher.press("Vote again"));
        votes();
        teacher.awaitButton("Show what happens");
        teacher.press("Show what happens");
        teacher.awaitButton("Show who was right");
        board("truth shown", Sight::showsTruth, () -> teacher.press("Show who was right"));
        teacher.awaitButton("Put it away");
        pause(500);
        board("follow again", "\"Following\"", () -> teacher.press("Put it away"));
    }

    private void votes() throws InterruptedException {
        until(student -> student.voted);
        int acknowledged = (int) students.stream().filter(student -> student.voted).count();
        if (!teacher.awaitCount(acknowledged)) {
            course.errors.add("the teacher's page counts fewer votes than were acknowledged");
        }
    }

    private void everyoneTries() throws Refused, InterruptedException {
        teacher.tab(2);
        pause(UNTIL_SHOWN);
        teacher.awaitButton("Let everyone try");
        teacher.radio("Each picks", rounds % 2 == 0 ? "a start" : "a learning rate");
        board("everyone tries", "\"Your turn\"", () -> teacher.press("Let everyone try"));
        until(student -> student.handedIn);
        int acknowledged = (int) students.stream().filter(student -> student.handedIn).count();
        if (!teacher.awaitCount(acknowledged)) {
            course.errors.add("the teacher's page counts fewer tries than were acknowledged");
        }
        teacher.awaitButton("End trying");
        board("follow again", "\"Following\"", () -> teacher.press("End trying"));
        teacher.tab(0);
        pause(300);
    }

    private void until(Predicate<Student> done) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && !students.stream().allMatch(done)) {
            pause(50);
        }
    }

    private void scene(Predicate<JsonNode> wanted, Step step) throws Refused, InterruptedException {
        Watching<JsonNode> watching = new Watching<>(students, wanted, List.of(course.scenes));
        course.scene = watching;
        watching.begin();
        step.run();
        course.errors.add("a scene did not come to a student", watching.await(LONGEST));
    }

    private void board(String kind, String wanted, Step step) throws Refused, InterruptedException {
        board(kind, message -> message.contains(wanted), step);
    }

    private void board(String kind, Predicate<String> wanted, Step step) throws Refused, InterruptedException {
        Samples ofKind = course.boardsByKind.computeIfAbsent(kind, key -> course.samples());
        Watching<String> watching = new Watching<>(students, wanted, List.of(course.boards, ofKind));
        course.board = watching;
        watching.begin();
        step.run();
        course.errors.add("a change of the room did not come to a student: " + kind, watching.await(LONGEST));
    }
}
