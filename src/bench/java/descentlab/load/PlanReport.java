package descentlab.load;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * What is told of a class that was led through plans.
 *
 * @param age of the server when the lesson began
 */
record PlanReport(Course course, PlanLesson lesson, List<String> plans, int students, Duration age, Measures measures) {

    String text() {
        return """

                Descent Lab led by plans: %d students on %d cores, shared by the server and the simulated class
                %s, ./lab load plan %d, Java %s

                Simulated at the protocol level: each student has a Vaadin session with its push channel, the room's event stream,
                and a reader for each run, votes and tries. The teacher has the desk open and presses on the remote.
                The class has followed the first steps at another server before, so that what simulates it has been compiled.
                Led through %s: %d presses, %d questions. The lesson began %d s after the server was started.

                How soon, ms: from the press's sending to the arrival of all by which each student's page shows it; of another page, of its
                first words, and apart from that of the page itself
                %s
                What it costs
                %s
                Errors: of the class, who expected an effect %d times and each within %d s, and in the server's log
                %s
                %s
                """
                .formatted(
                        students, Runtime.getRuntime().availableProcessors(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS), students, Runtime.version(),
                        String.join(" and ", plans), lesson.presses(), lesson.questions(), age.toSeconds(),
                        durations(),
                        measures.text("afterwards"),
                        course.errors.expected(), Incidents.BOUND_SECONDS, course.errors.lines(),
                        course.errors.count() == 0 ? "No errors, everything was seen by everyone." : "FAILED: " + course.errors.count() + " errors.");
    }

    private String durations() {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%-44s %37s %37s%n", "", "in the lesson's first minute", "afterwards"));
        text.append(String.format("%-44s %10s %8s %8s %8s %10s %8s %8s %8s%n", "", "of", "p50", "p95", "max", "of", "p50", "p95", "max"));
        lesson.times().forEach((kind, samples) -> line(text, kind.words(), samples));
        text.append(String.format("%nwhere the class comes back from a page by it%n"));
        lesson.timesFromPage().forEach((kind, samples) -> line(text, kind.words(), samples));
        text.append(String.format("%nof an exercise, what it asks with one's own numbers, which its first words do not say%n"));
        lesson.timesToOwn().forEach((kind, samples) -> line(text, kind.words(), samples));
        text.append(String.format("%nthe page itself, on which all can be done, after its first words; of a question in the room, what it is answered with%n"));
        lesson.timesToLive().forEach((kind, samples) -> line(text, kind.words(), samples));
        text.append(String.format("%nthe server's computing for each student until all see it and have the page itself, ms; of so many presses%n"));
        lesson.costs().forEach((kind, samples) -> costs(text, kind.words(), samples));
        text.append(String.format("%nof the class%n"));
        line(text, "vote to its acknowledgement on the page", course.votes);
        line(text, "teacher's new experiment to its first bytes", course.contents);
        line(text, "own click to the first bytes of one's run", course.ownRuns);
        line(text, "contours beneath a race, whole", course.contours);
        line(text, "joining: page, name and stream", course.joins);
        return text.toString();
    }

    private static void line(StringBuilder text, String what, Samples samples) {
        text.append(String.format(Locale.ROOT, "%-44s%s%s%n", what,
                part(samples.count(), samples.milliseconds(0.5), samples.milliseconds(0.95), samples.milliseconds(1)),
                part(samples.laterCount(), samples.laterMilliseconds(0.5), samples.laterMilliseconds(0.95), samples.laterMilliseconds(1))));
    }

    private static void costs(StringBuilder text, String what, Samples samples) {
        text.append(String.format(Locale.ROOT, "%-44s%11d %8.2f %17.2f%11d %8.2f %17.2f%n", what,
                samples.count(), samples.milliseconds(0.5), samples.milliseconds(1),
                samples.laterCount(), samples.laterMilliseconds(0.5), samples.laterMilliseconds(1)));
    }

    private static String part(long count, double half, double most, double longest) {
        return count == 0
                ? String.format("%11s %8s %8s %8s", 0, "-", "-", "-")
                : String.format(Locale.ROOT, "%11d %8.0f %8.0f %8.0f", count, half, most, longest);
    }
}
