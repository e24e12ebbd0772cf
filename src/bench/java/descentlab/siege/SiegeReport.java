package descentlab.siege;

import descentlab.load.Course;
import descentlab.load.Incidents;
import descentlab.load.Lesson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is told of it all. */
record SiegeReport(
        Course course,
        int students,
        int minutes,
        Lesson lesson,
        Collection<Phase> phases,
        Vitals vitals,
        Memory memory,
        Map<String, Double> figures,
        long askedAgain,
        long waited,
        Verdict verdict) {

    String text() {
        return """

                Descent Lab under siege: %d min beside a class of %d, on %d cores, shared by the server, the class and the attacks
                %s, ./lab siege %d, Java %s, the server's heap 512 MB

                Each attack alone, from an address of its own; then all together, and once more from the class's address.
                The teacher went through %d rounds with %d questions meanwhile; three students raced alone in the surface
                lab, others came late, and the teacher signed in again.

                %s
                %s
                %s

                What each attack got, alone and together with the others
                %s
                What the class felt, from the request's sending to the arrival at each student
                teacher's action to the scene on a screen     %s
                teacher's change of the room to the page      %s
                teacher's new experiment to its first bytes   %s
                own click to the first bytes of one's run     %s
                vote to its acknowledgement on the page       %s
                contours beneath a race, whole                %s
                joining: page, name and stream                %s

                What the server tells its operator at the end, but for zeros
                %s
                Memory and threads
                %s%s
                Errors: of the class, who expected an effect %d times and each within %d s; in the server's log
                and its answers. %d times a connection was lost, and a request sent again by another one, as browsers do.
                %d times a page told a stranger at the class's own address that there is no room just now, and came by itself
                20 s later.
                %s
                %s
                """
                .formatted(
                        minutes, students, Runtime.getRuntime().availableProcessors(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS), minutes, Runtime.version(),
                        lesson.rounds(), lesson.questions(),
                        Phase.heading(), Phase.subheading(),
                        phases.stream().map(Phase::row).collect(Collectors.joining("\n")),
                        phases.stream()
                                .filter(phase -> !phase.got().lines().isEmpty())
                                .map(phase -> phase.name() + "\n" + phase.got().lines())
                                .collect(Collectors.joining()),
                        course.scenes, course.boards, course.contents, course.ownRuns, course.votes, course.contours,
                        course.joins,
                        figures.entrySet().stream()
                                .map(figure -> String.format(Locale.ROOT, "  %12.0f  %s%n", figure.getValue(), figure.getKey()))
                                .collect(Collectors.joining()),
                        memory.lines(), vitals.lines(),
                        course.errors.expected(), Incidents.BOUND_SECONDS, askedAgain, waited, course.errors.lines(),
                        verdict);
    }
}
