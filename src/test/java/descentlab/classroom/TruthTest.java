package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.experiment.SurfaceExperiment;
import descentlab.objective.Point;
import descentlab.run.RunService.Way;
import descentlab.training.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is right, and how votes are counted. */
class TruthTest {

    private static final SurfaceExperiment RACE = SurfaceExperiment.initial();
    private static final Point START = new Point(-5, -2);

    private static Way way(int series, double f, boolean diverged) {
        return new Way(
                RACE.runs().get(series),
                diverged ? new Outcome.Diverged(3, "it crossed a bound", OptionalDouble.empty()) : new Outcome.Finished(),
                new double[] {-5, -2, 0.5, -0.25},
                new Point(0.5, -0.25),
                f);
    }

    @Test
    void theLowestWinsAndWhatDivergesDoesNot() {
        Truth truth = Truth.of(
                new Question.Winner(), START, List.of(way(0, 1e-300, true), way(1, 0.5, false), way(2, 0.1, false)));
        assertThat(truth).isEqualTo(new Truth.Options(Set.of(2)));
    }

    @Test
    void equalEndsAllWinAndWhereAllDivergeNobodyDoes() {
        assertThat(Truth.of(new Question.Winner(), START, List.of(way(0, 0, false), way(1, 0, false), way(2, 1, false))))
                .isEqualTo(new Truth.Options(Set.of(0, 1)));
        assertThat(Truth.of(new Question.Winner(), START, List.of(way(0, 1, true), way(1, Double.NaN, false))))
                .isEqualTo(new Truth.Options(Set.of()));
    }

    @Test
    void aPlaceIsRightWithinATenthOfTheWay() {
        Truth truth = Truth.of(new Question.Place(1), START, List.of(way(0, 1, false), way(1, 1, false)));
        double reach = 0.1 * Math.hypot(5.5, 1.75);
        assertThat(truth.right(new Vote.Place(new Point(0.5 + 0.999 * reach, -0.25)))).isTrue();
        assertThat(truth.right(new Vote.Place(new Point(0.5 + 1.001 * reach, -0.25)))).isFalse();
        assertThat(truth.right(new Vote.Number(0.5))).isFalse();
        assertThat(Truth.of(new Question.Place(0), START, List.of(way(0, 1, true)))
                        .right(new Vote.Place(new Point(0.5, -0.25))))
                .isFalse();
    }

    @Test
    void aNumberIsRightWithinAFactorOfTwoOrATenth() {
        Truth positive = new Truth.Number(Optional.of(0.01));
        assertThat(positive.right(new Vote.Number(0.02))).isTrue();
        assertThat(positive.right(new Vote.Number(0.005))).isTrue();
        assertThat(positive.right(new Vote.Number(0.0201))).isFalse();
        assertThat(positive.right(new Vote.Number(-0.01))).isFalse();
        Truth negative = new Truth.Number(Optional.of(-10.0));
        assertThat(negative.right(new Vote.Number(-9.01))).isTrue();
        assertThat(negative.right(new Vote.Number(-8.9))).isFalse();
        assertThat(new Truth.Number(Optional.of(0.0)).right(new Vote.Number(0))).isTrue();
        assertThat(new Truth.Number(Optional.empty()).right(new Vote.Number(0))).isFalse();
    }

    @Test
    void questionsAndVotesReadBackAsTheyWereWritten() {
        for (Question question : List.of(
                new Question.Winner(), new Question.Place(2), new Question.Diverges(0), new Question.FinalValue(1))) {
            assertThat(Question.read(question.write())).isEqualTo(question);
        }
        Vote place = new Vote.Place(new Point(-0.1234567890123, 1e-9));
        assertThat(Vote.read(new Question.Place(0), RACE, place.write())).isEqualTo(place);
        assertThat(Vote.read(new Question.FinalValue(0), RACE, "3,5e-4")).isEqualTo(new Vote.Number(3.5e-4));
        assertThat(Vote.read(new Question.Winner(), RACE, "2")).isEqualTo(new Vote.Choice(2));
    }

    @Test
    void whatIsNoVoteIsRefused() {
        for (String bad : List.of("", "3", "-1", "NaN", "1e999", "<script>", "0;1", "99999999999999999999")) {
            assertThatThrownBy(() -> Vote.read(new Question.Winner(), RACE, bad)).isInstanceOf(ClassroomException.class);
        }
        for (String bad : List.of("", "1", "1,2,3", "NaN,1", "1e7,0", "a,b", "Infinity,0")) {
            assertThatThrownBy(() -> Vote.read(new Question.Place(0), RACE, bad)).isInstanceOf(ClassroomException.class);
        }
        for (String bad : List.of("", "NaN", "Infinity", "0x10", "1 2", "x".repeat(1_000_000))) {
            assertThatThrownBy(() -> Vote.read(new Question.FinalValue(0), RACE, bad))
                    .isInstanceOf(ClassroomException.class);
        }
        assertThatThrownBy(() -> new Question.Place(7).check(RACE)).isInstanceOf(ClassroomException.class);
        assertThatThrownBy(() -> new Question.Winner().check(RACE.withRuns(RACE.runs().subList(0, 1))))
                .hasMessageContaining("two optimizers or more");
    }

    @Test
    void changesOfMindAreCounted() {
        ParticipantId ann = ParticipantId.random();
        ParticipantId ben = ParticipantId.random();
        ParticipantId cat = ParticipantId.random();
        Map<ParticipantId, Vote> first = Map.of(ann, new Vote.Choice(0), ben, new Vote.Choice(0));
        Map<ParticipantId, Vote> second =
                new HashMap<>(Map.of(ann, new Vote.Choice(2), ben, new Vote.Choice(0), cat, new Vote.Choice(2)));
        Poll poll = SomePolls.of(
                1,
                new Question.Winner(),
                RACE,
                Poll.Stage.SHOWN,
                List.of(first, second),
                Optional.of(new Truth.Options(Set.of(2))));
        assertThat(poll.tally().shift()).contains(new Tally.Shift(2, 1, Optional.empty(), Optional.empty()));
        assertThat(poll.tally().rounds().getLast().right()).isEmpty();
        Tally revealed = poll.at(Poll.Stage.REVEALED).tally();
        assertThat(revealed.shift()).contains(new Tally.Shift(2, 1, Optional.of(0), Optional.of(1)));
        assertThat(revealed.rounds().getLast().right()).contains(2);
        assertThat(revealed.rounds().getLast().bars()).extracting(Tally.Bar::votes).containsExactly(1, 0, 2);
        assertThat(revealed.rounds().getLast().bars()).extracting(Tally.Bar::right).containsExactly(false, false, true);
    }

    @Test
    void numbersFallIntoBarsThatHoldThemAll() {
        Map<ParticipantId, Vote> votes = new HashMap<>();
        double[] numbers = {1e-6, 3e-4, 0.02, 0.5, 7, 7};
        for (double number : numbers) {
            votes.put(ParticipantId.random(), new Vote.Number(number));
        }
        Poll poll = SomePolls.of(
                1,
                new Question.FinalValue(0),
                RACE,
                Poll.Stage.REVEALED,
                List.of(votes),
                Optional.of(new Truth.Number(Optional.of(0.03))));
        Tally.Count count = poll.tally().rounds().getFirst();
        assertThat(count.bars().stream().mapToInt(Tally.Bar::votes).sum()).isEqualTo(6);
        assertThat(count.bars()).hasSizeLessThanOrEqualTo(8).filteredOn(Tally.Bar::right).singleElement().satisfies(
                bar -> assertThat(0.03).isBetween(bar.least(), bar.most()));
        assertThat(count.median()).hasValueSatisfying(median -> assertThat(median).isEqualTo((0.02 + 0.5) / 2));
        assertThat(count.right()).contains(1);
    }

    @Test
    void oneAbsurdNumberSqueezesNoOthersTogether() {
        Map<ParticipantId, Vote> votes = new HashMap<>();
        for (double number : new double[] {-3, 5e-7, 4e-4, 0.02, 1}) {
            votes.put(ParticipantId.random(), new Vote.Number(number));
        }
        Poll poll = SomePolls.of(
                1,
                new Question.FinalValue(0),
                RACE,
                Poll.Stage.REVEALED,
                List.of(votes),
                Optional.of(new Truth.Number(Optional.of(5.27e-7))));
        List<Tally.Bar> bars = poll.tally().rounds().getFirst().bars();
        assertThat(bars.getFirst().least()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(bars.getFirst().votes()).isEqualTo(1);
        assertThat(bars.stream().filter(Tally.Bar::right)).singleElement().satisfies(bar -> {
            assertThat(bar.least()).isPositive();
            assertThat(bar.votes()).isEqualTo(1);
        });
        assertThat(bars.stream().filter(bar -> bar.votes() > 0)).hasSize(5);
    }

    @Test
    void questionsAreWrittenAsLinesOfTheirAnswers() {
        Map<ParticipantId, Vote> first = Map.of(ParticipantId.random(), new Vote.Choice(0));
        Map<ParticipantId, Vote> second = Map.of(ParticipantId.random(), new Vote.Choice(2));
        Poll winner = SomePolls.of(
                1, new Question.Winner(), RACE, Poll.Stage.OVER, List.of(first, second), Optional.of(new Truth.Options(Set.of(2))));
        Poll value = SomePolls.of(
                2,
                new Question.FinalValue(0),
                RACE,
                Poll.Stage.OPEN,
                List.of(Map.of(ParticipantId.random(), new Vote.Number(-0.5))),
                Optional.empty());
        String[] lines = RoomApi.questions(List.of(winner, value)).split("\n");
        assertThat(lines).hasSize(1 + 2 * RACE.runs().size() + 1);
        assertThat(lines[0]).isEqualTo("number,question,experiment,round,answer,votes,right");
        assertThat(lines[1])
                .startsWith("1,\"Which one ends at the lowest f, after " + RACE.steps() + " steps?\",\"lab/surface?")
                .endsWith(",1,\"" + Question.name(RACE, 0) + "\",1,false");
        assertThat(lines[lines.length - 2]).contains(",2,\"" + Question.name(RACE, RACE.runs().size() - 1) + "\",");
        assertThat(lines[lines.length - 1]).as("not over: what is right is not told").endsWith(",1,\"-0.5\",1,");
    }

    @Test
    void oneNumberManyTimesIsOneBar() {
        Map<ParticipantId, Vote> votes = Map.of(
                ParticipantId.random(), new Vote.Number(2), ParticipantId.random(), new Vote.Number(2));
        Poll poll = SomePolls.of(
                1, new Question.FinalValue(0), RACE, Poll.Stage.SHOWN, List.of(votes), Optional.empty());
        assertThat(poll.tally().rounds().getFirst().bars()).extracting(Tally.Bar::votes).containsExactly(2);
    }
}
