package descentlab.classroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.account.TeacherId;
import descentlab.classroom.Attendance;
import descentlab.classroom.Lectern;
import descentlab.classroom.Nickname;
import descentlab.classroom.Rooms;
import descentlab.client.Client;
import descentlab.dataset.Silhouettes;
import descentlab.exercise.Answer;
import descentlab.exercise.CheckedPart;
import descentlab.exercise.Exercise;
import descentlab.exercise.Exercises;
import descentlab.exercise.NumberPart;
import descentlab.exercise.Verdict;
import descentlab.progress.LearnerToken;
import descentlab.progress.PartProgress;
import descentlab.progress.Progress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Why a class's wrong answers are wrong. */
@SpringBootTest
class PartReasonsTest {

    private static final Exercise EXERCISE = Exercises.on(Silhouettes.NAME).named("distances").orElseThrow();
    private static final int INDEX = IntStream.range(0, EXERCISE.count())
            .filter(index -> EXERCISE.part(0, index) instanceof NumberPart)
            .findFirst()
            .orElseThrow();
    private static final String PART = EXERCISE.part(0, INDEX).task().id();

    @Autowired
    private Rooms rooms;

    @Autowired
    private Progress progress;

    @Autowired
    private Attendance attendance;

    private Lectern lectern;
    private PartReasons reasons;

    @BeforeEach
    void openRoom() {
        lectern = rooms.open(new TeacherId(UUID.randomUUID()));
        reasons = new PartReasons(attendance);
    }

    private LearnerToken join(String name) {
        LearnerToken learner = LearnerToken.random();
        rooms.join(lectern.room().code(), learner.learner(), Nickname.typed(name), Client.of("10.0.0.1"));
        return learner;
    }

    private static NumberPart part(LearnerToken learner) {
        return (NumberPart) EXERCISE.part(learner.seed(EXERCISE.id()), INDEX);
    }

    /** What is told of it then. */
    private String answer(LearnerToken learner, String answer) {
        var verdict = ((CheckedPart) part(learner)).check(Answer.of(answer));
        progress.attempt(
                learner, EXERCISE.id(), PART, UUID.randomUUID(), answer, PartProgress.Status.after(verdict.isRight()));
        return verdict.message();
    }

    private Optional<PartPicture> picture() {
        return reasons.of(lectern.room(), attendance.of(lectern.room()));
    }

    @Test
    void wrongAnswersAreCountedByWhatWasToldOfThem() {
        LearnerToken ann = join("Ann");
        LearnerToken ben = join("Ben");
        LearnerToken cat = join("Cat");
        assertThat(picture()).as("nobody has begun").isEmpty();
        assertThat(answer(ann, "-1234567")).as("nobody knows why").isEqualTo(Verdict.UNEXPLAINED);
        answer(ben, "-1234567");
        answer(ben, "-7654321");
        answer(ann, Double.toString(part(ann).value()));
        answer(cat, Double.toString(part(cat).value()));
        PartPicture seen = picture().orElseThrow();
        assertThat(seen.title()).isEqualTo("“" + EXERCISE.title() + "”, part " + (INDEX + 1));
        assertThat(seen.tried()).isEqualTo(3);
        assertThat(seen.solved()).isEqualTo(2);
        assertThat(seen.reasons()).as("each learner once").containsExactly(new PartPicture.Reason(PartReasons.OTHER, 2));
        assertThat(seen.values())
                .as("by value, the commonest first")
                .containsExactly(new PartPicture.Value("-1234567", false, 2), new PartPicture.Value("-7654321", false, 1));
    }

    @Test
    void eachIsJudgedByTheNumbersOfTheirOwn() {
        LearnerToken ann = join("Ann");
        double value = part(ann).value();
        String told = answer(ann, Double.toString(-value));
        assertThat(told).isNotEqualTo(part(ann).check(Answer.of("-1234567")).message());
        assertThat(picture().orElseThrow().reasons()).containsExactly(new PartPicture.Reason(told, 1));
    }

    @Test
    void theSameValuesAreOneHoweverTheyAreTypedAndOnlySomeAreShown() {
        answer(join("Ben"), "-1234567");
        answer(join("Cat"), " -1234567.0");
        answer(join("Dan"), "-1,234567e6");
        LearnerToken ann = join("Ann");
        IntStream.range(1000, 1020).forEach(number -> answer(ann, "-" + number));
        List<PartPicture.Value> values = picture().orElseThrow().values();
        assertThat(values).hasSize(PartValues.MOST);
        assertThat(values.getFirst().learners()).isEqualTo(3);
        assertThat(PartValues.of(EXERCISE, INDEX, List.of())).isEmpty();
    }

    @Test
    void writtenRulesAreCountedByTheirMistakesInWhateverWords() {
        attempt(join("Ann"), "from-scratch", "adagrad", "s=s+g^2;x=x-lr*g/(s+1e-6)");
        attempt(join("Ben"), "from-scratch", "adagrad", "q=q+g*g;d=q+1e-6;x=x-lr/d*g");
        attempt(join("Cat"), "from-scratch", "adagrad", "x=x-lr*g");
        attempt(join("Dan"), "from-scratch", "adagrad", "x=x-lr*(");
        assertThat(picture().orElseThrow().reasons())
                .containsExactlyInAnyOrder(
                        new PartPicture.Reason("The root is forgotten: it divides by `s` itself.", 2),
                        new PartPicture.Reason(PartReasons.OTHER, 2));
    }

    private void attempt(LearnerToken learner, String exercise, String part, String answer) {
        progress.attempt(learner, exercise, part, UUID.randomUUID(), answer, PartProgress.Status.OPEN);
    }

    @Test
    void onlyWhoHasASeatIsCounted() {
        LearnerToken ann = join("Ann");
        answer(ann, "-1234567");
        LearnerToken stranger = LearnerToken.random();
        answer(stranger, "-1234567");
        assertThat(picture().orElseThrow().tried()).isEqualTo(1);
        rooms.seat(lectern.room().code(), ann.learner()).orElseThrow();
        lectern.sendOut(lectern.room().board().participants().getFirst().id());
        assertThat(picture()).isEmpty();
    }

    @Test
    void whereTheClassWasBroughtComesBeforeWhatItDidLast() {
        answer(join("Ann"), "-1234567");
        String there = "exercises/gerschgorin?part=2";
        lectern.visit(there);
        PartPicture seen = picture().orElseThrow();
        assertThat(seen.title()).endsWith("part 2").contains("Where eigenvalues can be");
        assertThat(seen.tried()).isZero();
        assertThat(seen.reasons()).isEmpty();
        for (String none : List.of("exercises/gerschgorin?part=99", "exercises/nothing?part=1", "exercises", "lesson/adagrad")) {
            lectern.visit(none);
            assertThat(picture().orElseThrow().tried()).as(none).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatCannotBeReadAnyMoreIsAnotherAnswer() {
        LearnerToken ann = join("Ann");
        progress.attempt(ann, EXERCISE.id(), PART, UUID.randomUUID(), "1\n2\n3", PartProgress.Status.OPEN);
        progress.attempt(ann, EXERCISE.id(), PART, UUID.randomUUID(), "x".repeat(4000), PartProgress.Status.OPEN);
        assertThat(picture().orElseThrow().reasons()).containsExactly(new PartPicture.Reason(PartReasons.OTHER, 1));
        assertThat(picture().orElseThrow().values()).allMatch(value -> value.text().length() <= 80);
    }
}
