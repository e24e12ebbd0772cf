package descentlab.load;

import descentlab.pressed.Press;
import descentlab.pressed.PressedPlan;
import descentlab.pressed.Sight;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A class is led through ready plans, a press at a time; after each it does what it is asked to. What comes in the lesson's first
 * minute, when the server has just been started, is told apart from what comes afterwards.
 */
final class PlanLesson implements AutoCloseable {

    static final Duration FIRST = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofSeconds(Incidents.BOUND_SECONDS);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    /** After what the class does not see, but for a plan's begin, as the one before may have left it on another page. */
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(1);

    private final Teacher teacher;
    private final List<Student> students;
    private final Course course;
    private final Measures measures;
    private final Remote remote;
    private final Map<Press.Kind, Samples> times = new EnumMap<>(Press.Kind.class);
    private final Map<Press.Kind, Samples> timesFromPage = new EnumMap<>(Press.Kind.class);
    private final Map<Press.Kind, Samples> timesToOwn = new EnumMap<>(Press.Kind.class);
    private final Map<Press.Kind, Samples> timesToLive = new EnumMap<>(Press.Kind.class);
    private final Map<Press.Kind, Samples> costs = new EnumMap<>(Press.Kind.class);
    private long begun;
    private int presses;
    private int questions;

    PlanLesson(Gathering gathering, Measures measures) throws Refused {
        this.teacher = gathering.teacher;
        this.students = gathering.students;
        this.course = gathering.course;
        this.measures = measures;
        this.remote = new Remote(teacher);
    }

    /** From the sending of a press to when each student's page shows what it does. */
    Map<Press.Kind, Samples> times() {
        return times;
    }

    /** The same of those presses by which the class also came back from another page, with all of the room's page to be sent. */
    Map<Press.Kind, Samples> timesFromPage() {
        return timesFromPage;
    }

    /** From the same sending to when each sees what is asked of them alone, where a page begins with that. */
    Map<Press.Kind, Samples> timesToOwn() {
        return timesToOwn;
    }

    /** From the same sending to when what was seen of another page by its first words is that page itself, with all that can be done on it. */
    Map<Press.Kind, Samples> timesToLive() {
        return timesToLive;
    }

    /**
     * What of the servers' computing time goes by, for each student, from the sending of a press to when all students' pages show
     * what it does, and are the pages themselves: a sample a press.
     */
    Map<Press.Kind, Samples> costs() {
        return costs;
    }

    int presses() {
        return presses;
    }

    int questions() {
        return questions;
    }

    /** Leads through a plan, by its id, from its begin to its end. */
    void teach(String id) throws InterruptedException {
        teach(id, Integer.MAX_VALUE);
    }

    /** Leads through the first presses of a plan, or through all of it. */
    void teach(String id, int most) throws InterruptedException {
        Press now = null;
        try {
            PressedPlan plan = PressedPlan.read(teacher.plan(id));
            remote.takeUp(plan.title());
            begun = begun == 0 ? System.nanoTime() : begun;
            for (Press press : plan.presses().stream().limit(most).toList()) {
                now = press;
                halfIfDue();
                remote.awaitNext(press.button());
                long begin = System.nanoTime();
                press(press, plan.isSettled(press));
                followed(press);
                rest(begin, press.sight().isNothing() && press.step() > 1 ? SHORT_PAUSE : PAUSE);
            }
            if (plan.presses().size() <= most) {
                remote.awaitEnd();
            }
        } catch (Refused refused) {
            course.errors.add("teacher, at step " + (now == null ? 0 : now.step()) + " of " + id + ": " + refused.getMessage());
        }
    }

    private void halfIfDue() throws InterruptedException {
        if (!course.later && System.nanoTime() - begun > FIRST.toNanos()) {
            course.later = true;
            measures.half();
        }
    }

    private static void rest(long begin, Duration pause) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(pause.toNanos() - (System.nanoTime() - begin));
    }

    /** @param settled whether the class's table counts who votes on it */
    private void press(Press press, boolean settled) throws Refused, InterruptedException {
        presses++;
        if (press.kind().isQuestion()) {
            questions++;
            students.forEach(student -> student.question = settled ? questions : Student.UNCOUNTED);
        }
        Optional<Predicate<JsonNode>> wanted = press.sight().scene(students.isEmpty() ? "" : students.getFirst().run());
        int parts = (wanted.isPresent() ? 1 : 0) + (press.sight().message().isPresent() ? 1 : 0);
        Arrivals arrivals = new Arrivals(parts);
        Watching<JsonNode> scene = watching(wanted.orElse(null), arrivals);
        Watching<String> message = watching(press.sight().message().orElse(null), arrivals);
        Following own = new Following(press.own(), timesToOwn);
        Following live = new Following(press.live(), timesToLive);
        course.scene = scene;
        course.board = message;
        course.following = List.of(own.watching, live.watching);
        course.experimentChanged = press.kind() == Press.Kind.EXPERIMENT ? System.nanoTime() : 0;
        long end = System.nanoTime() + LONGEST.toNanos();
        long computed = measures.computed();
        scene.begin();
        message.begin();
        own.watching.begin();
        live.watching.begin();
        remote.next();
        scene.await(Duration.ofNanos(end - System.nanoTime()));
        message.await(Duration.ofNanos(end - System.nanoTime()));
        own.watching.await(Duration.ofNanos(end - System.nanoTime()));
        live.watching.await(Duration.ofNanos(end - System.nanoTime()));
        if (parts > 0) {
            costs.computeIfAbsent(press.kind(), kind -> course.samples()).add((measures.computed() - computed) / students.size());
            Map<Press.Kind, Samples> all = press.fromPage() ? timesFromPage : times;
            int saw = arrivals.addTo(all.computeIfAbsent(press.kind(), kind -> course.samples()));
            course.errors.add("did not come to a student within " + LONGEST.toSeconds() + " s: " + press.kind().words(), students.size() - saw);
        }
        own.note(press);
        live.note(press);
    }

    /** What follows the message by which a press is seen. */
    private final class Following {

        private final Sight sight;
        private final Map<Press.Kind, Samples> times;
        private final Arrivals arrivals = new Arrivals(1);
        final Watching<String> watching;

        Following(Sight sight, Map<Press.Kind, Samples> times) {
            this.sight = sight;
            this.times = times;
            this.watching = watching(sight.message().orElse(null), arrivals);
        }

        void note(Press press) {
            if (!sight.isNothing()) {
                int there = arrivals.addTo(times.computeIfAbsent(press.kind(), kind -> course.samples()));
                course.errors.add("did not follow within " + LONGEST.toSeconds() + " s: " + press.kind().words(), students.size() - there);
            }
        }
    }

    /** @param wanted null if nothing is waited for */
    private <T> Watching<T> watching(Predicate<T> wanted, Arrivals arrivals) {
        return wanted == null
                ? new Watching<>(List.of(), any -> false, arrivals::came)
                : new Watching<>(students, wanted, arrivals::came);
    }

    /** Waits until all have done what a press asks of them, and the teacher knows. */
    private void followed(Press press) throws InterruptedException {
        if (press.kind().isVote()) {
            all("vote", student -> student.voted);
        } else if (press.kind() == Press.Kind.TRY) {
            all("try", student -> student.handedIn);
        }
    }

    private void all(String what, Predicate<Student> done) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && !students.stream().allMatch(done)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        int acknowledged = (int) students.stream().filter(done).count();
        course.errors.add("a student could not " + what + " in time", students.size() - acknowledged);
        if (!remote.awaitCount(acknowledged)) {
            course.errors.add("the remote counts fewer of each " + what + " than were acknowledged");
        }
    }

    @Override
    public void close() {
        remote.close();
    }
}
