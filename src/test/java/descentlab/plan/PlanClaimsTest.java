package descentlab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.claims.Claims;
import descentlab.classroom.OwnQuestion;
import descentlab.classroom.Question;
import descentlab.experiment.SurfaceExperiment;
import descentlab.training.Descent;
import descentlab.training.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the ready plans tell a teacher in numbers is so, and they are plans that fit into a lesson. What takes long is marked as
 * {@code slow} in the claims and computed with {@code -DslowClaims=true} only; that the words are there is tested always.
 */
class PlanClaimsTest {

    private static final Path PLANS = Path.of("src/main/resources/plan");
    private static final Path THEIR_CLAIMS = Path.of("src/test/resources/claims/plan");

    /** What a claim is in that is in no step. */
    private static final String ABOUT = "about";

    private static final String SLOW = "slow ";

    private static final int LESSON = 45;

    private static final PlanComputations COMPUTATIONS = new PlanComputations();

    static Stream<String> plans() throws IOException {
        return names(PLANS, ".yaml").stream();
    }

    private static List<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .map(file -> file.replaceFirst("\\Q" + ending + "\\E$", ""))
                    .sorted()
                    .toList();
        }
    }

    private static Plan plan(String name) throws IOException {
        return PlanReader.read(Files.readString(PLANS.resolve(name + ".yaml")));
    }

    private static Claims claims(String name) throws IOException {
        return Claims.read(THEIR_CLAIMS.resolve(name + ".claims"));
    }

    /** The steps by their titles, and what the plan is about, as a step that says it. */
    private static Map<String, Step> texts(Plan plan) {
        Map<String, Step> texts = new LinkedHashMap<>();
        texts.put(ABOUT, new Step("", plan.about(), 0, new Act.Tell()));
        for (Step step : plan.steps()) {
            assertThat(texts.put(step.title(), step)).as("two steps called " + step.title()).isNull();
        }
        return texts;
    }

    private static String said(Step step) {
        String asked = step.act() instanceof Act.Ask(var with, OwnQuestion own, boolean peer) ? own.words() : "";
        return (step.title() + "\n" + step.note() + "\n" + asked).replaceAll("\\s+", " ");
    }

    @Test
    void everyPlanHasItsClaims() throws IOException {
        assertThat(names(THEIR_CLAIMS, ".claims")).isNotEmpty().isEqualTo(plans().toList());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void whatAPlanClaimsIsSo(String name) throws IOException {
        Map<String, Step> texts = texts(plan(name));
        Claims claims = claims(name);
        assertThat(texts.keySet()).containsAll(claims.texts());
        List<String> wrong = new ArrayList<>();
        texts.forEach((title, step) -> claims.in(title)
                .refuted(said(step), computation -> value(computation, step))
                .forEach(reason -> wrong.add(title + ": " + reason)));
        assertThat(wrong).isEmpty();
    }

    private static OptionalDouble value(String computation, Step step) {
        boolean slow = computation.startsWith(SLOW);
        return slow && !Boolean.getBoolean("slowClaims")
                ? OptionalDouble.empty()
                : OptionalDouble.of(COMPUTATIONS.of(slow ? computation.substring(SLOW.length()) : computation, step));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyNumberOfAPlanIsComputedOrGiven(String name) throws IOException {
        Claims claims = claims(name);
        List<String> unknown = new ArrayList<>();
        texts(plan(name)).forEach((title, step) -> claims.in(title)
                .uncovered(said(step))
                .forEach(words -> unknown.add(title + ": " + words)));
        assertThat(unknown).isEmpty();
    }

    /** What the class is told is what the note has told its teacher before. */
    @ParameterizedTest
    @MethodSource("plans")
    void theAnswerToEveryQuestionIsClaimed(String name) throws IOException {
        Claims claims = claims(name);
        assertThat(plan(name).steps())
                .filteredOn(step -> step.act() instanceof Act.Ask(var with, Question.OfRace question, boolean peer))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(claims.in(step.title()).computations())
                        .as(step.title())
                        .anyMatch(computation -> computation.split(" ")[0].equals("answer")));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aPlanIsTheSameOnceItIsWrittenAndReadAgain(String name) throws IOException {
        Plan plan = plan(name);
        assertThat(PlanReader.read(PlanWriter.write(plan))).isEqualTo(plan);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aPlanTakesOneLesson(String name) throws IOException {
        Plan plan = plan(name);
        assertThat(plan.minutes()).isBetween(LESSON - 2, LESSON);
        assertThat(plan.steps()).allSatisfy(step -> assertThat(step.minutes()).as(step.title()).isPositive());
    }

    /** Nobody in class is to lose by a hair, or by the step at which the race happens to end. */
    @ParameterizedTest
    @MethodSource("plans")
    void whoWinsIsClear(String name) throws IOException {
        for (Step step : plan(name).steps()) {
            if (step.act() instanceof Act.Ask ask && ask.question() instanceof Question.Winner) {
                SurfaceExperiment race = (SurfaceExperiment) ask.with().orElseThrow();
                List<Trace> traces = traces(withOneStepMore(race));
                List<Integer> order = order(traces, race.steps());
                assertThat(f(traces, order.get(0), race.steps()))
                        .as("the best of " + step.title())
                        .isLessThan(0.5 * f(traces, order.get(1), race.steps()));
                assertThat(order(traces, race.steps() - 1)).as(step.title()).isEqualTo(order);
                assertThat(order(traces, race.steps() + 1)).as(step.title()).isEqualTo(order);
            }
        }
    }

    private static SurfaceExperiment withOneStepMore(SurfaceExperiment race) {
        return new SurfaceExperiment(
                race.choice(), race.rotate(), race.start(), race.steps() + 1, race.noise(), race.seed(), race.runs());
    }

    private static List<Trace> traces(SurfaceExperiment race) {
        return race.runs().stream().map(run -> PlanComputations.descend(race, run).trace()).toList();
    }

    private static double f(List<Trace> traces, int series, int step) {
        Trace trace = traces.get(series);
        return step < trace.rows() ? trace.at(step, Descent.F) : Double.POSITIVE_INFINITY;
    }

    private static List<Integer> order(List<Trace> traces, int step) {
        return IntStream.range(0, traces.size())
                .boxed()
                .sorted(Comparator.comparingDouble(series -> f(traces, series, step)))
                .toList();
    }
}
