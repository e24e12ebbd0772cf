package descentlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.pressed.Press;
import descentlab.pressed.PressedPlan;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Which presses lead through a plan, and by what it is known that a student has seen what each does. */
class PressedPlanTest {

    private static final PressedPlan PLAN = PressedPlan.read("""
            title: All there is
            steps:
            - title: Hello
            - show: lab/surface?objective=ellipse&rotate=45&start=-5,-2&steps=20&run=adagrad(lr=0.4)
            - show: lab/training?data=airfoil&model=linear&run=adagrad(lr=0.1)
            - ask: place
              of: lab/surface?objective=ellipse&rotate=0&start=-5,-2&steps=1&run=adagrad(lr=2)
            - title: Talk
            - ask: text
              question: What of $\\eta$ falls, and *how* fast?
            - ask: choice
              question: Which?
              options: |
                * This one
                That one
              peer: yes
            - try: rate
              of: lab/surface?objective=ellipse&steps=20&run=adagrad(lr=0.4)
            - timer: 2
            - visit: exercises/gerschgorin?part=2
            - note: All are back.
            """);

    private static Press only(Press.Kind kind) {
        List<Press> found = PLAN.presses().stream().filter(press -> press.kind() == kind).toList();
        assertThat(found).as(kind.words()).hasSize(1);
        return found.getFirst();
    }

    private static Press first(Press.Kind kind) {
        return PLAN.presses().stream().filter(press -> press.kind() == kind).findFirst().orElseThrow();
    }

    private static boolean sees(Press press, String message) {
        return press.sight().message().orElseThrow().test(message);
    }

    private static boolean seesScene(Press press, String kind, String field, boolean playing) {
        return seesScene(press, kind, field, playing, "stream/runs/other");
    }

    private static boolean seesScene(Press press, String kind, String field, boolean playing, String run) {
        return press.sight().scene("stream/runs/before").orElseThrow().test(JsonMapper.shared().createObjectNode()
                .put("kind", kind).put("field", field).put("playing", playing).put("run", run));
    }

    @Test
    void eachStepIsThePressesThatLeadThroughIt() {
        assertThat(PLAN.title()).isEqualTo("All there is");
        assertThat(PLAN.presses()).extracting(press -> press.step() + " " + press.button() + ": " + press.kind()).containsExactly(
                "1 Begin: NOTE",
                "2 Next: EXPERIMENT", "2 Play it: PLAY",
                "3 Next: EXPERIMENT",
                "4 Next: QUESTION", "4 Show the votes: VOTES", "4 Show what happens: HAPPENS", "4 Show who was right: TRUTH",
                "5 Next: BACK",
                "6 Next: OWN_QUESTION", "6 Show the votes: VOTES",
                "7 Next: OWN_QUESTION", "7 End voting: they talk: DISCUSSION", "7 Vote again: VOTE_AGAIN", "7 Show the votes: VOTES",
                "7 Show who was right: TRUTH",
                "8 Next: TRY", "8 End trying: TRY_ENDED",
                "9 Next: TIMER",
                "10 Next: VISIT",
                "11 Next: BACK");
        assertThat(only(Press.Kind.NOTE).sight().isNothing()).isTrue();
        assertThat(PLAN.presses()).filteredOn(press -> press.sight().isNothing()).hasSize(1);
    }

    @Test
    void anExperimentIsSeenByItsSceneAndWhereThePageChangesByItsMessageToo() {
        Press race = first(Press.Kind.EXPERIMENT);
        assertThat(seesScene(race, "race", "objective=ellipse&rotate=45", false)).isTrue();
        assertThat(seesScene(race, "race", "objective=ellipse&rotate=30", false)).isFalse();
        assertThat(seesScene(race, "race", "objective=rotated&rotate=45", false)).isFalse();
        assertThat(seesScene(race, "training", "", false)).isFalse();
        assertThat(seesScene(race, "race", "objective=ellipse&rotate=45", false, "stream/runs/before")).as("what was seen before").isFalse();
        assertThat(race.sight().message()).as("the race is where it was").isEmpty();
        Press training = PLAN.presses().get(3);
        assertThat(seesScene(training, "training", "", false)).isTrue();
        assertThat(seesScene(training, "race", "objective=ellipse&rotate=45", false)).isFalse();
        assertThat(sees(training, "{\"key\":\"hidden\"}")).isTrue();
        assertThat(sees(training, "{\"key\":\"label\"}")).isFalse();
    }

    @Test
    void aRaceIsPlayedWhenItsSceneSaysSo() {
        for (Press press : List.of(only(Press.Kind.PLAY), only(Press.Kind.HAPPENS))) {
            assertThat(seesScene(press, "race", "objective=ellipse", true)).isTrue();
            assertThat(seesScene(press, "race", "objective=ellipse", false)).isFalse();
            assertThat(seesScene(press, "training", "", true)).isFalse();
        }
    }

    @Test
    void aQuestionIsSeenByItsWords() {
        Press place = only(Press.Kind.QUESTION);
        assertThat(sees(place, "\"Where is Adagrad (rate 2) after 1 step?\"")).isTrue();
        assertThat(sees(place, "\"Where is Adagrad (rate 2) after 20 steps?\"")).isFalse();
        assertThat(sees(place, "\"A question\"")).as("that there is one is not enough").isFalse();
        Press own = first(Press.Kind.OWN_QUESTION);
        assertThat(sees(own, "<p>What of <descent-formula></descent-formula> falls, and <em>how</em> fast?</p>")).isTrue();
        assertThat(sees(own, "<p>What of something else?</p>")).isFalse();
    }

    @Test
    void whatFollowsAQuestionIsSeenByWhatOnlyThatShows() {
        Press votes = first(Press.Kind.VOTES);
        assertThat(sees(votes, "\"12 votes.\"")).isTrue();
        assertThat(sees(votes, "\"1 vote. The median is 3.\"")).isTrue();
        assertThat(sees(votes, "</ul><p>12 votes.</p>")).isTrue();
        assertThat(sees(votes, "\"Votes are shown without names.\"")).isFalse();
        assertThat(sees(first(Press.Kind.TRUTH), "<p class=\\\"truth\\\">It is Adagrad.</p>")).isTrue();
        assertThat(sees(first(Press.Kind.TRUTH), "<div class=\\\"prose truth\\\"><p>Right: 4.</p></div>")).isTrue();
        assertThat(sees(first(Press.Kind.TRUTH), "\"value\":\"What of the truth\"")).isFalse();
        assertThat(sees(first(Press.Kind.TRUTH), "\"12 votes.\"")).isFalse();
        assertThat(sees(only(Press.Kind.TIMER), "\"value\":\"count-down\"},{\"key\":\"seconds\"}")).isTrue();
    }

    @Test
    void aPageIsSeenByItsWordsAndThereByItsAddress() {
        Press visit = only(Press.Kind.VISIT);
        assertThat(sees(visit, "[\"exercises/gerschgorin?part=2\",\"<h1>Circles</h1>\",\"new CustomEvent('first-words', {})\"]")).isTrue();
        assertThat(sees(visit, "[\"exercises/rescaled\",\"<h1>Circles</h1>\",\"new CustomEvent('first-words', {})\"]")).isFalse();
        assertThat(sees(visit, "[\"exercises/gerschgorin?part=2\",\"\",\"new CustomEvent('first-words', {})\"]")).isFalse();
        assertThat(sees(visit, "window.history.pushState exercises/gerschgorin?part=2")).isFalse();
        Predicate<String> asked = visit.own().message().orElseThrow();
        assertThat(asked.test("[\"exercises/gerschgorin?part=2\",\"<h1>Circles</h1>\",\"new CustomEvent('first-words', {})\"]")).isFalse();
        assertThat(asked.test("[\"exercises/gerschgorin?part=2\",\"<h1>Circles</h1><div class=\\\"prompt\\\">\",\"new CustomEvent('first-words', {})\"]")).isTrue();
        Predicate<String> there = visit.live().message().orElseThrow();
        assertThat(there.test("window.history.pushState exercises/gerschgorin?part=2")).isTrue();
        assertThat(there.test("window.history.pushState exercises/rescaled")).isFalse();
    }

    @Test
    void thePressAfterAVisitBringsTheClassBack() {
        assertThat(PLAN.presses()).filteredOn(Press::fromPage).singleElement().satisfies(press -> {
            assertThat(press.step()).isEqualTo(11);
            assertThat(sees(press, "\"value\":\"room-link\"")).isTrue();
            assertThat(sees(press, "\"Following\"")).isFalse();
        });
    }

    @Test
    void aQuestionIsSeenByItsWordsAndThenByWhatItIsAnsweredWith() {
        List<Press> asked = PLAN.presses().stream().filter(press -> press.kind() == Press.Kind.OWN_QUESTION).toList();
        assertThat(sees(asked.getLast(), "[\"<p>Which?</p>\"]")).isTrue();
        assertThat(asked).allSatisfy(one -> {
            assertThat(one.live().message().orElseThrow().test("[\"vaadin-radio-button\"]")).isTrue();
            assertThat(one.live().message().orElseThrow().test("[\"<p>Which?</p>\"]")).isFalse();
        });
        assertThat(only(Press.Kind.QUESTION).live().isNothing()).as("a place is clicked on what is there").isTrue();
    }

    @Test
    void aQuestionByWhichTheClassComesBackIsSeenBeforeItsPage() {
        Press back = PressedPlan.read("""
                title: Back
                steps:
                - visit: data/airfoil
                - ask: choice
                  question: Which one is it?
                  options: |
                    This one
                    That one
                """).presses().get(1);
        assertThat(back.fromPage()).isTrue();
        assertThat(sees(back, "[\"<p>Which one is it?</p>\",\"new CustomEvent('first-words', {})\"]")).isTrue();
        assertThat(sees(back, "[\"<p>Which one is it?</p>\",\"room-link\"]")).isFalse();
        assertThat(back.live().message().orElseThrow().test("[\"<p>Which one is it?</p>\",\"room-link\"]")).isTrue();
    }

    @Test
    void onlyAQuestionWithATruthIsSettled() {
        assertThat(PLAN.presses()).filteredOn(press -> press.kind().isQuestion()).extracting(PLAN::isSettled).containsExactly(true, false, true);
        assertThat(PLAN.presses()).filteredOn(press -> press.kind().isVote()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just words", "title: x", "title: x\nsteps: none"})
    void whatHasNoStepsIsNoPlan(String file) {
        assertThatThrownBy(() -> PressedPlan.read(file)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no steps");
    }

    @Test
    void aStepThatNoPressIsKnownForIsRefused() {
        assertThatThrownBy(() -> PressedPlan.read("title: x\nsteps:\n- show: lab/kitchen?a=b"))
                .hasMessageContaining("no link of a lab that can be led: lab/kitchen?a=b");
        assertThatThrownBy(() -> PressedPlan.read("title: x\nsteps:\n- ask: text\n  question: $x$"))
                .hasMessageContaining("a question without words");
    }
}
