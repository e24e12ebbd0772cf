package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.objective.Point;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions of a teacher's own: as they are written, answered, and counted. */
class OwnQuestionTest {

    private static final SurfaceExperiment RACE = SurfaceExperiment.initial();
    private static final String PNG = "data:image/png;base64," + Base64.getEncoder().encodeToString(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10});

    private static OwnQuestion question(String... fields) {
        Map<String, String> all = new HashMap<>(Map.of("question", "What is $\\kappa$?"));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return OwnQuestionFields.read(all);
    }

    private static Vote vote(OwnQuestion question, String text) {
        return Vote.read(question, RACE, text);
    }

    private static boolean right(OwnQuestion question, String text) {
        return question.kind().truth().orElseThrow().right(vote(question, text));
    }

    private static final List<OwnQuestion> ALL = List.of(
            question("ask", "choice", "options", "4\n* 20\n**bold**"),
            question("ask", "choices", "options", "* a\nb\n* c"),
            question("ask", "choice", "options", "Yes\nNo"),
            question("ask", "number", "right", "0,25", "within", "5 %"),
            question("ask", "number", "right", "-1e-3", "within", "1e-4"),
            question("ask", "number"),
            question("ask", "spot", "right", "(0, 1)", "within", "0.5"),
            question("ask", "spot"),
            question("ask", "order", "lines", "a {after: none}\nb {after: none}\nc {after: 1, 2}\nd"),
            question("ask", "text", "right", "2/eta\n two over eta "),
            question("ask", "text"),
            question("ask", "words", "picture", PNG, "shows", "A bowl"));

    @Test
    void whatWasWrittenReadsBackAsTheSame() {
        for (OwnQuestion question : ALL) {
            assertThat(OwnQuestionFields.read(OwnQuestionFields.write(question))).isEqualTo(question);
            assertThat(Question.read(question.write())).isEqualTo(question);
        }
    }

    @Test
    void whatIsRightIsMarked() {
        AnswerKind.Choice choice = (AnswerKind.Choice) ALL.getFirst().kind();
        assertThat(choice.options()).containsExactly("4", "20", "**bold**");
        assertThat(choice.right()).containsExactly(1);
        assertThat(right(ALL.get(0), "1")).isTrue();
        assertThat(right(ALL.get(0), "0")).isFalse();
        assertThat(right(ALL.get(1), "2,0")).isTrue();
        assertThat(right(ALL.get(1), "0")).as("one is missing").isFalse();
        assertThat(right(ALL.get(1), "0,1,2")).as("one too many").isFalse();
        assertThat(ALL.get(2).isScored()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0.25, 5%, 0.2625, true", "0.25, 5%, 0.2626, false", "0.25, 5%, 0.2375, true", "0.2, 0.1, 0.3, true",
        "0.2, 0.1, 0.30001, false", "-4, 0.5, -4.5, true", "-4, 5%, -4.3, false", "3, '', 3, true", "3, '', 3.0000001, false"
    })
    void aNumberIsRightWithinWhatWasSaid(String right, String within, String answer, boolean isRight) {
        assertThat(right(question("ask", "number", "right", right, "within", within), answer)).isEqualTo(isRight);
    }

    @Test
    void aPlaceIsRightWithinItsDistance() {
        assertThat(right(ALL.get(6), "0.3, 1.4")).isTrue();
        assertThat(right(ALL.get(6), "0.36, 1.36")).isFalse();
    }

    @Test
    void everyOrderThatTheDependenciesAllowIsRight() {
        OwnQuestion order = ALL.get(8); // c rests on a and b, d on c
        assertThat(right(order, "0,1,2,3")).isTrue();
        assertThat(right(order, "1,0,2,3")).isTrue();
        assertThat(right(order, "0,2,1,3")).isFalse();
        assertThat(right(order, "0,1,3,2")).isFalse();
        OwnQuestion chain = question("ask", "order", "lines", "a\nb\nc\nd\ne");
        long allowed = IntStream.range(0, 500)
                .mapToObj(seed -> shuffled(5, seed))
                .filter(lines -> right(chain, lines) != lines.equals("0,1,2,3,4"))
                .count();
        assertThat(allowed).as("of a chain there is one order").isZero();
        List<Integer> offered = ((AnswerKind.Order) chain.kind()).offered();
        assertThat(offered).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(chain.kind().truth().orElseThrow().right(new Vote.Order(offered))).as("it is not given away").isFalse();
    }

    private static String shuffled(int count, int seed) {
        List<String> lines = new ArrayList<>(IntStream.range(0, count).mapToObj(String::valueOf).toList());
        Collections.shuffle(lines, new Random(seed));
        return String.join(",", lines);
    }

    @Test
    void answersThatAreTheSameAreOne() {
        OwnQuestion text = ALL.get(9);
        assertThat(List.of("2/eta", " 2 / Eta.", "\u201c2/ETA\u201d", "two over  eta!")).allMatch(answer -> right(text, answer));
        assertThat(right(text, "eta/2")).isFalse();
        OwnQuestion number = question("ask", "text", "right", "0.5");
        assertThat(List.of("0,5", "1/2", "½", "5e-1")).allMatch(answer -> right(number, answer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ask=choose                                | ask      | allowed: choice, choices, number",
        "ask=choice                                | options  | there are none; allowed: 2 to 8",
        "ask=choice;options=only                   | options  | there is only one; allowed: 2 to 8",
        "ask=choice;options=a/a                    | options  | the same",
        "ask=choice;options=* a/a                  | options  | the same",
        "ask=choice;options=*/b                    | options  | no words",
        "ask=choices;options=1/2/3/4/5/6/7/8/9     | options  | there are 9; allowed: 2 to 8",
        "ask=number;right=four                     | right    | was four",
        "ask=number;right=4;within=-1              | within   | was -1",
        "ask=number;right=4;within=much            | within   | was much",
        "ask=spot;right=1                          | right    | was 1",
        "ask=spot;right=1,2                        | within   | is missing",
        "ask=order;lines=a/b {after: 3}            | lines    | after 3",
        "ask=order;lines=a/b {after: 0}            | lines    | after 0",
        "ask=order;lines=a/b {after: none}         | lines    | every order would be right",
        "ask=words;picture=data:image/svg+xml;base64,AAAA | picture | PNG, JPEG or WebP",
        "ask=words;picture=https://example.org/a.png | picture | PNG, JPEG or WebP",
    })
    void whatCannotBeUnderstoodIsToldByItsField(String fields, String field, String why) {
        Map<String, String> all = new HashMap<>(Map.of("question", "?"));
        for (String pair : fields.strip().split(";(?=\\w+=)")) {
            String[] parts = pair.split("=", 2);
            all.put(parts[0], parts[0].equals("picture") ? parts[1] : parts[1].replace('/', '\n'));
        }
        assertThatThrownBy(() -> OwnQuestionFields.read(all))
                .isInstanceOfSatisfying(WrongField.class, wrong -> assertThat(wrong.field()).isEqualTo(field))
                .hasMessageContaining(why);
    }

    @Test
    void aPictureIsWhatItSaysAndIsDescribed() {
        assertThat(Picture.of(PNG).type()).isEqualTo("image/png");
        String lie = PNG.replace("image/png", "image/jpeg");
        assertThatThrownBy(() -> Picture.of(lie)).isInstanceOf(ClassroomException.class);
        assertThatThrownBy(() -> Picture.of("data:image/png;base64," + "iVBO".repeat(25_000))).hasMessageContaining("KB");
        assertThatThrownBy(() -> question("ask", "words", "picture", PNG)).hasMessageContaining("who cannot see it");
        assertThat(question("ask", "words", "shows", "nothing").shows()).isEmpty();
    }

    @Test
    void whatIsNoVoteIsRefused() {
        Map<OwnQuestion, List<String>> bad = Map.of(
                ALL.get(0), List.of("", "3", "-1", "0,1", "x"),
                ALL.get(1), List.of("", "3", "0,0", "0,,1", "0;1", "0,1,2,0"),
                ALL.get(3), List.of("", "NaN", "x"),
                ALL.get(6), List.of("", "1", "1,2,3"),
                ALL.get(8), List.of("", "0,1,2", "0,1,2,2", "0,1,2,3,3", "3,2,1,4"),
                ALL.get(9), List.of("", "  ", "\u202e\u0000", "x".repeat(201)),
                ALL.get(11), List.of("", ",,", "a,b,c,d", "x".repeat(31)));
        bad.forEach((question, votes) -> votes.forEach(text -> assertThatThrownBy(() -> vote(question, text))
                .as(question.kind() + " " + text)
                .isInstanceOf(ClassroomException.class)));
        assertThatThrownBy(() -> vote(ALL.get(9), "x".repeat(1_000_000))).isInstanceOf(ClassroomException.class);
    }

    @Test
    void whatIsWrittenHoldsNothingUnseen() {
        assertThat(vote(ALL.get(10), "a\u202eb\u0007\n c")).isEqualTo(new Vote.Text("a b c"));
        assertThat(vote(ALL.get(11), "slow,  Steep ; slow")).isEqualTo(new Vote.Words(List.of("slow", "Steep", "slow")));
    }

    private static Poll poll(OwnQuestion question, String... votes) {
        Map<ParticipantId, Vote> round = new HashMap<>();
        for (String vote : votes) {
            round.put(ParticipantId.random(), vote(question, vote));
        }
        return SomePolls.of(1, question, RACE, Poll.Stage.REVEALED, List.of(round), Optional.empty());
    }

    @Test
    void writtenAnswersAreCountedByTheWayMostWroteThem() {
        Poll poll = poll(ALL.get(9), "2/eta", "2 / eta", "2/eta", "eta", "rude");
        assertThat(poll.tally().rounds().getFirst().bars())
                .extracting(Tally.Bar::label, Tally.Bar::votes, Tally.Bar::right)
                .containsExactly(
                        tuple("2/eta", 3, true),
                        tuple("eta", 1, false),
                        tuple("rude", 1, false));
        assertThat(poll.striking("RUDE!", true).tally().rounds().getFirst().bars()).extracting(Tally.Bar::label).containsExactly("2/eta", "eta");
        assertThat(poll.striking("RUDE!", true).striking("rude", false)).isEqualTo(poll);
        assertThat(poll.tally().rounds().getFirst().right()).contains(3);
    }

    @Test
    void manyWrittenAnswersLeaveABarOfOthers() {
        String[] answers = IntStream.range(0, 20).mapToObj(i -> "answer " + (char) ('a' + i)).toArray(String[]::new);
        List<Tally.Bar> bars = poll(ALL.get(10), answers).tally().rounds().getFirst().bars();
        assertThat(bars).hasSize(13);
        assertThat(bars.getLast()).extracting(Tally.Bar::label, Tally.Bar::votes).containsExactly("others", 8);
    }

    @Test
    void aWordOfACloudCountsOnceForEachWhoWroteIt() {
        Poll poll = poll(ALL.get(11), "slow, Slow, steep", "slow", "flat");
        assertThat(poll.tally().rounds().getFirst().bars())
                .extracting(Tally.Bar::label, Tally.Bar::votes)
                .contains(tuple("slow", 2), tuple("flat", 1));
        assertThat(poll.isSettled()).as("nothing is right").isFalse();
    }

    @Test
    void whatWasChosenTogetherIsCountedByItself() {
        Poll poll = poll(ALL.get(1), "0,2", "0,1", "2");
        Tally.Count count = poll.tally().rounds().getFirst();
        assertThat(count.bars()).extracting(Tally.Bar::votes).containsExactly(2, 1, 2);
        assertThat(count.bars()).extracting(Tally.Bar::right).containsExactly(true, false, true);
        assertThat(count.right()).contains(1);
    }

    @Test
    void howSureAClassIsIsCountedWithWhoWasRight() {
        OwnQuestion question = ALL.get(0);
        Map<ParticipantId, Ballot> round = Map.of(
                ParticipantId.random(), new Ballot(new Vote.Choice(1), Optional.of(Sureness.SURE)),
                ParticipantId.random(), new Ballot(new Vote.Choice(0), Optional.of(Sureness.SURE)),
                ParticipantId.random(), new Ballot(new Vote.Choice(1), Optional.of(Sureness.GUESSING)),
                ParticipantId.random(), Ballot.of(new Vote.Choice(1)));
        Poll poll = new Poll(1, question, RACE, true, Poll.Stage.REVEALED, List.of(round), Set.of(), Optional.empty());
        assertThat(poll.tally().rounds().getFirst().sure())
                .containsExactly(
                        new Tally.Sure(Sureness.GUESSING, 1, Optional.of(1)), new Tally.Sure(Sureness.SURE, 2, Optional.of(1)));
        assertThat(poll.at(Poll.Stage.SHOWN).tally().rounds().getFirst().sure())
                .extracting(Tally.Sure::right)
                .as("before it is told what is right")
                .containsOnly(Optional.empty());
    }

    @Test
    void whereAToleranceSaysWhatIsRightNoBarDoes() {
        Poll poll = poll(ALL.get(3), "0.25", "0.26", "4");
        assertThat(poll.tally().rounds().getFirst().bars()).extracting(Tally.Bar::right).containsOnly(false);
        assertThat(poll.tally().rounds().getFirst().right()).contains(2);
    }

    @Test
    void aPlaceOnAPictureNeedsNoSurface() {
        OwnQuestion question = question("ask", "spot", "right", "0.3, 0.2", "within", "0.1", "picture", PNG, "shows", "A bowl");
        assertThat(question.isOnPicture()).isTrue();
        assertThat(question.asksForPlace()).as("on the surface").isFalse();
        question.check(TrainingExperiment.initial());
        assertThat(right(question, "0.36, 0.28")).isTrue();
        assertThat(right(question, "0.36, 0.281")).isFalse();
    }

    @Test
    void aPlaceNeedsASurface() {
        assertThatThrownBy(() -> ALL.get(6).check(TrainingExperiment.initial()))
                .hasMessageContaining("needs a race on a surface");
        ALL.get(6).check(RACE);
        ALL.get(0).check(TrainingExperiment.initial());
        assertThat(new Point(0, 1)).isEqualTo(((AnswerKind.Spot) ALL.get(6).kind()).right().orElseThrow());
    }
}
