package descentlab.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What is told of it all. */
record Report(Course course, int students, int minutes, Lesson lesson, Hostile hostile, Measures measures) {

    private String durations() {
        StringBuilder durations = new StringBuilder();
        course.bySort().forEach((sort, samples) -> durations.append(String.format("%-46s%s%n", sort, samples)));
        return durations.toString();
    }

    String text() {
        return """

                Descent Lab under load: %d students for %d min on %d cores, shared by the server and the simulated class
                %s, ./lab load %d %d, Java %s

                Simulated at the protocol level, in one process of virtual threads beside the server: each student has a
                Vaadin session with its push channel, the room's event stream, and a reader for each run, and fetches the
                contours beneath it. Scripts and style sheets, which browsers keep, are not fetched.
                The teacher went through %d rounds with %d questions, of two votes each; in the second
                half the hostile were there, who vote, guess and read as the class does not.

                How soon, from the request's sending to the arrival at each student
                %s
                What it costs
                %s
                Errors: of the class, who expected an effect %d times and each within %d s, and in the server's log
                %s
                Hostile beside them: %d votes at speed from one student, %d guessed codes from another address,
                %d streams opened and never drained; what they met with
                %s
                %s
                """
                .formatted(
                        students, minutes, Runtime.getRuntime().availableProcessors(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS), students, minutes, Runtime.version(),
                        lesson.rounds(), lesson.questions(),
                        durations(),
                        measures.text("beside the hostile"),
                        course.errors.expected(), Incidents.BOUND_SECONDS, course.errors.lines(),
                        hostile.votes.sum(), hostile.codes.sum(), hostile.undrained.sum(), course.hostile.lines(),
                        course.errors.count() == 0 ? "No errors, nothing lost." : "FAILED: " + course.errors.count() + " errors.");
    }
}
