package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import descentlab.account.TeacherId;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Questions of a teacher's own and what the class says, in a room and after a restart: part of {@link RoomsContract}. */
interface OwnQuestionsInRooms {

    OwnQuestion CHOICE = new OwnQuestion(
            "What is $\\kappa$ here?", new AnswerKind.Choice(List.of("4", "$20$", "16"), Set.of(1), false), "", "");

    Rooms rooms();

    /** As if the server had been killed and started again. */
    void restart();

    Seat join(RoomCode code, String name);

    private static void get(Future<?> future) throws Exception {
        future.get(20, TimeUnit.SECONDS);
    }

    private static Poll poll(Lectern lectern) {
        return lectern.room().board().poll().orElseThrow();
    }

    private static List<Integer> votes(Lectern lectern) {
        return poll(lectern).tally().rounds().getLast().bars().stream().map(Tally.Bar::votes).toList();
    }

    @Test
    default void aQuestionOfOnesOwnIsAskedBesideWhateverIsShown() throws Exception {
        TeacherId teacher = new TeacherId(UUID.randomUUID());
        Lectern lectern = rooms().open(teacher);
        RoomCode code = lectern.room().code();
        Seat ann = join(code, "Ann");
        TrainingExperiment training = TrainingExperiment.initial();
        lectern.lead(training);
        String run = lectern.room().scene().run();
        get(lectern.askFairly(CHOICE, training, false));
        assertThat(lectern.room().scene().led()).isEqualTo(training);
        assertThat(lectern.room().scene().run()).as("it goes on").isEqualTo(run);
        get(ann.vote(1, 1, "1"));
        assertThat(poll(lectern).hidesRun()).isFalse();
        assertThatThrownBy(() -> lectern.run()).hasMessageContaining("No race");
        lectern.lead(SurfaceExperiment.initial());
        assertThat(lectern.room().scene().led()).as("another is shown meanwhile").isEqualTo(SurfaceExperiment.initial());
        lectern.showVotes();
        assertThat(poll(lectern).isSettled()).isFalse();
        restart();
        Lectern after = rooms().lectern(teacher, code);
        assertThat(poll(after).question()).isEqualTo(CHOICE);
        assertThat(poll(after).experiment()).isEqualTo(training);
        assertThat(votes(after)).containsExactly(0, 1, 0);
        get(after.reveal());
        assertThat(poll(after).isSettled()).isTrue();
        assertThat(poll(after).tally().rounds().getFirst().right()).contains(1);
        assertThatThrownBy(after::voteAgain).hasMessageContaining("known");
        after.putAway();
        assertThat(after.room().board().poll()).isEmpty();
    }

    @Test
    default void whereNothingIsRightNobodyIsToldSo() throws Exception {
        Lectern lectern = rooms().open(new TeacherId(UUID.randomUUID()));
        Seat ann = join(lectern.room().code(), "Ann");
        lectern.ask(new OwnQuestion("A word?", new AnswerKind.Words(), "", ""));
        get(ann.vote(1, 1, "steep, slow"));
        lectern.showVotes();
        assertThatThrownBy(() -> get(lectern.reveal())).hasMessageContaining("right or wrong");
        lectern.putAway();
        assertThat(lectern.room().polls().getFirst().isSettled()).as("counts for nobody").isFalse();
    }

    @Test
    default void peersVoteSayHowSureTheyAreTalkAndVoteAgain() throws Exception {
        TeacherId teacher = new TeacherId(UUID.randomUUID());
        Lectern lectern = rooms().open(teacher);
        RoomCode code = lectern.room().code();
        Seat ann = join(code, "Ann");
        get(lectern.askFairly(CHOICE, SurfaceExperiment.initial(), true));
        get(ann.vote(1, 1, "0", Optional.of(Sureness.GUESSING)));
        lectern.closeVotes();
        assertThat(poll(lectern).discussed()).isTrue();
        assertThat(poll(lectern).votesShown()).as("before they talk").isFalse();
        lectern.voteAgain();
        assertThat(poll(lectern).discussed()).isFalse();
        get(ann.vote(1, 2, "1", Optional.of(Sureness.SURE)));
        restart();
        Lectern after = rooms().lectern(teacher, code);
        after.showVotes();
        get(after.reveal());
        assertThat(poll(after).peer()).isTrue();
        assertThat(poll(after).tally().rounds())
                .extracting(count -> count.sure().getFirst().sureness(), count -> count.right().orElseThrow())
                .containsExactly(
                        tuple(Sureness.GUESSING, 0), tuple(Sureness.SURE, 1));
    }

    @Test
    default void whatWasStruckStaysStruck() throws Exception {
        TeacherId teacher = new TeacherId(UUID.randomUUID());
        Lectern lectern = rooms().open(teacher);
        RoomCode code = lectern.room().code();
        Seat ann = join(code, "Ann");
        lectern.ask(new OwnQuestion("Why?", new AnswerKind.Text(List.of()), "", ""));
        get(ann.vote(1, 1, "Rude words"));
        assertThat(votes(lectern)).containsExactly(1);
        assertThat(RoomApi.questions(lectern.room().polls())).contains("Rude words");
        lectern.strike(1, "rude  WORDS", true);
        assertThat(RoomApi.questions(lectern.room().polls())).contains("(taken away)").doesNotContainIgnoringCase("rude");
        assertThat(poll(lectern).struckAnswers()).containsExactly("Rude words");
        restart();
        Lectern after = rooms().lectern(teacher, code);
        assertThat(votes(after)).isEmpty();
        after.strike(1, "Rude words", false);
        assertThat(votes(after)).containsExactly(1);
    }

    @Test
    default void whatTheClassSaysIsKeptAndGoesWithWhoLeaves() throws Exception {
        TeacherId teacher = new TeacherId(UUID.randomUUID());
        Lectern lectern = rooms().open(teacher);
        RoomCode code = lectern.room().code();
        Seat ann = join(code, "Ann");
        Seat ben = join(code, "Ben");
        get(ann.enquire("Why the root?"));
        get(ben.enquire("And the epsilon?"));
        get(ben.support(1, true));
        get(ann.support(1, true));
        get(ann.lose());
        get(ann.lose());
        get(ben.lose());
        assertThatThrownBy(() -> ann.enquire("why the root")).hasMessageContaining("vote for it");
        assertThatThrownBy(() -> ann.enquire(" ")).hasMessageContaining("1 to 280");
        lectern.settle(2, Enquiry.State.ANSWERED);
        lectern.ask(CHOICE);
        Journal before = lectern.room().journal();
        assertThat(before.lost()).extracting(Lost::by).containsExactlyInAnyOrder(ann.id(), ben.id());
        assertThat(before.enquiries()).extracting(Enquiry::votes).as("nobody votes for one's own").containsExactly(2, 1);
        assertThat(before.moments()).extracting(Moment::kind).containsExactly(Moment.Kind.QUESTION);
        restart();
        assertThat(rooms().lectern(teacher, code).room().journal().enquiries()).isEqualTo(before.enquiries());
        assertThat(Set.copyOf(rooms().lectern(teacher, code).room().journal().lost())).isEqualTo(Set.copyOf(before.lost()));
        assertThat(rooms().lectern(teacher, code).room().journal().moments()).isEqualTo(before.moments());
        rooms().seat(code, ann.participant().orElseThrow().learner()).orElseThrow().leave();
        restart();
        Journal left = rooms().lectern(teacher, code).room().journal();
        assertThat(left.enquiries()).extracting(Enquiry::text).containsExactly("And the epsilon?");
        assertThat(left.lost()).extracting(Lost::by).containsExactly(ben.id());
        assertThat(left.moments()).hasSize(1);
    }

    @Test
    default void whatWasShownHeldAndVisitedIsInTheTimeLine() throws Exception {
        TeacherId teacher = new TeacherId(UUID.randomUUID());
        Lectern lectern = rooms().open(teacher);
        RoomCode code = lectern.room().code();
        SurfaceExperiment race = SurfaceExperiment.initial();
        lectern.lead(race.withSteps(race.steps() + 1)); // another length is nothing new
        lectern.lead("lab/surface?objective=beale&start=1,1&run=sgd(lr=0.01)");
        lectern.lead(TrainingExperiment.initial());
        String run = lectern.room().scene().run();
        lectern.hold(run, Scene.Progress.PAUSED);
        lectern.hold(run, Scene.Progress.PAUSED);
        lectern.again(run);
        lectern.visit("lesson/adagrad");
        lectern.endVisit();
        lectern.endVisit();
        assertThatThrownBy(() -> lectern.visit("account")).isInstanceOf(ClassroomException.class);
        for (int i = 0; i < 500 && lectern.room().journal().moments().size() < 6; i++) {
            Thread.sleep(10);
        }
        restart();
        List<Moment> moments = rooms().lectern(teacher, code).room().journal().moments();
        assertThat(moments).extracting(Moment::kind, moment -> moment.what().split("[?]")[0]).containsExactly(
                tuple(Moment.Kind.SHOW, "lab/surface"),
                tuple(Moment.Kind.SHOW, "lab/training"),
                tuple(Moment.Kind.TRAINING, "PAUSED"),
                tuple(Moment.Kind.TRAINING, Moment.AGAIN),
                tuple(Moment.Kind.VISIT, "lesson/adagrad"),
                tuple(Moment.Kind.VISIT, ""));
        assertThat(moments.getFirst().link().map(Lectern::experiment)).contains(
                Lectern.experiment("lab/surface?objective=beale&start=1,1&run=sgd(lr=0.01)"));
    }

    @Test
    default void whoIsOnAPageWithTheClassIsHere() {
        Lectern lectern = rooms().open(new TeacherId(UUID.randomUUID()));
        Seat ann = join(lectern.room().code(), "Ann");
        assertThat(lectern.room().board().here()).isZero();
        Runnable leave = ann.attend();
        Runnable other = ann.attend();
        assertThat(lectern.room().board().here()).isEqualTo(1);
        leave.run();
        leave.run();
        assertThat(lectern.room().board().here()).as("taken back once").isEqualTo(1);
        other.run();
        assertThat(lectern.room().board().here()).isZero();
    }

    @Test
    default void aRoomIsKeptAsLongAsItsTeacherSays() {
        TeacherId teacher = new TeacherId(UUID.randomUUID());
        Lectern lectern = rooms().open(teacher);
        assertThat(lectern.keptDays()).isEqualTo(30);
        lectern.keepFor(365);
        assertThat(rooms().keptDays(lectern.room().code())).isEqualTo(365);
        assertThatThrownBy(() -> lectern.keepFor(10_000)).hasMessageContaining("none of them");
    }

    @Test
    default void aLongQuestionWithAPictureIsKeptWhole() {
        TeacherId teacher = new TeacherId(UUID.randomUUID());
        Lectern lectern = rooms().open(teacher);
        RoomCode code = lectern.room().code();
        byte[] bytes = new byte[60_000];
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, 0, bytes, 0, 4);
        OwnQuestion question = new OwnQuestion(
                "x".repeat(1000),
                new AnswerKind.Number(OptionalDouble.of(0.1), new AnswerKind.Within(0.05, true)),
                "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes),
                "A bowl");
        lectern.ask(question);
        restart();
        assertThat(poll(rooms().lectern(teacher, code)).question()).isEqualTo(question);
        assertThat(Picture.of(question.picture()).bytes()).isEqualTo(bytes);
    }
}
