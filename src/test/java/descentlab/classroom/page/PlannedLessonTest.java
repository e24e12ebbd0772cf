package descentlab.classroom.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextField;
import descentlab.account.Teacher;
import descentlab.account.TeacherId;
import descentlab.account.TestSignIn;
import descentlab.classroom.AtOnce;
import descentlab.classroom.Board;
import descentlab.classroom.Nickname;
import descentlab.classroom.Poll;
import descentlab.classroom.Question;
import descentlab.classroom.Seat;
import descentlab.classroom.Topic;
import descentlab.client.Client;
import descentlab.controls.LearnerAccess;
import descentlab.experiment.SurfaceExperiment;
import descentlab.plan.Act;
import descentlab.plan.Conductor;
import descentlab.plan.Plan;
import descentlab.plan.PlanException;
import descentlab.plan.PlanReader;
import descentlab.plan.Plans;
import descentlab.plan.Step;
import descentlab.progress.LearnerToken;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A room led by a plan, and the pages on which plans are written, without a browser. */
class PlannedLessonTest extends RoomPages {

    private static final String TWO = "lab/surface?objective=ellipse&rotate=0&start=-5,-2&steps=20&noise=0&seed=0&run=adagrad(lr=0.4)&run=sgd(lr=0.4)";

    private static final Plan PLAN = PlanReader.read("""
            title: A short one
            steps:
            - title: Hello
            - show: %1$s
            - ask: winner
              of: %1$s
            - try: start
              of: %1$s
            - title: Talk
              timer: 2
            - visit: lesson/adagrad
            - title: Goodbye
            """.formatted(TWO));

    private static final int PLAN_TAB = 4;

    @Autowired
    private Plans plans;

    private Conductor conductor;

    @BeforeEach
    void takeUp() {
        conductor = new Conductor(lectern);
    }

    private Board board() {
        return lectern.room().board();
    }

    private void next(String words) throws Exception {
        assertThat(conductor.nextWords()).isEqualTo(words);
        conductor.next().get(20, TimeUnit.SECONDS);
    }

    @Test
    void aPressAfterAnotherLeadsThroughThePlan() throws Exception {
        Seat ann = rooms.join(
                lectern.room().code(), LearnerToken.random().learner(), Nickname.typed("Ann"), Client.of("10.0.0.1"));
        conductor.begin(PLAN);
        next("Begin");
        assertThat(lectern.room().lobby()).as("nothing is shown yet").isTrue();
        next("Next");
        assertThat(lectern.room().lobby()).isFalse();
        assertThat(board().led().link()).isEqualTo(TWO);
        assertThat(lectern.room().scene().step()).isZero();
        assertThat(lectern.room().scene().playing()).as("nothing plays unasked").isFalse();
        next("Play it");
        assertThat(lectern.room().scene().playing()).isTrue();
        next("Next");
        assertThat(board().poll()).hasValueSatisfying(poll -> assertThat(poll.stage()).isEqualTo(Poll.Stage.OPEN));
        assertThat(lectern.room().scene().step()).isZero();
        ann.vote(1, 1, "1").get(20, TimeUnit.SECONDS);
        next("Show the votes");
        next("Show what happens");
        next("Show who was right");
        assertThat(board().poll().orElseThrow().stage()).isEqualTo(Poll.Stage.REVEALED);
        next("Next");
        assertThat(board().poll()).as("put away by what comes").isEmpty();
        assertThat(board().task()).isPresent();
        next("End trying");
        next("Next");
        assertThat(board().countdown()).hasValueSatisfying(time -> assertThat(time.label()).isEqualTo("Talk"));
        next("Next");
        assertThat(board().countdown()).isEmpty();
        assertThat(board().visit()).contains("lesson/adagrad");
        next("Next");
        assertThat(board().visit()).isEmpty();
        assertThat(conductor.nextWords()).isEmpty();
    }

    @Test
    void aStepThatPutsOneQuestionAwayAndAsksTheNextIsSeenAsOne() throws Exception {
        Plan twice = PlanReader.read("""
                title: Two questions
                steps:
                - ask: winner
                  of: %1$s
                - ask: winner
                  of: %2$s
                - ask: place
                  of: %1$s
                """.formatted(TWO, TWO.replace("steps=20", "steps=15")));
        conductor.begin(twice);
        next("Begin");
        List<Board> seen = new CopyOnWriteArrayList<>();
        Runnable stop = lectern.room().listen(Topic.BOARD, () -> seen.add(board()));
        conductor.go(1).get(20, TimeUnit.SECONDS);
        stop.run();
        assertThat(seen).singleElement().satisfies(board -> {
            assertThat(board.poll().orElseThrow().number()).isEqualTo(2);
            assertThat(board.led().link()).contains("steps=15");
            assertThat(board.agenda().orElseThrow().at()).isEqualTo(1);
        });
        assertThat(lectern.room().polls()).extracting(Poll::stage).containsExactly(Poll.Stage.OVER, Poll.Stage.OPEN);
        assertThat(lectern.room().scene().step()).isZero();
    }

    @Test
    void aClassThatGoesFromOnePageToAnotherDoesNotComeBackBetween() throws Exception {
        conductor.begin(PlanReader.read("""
                title: Two pages
                steps:
                - visit: lesson/adagrad
                - visit: data/airfoil
                """));
        next("Begin");
        List<Optional<String>> seen = new CopyOnWriteArrayList<>();
        Runnable stop = lectern.room().listen(Topic.BOARD, () -> seen.add(board().visit()));
        next("Next");
        stop.run();
        assertThat(seen).containsExactly(Optional.of("data/airfoil"));
    }

    @Test
    void ofThingsThatAreDoneAsOneNothingIsDoneIfOneIsRefused() {
        conductor.begin(PLAN);
        AtOnce all = lectern.atOnce();
        all.turn(-1, 0, "A step");
        all.visit("lesson/adagrad");
        all.putAway();
        assertThatThrownBy(all::now).hasMessageContaining("There is no question");
        assertThat(board().agenda().orElseThrow().at()).isEqualTo(-1);
        assertThat(board().visit()).isEmpty();
        assertThatThrownBy(() -> lectern.atOnce().visit("account")).hasMessageContaining("no page that a class can be on");
    }

    @Test
    void aQuestionThatWouldBeChanceIsNotAskedButTheOneBeforeIsPutAway() throws Exception {
        Plan twice = PlanReader.read("""
                title: A coin
                steps:
                - ask: winner
                  of: %1$s
                - ask: winner
                  of: %2$s
                """.formatted(TWO, TWO.replace("sgd(lr=0.4)", "adagrad(lr=0.4000001)")));
        conductor.begin(twice);
        next("Begin");
        assertThatThrownBy(() -> conductor.go(1).get(20, TimeUnit.SECONDS)).hasMessageContaining("within a tenth");
        assertThat(board().poll()).isEmpty();
        assertThat(board().led().link()).as("what is refused is not shown either").isEqualTo(TWO);
        assertThat(conductor.place().orElseThrow().at()).isEqualTo(1);
    }

    @Test
    void goingBackShowsAgainAndAsksNothingAnew() {
        conductor.begin(PLAN);
        conductor.go(3);
        assertThat(board().task()).isPresent();
        conductor.back();
        assertThat(conductor.place().orElseThrow().at()).isEqualTo(2);
        assertThat(board().task()).isEmpty();
        assertThat(board().poll()).isEmpty();
        assertThat(((SurfaceExperiment) board().led()).link()).isEqualTo(TWO);
        conductor.back();
        conductor.back();
        conductor.back();
        assertThat(conductor.place().orElseThrow().at()).as("there is nothing before the first").isZero();
        conductor.end();
        assertThat(conductor.place()).isEmpty();
    }

    @Test
    void twoWindowsThatPressAtOnceGoOneStep() {
        conductor.begin(PLAN);
        lectern.turn(-1, 0, "A step");
        lectern.turn(-1, 0, "A step");
        assertThat(board().agenda().orElseThrow().at()).isZero();
        lectern.turn(-1, 5, "A step");
        assertThat(board().agenda().orElseThrow().at()).isZero();
    }

    @Test
    void allReadyPlansCanBeLedToTheirEnd() throws Exception {
        assertThat(plans.ready()).hasSizeGreaterThanOrEqualTo(3);
        for (Plans.Entry entry : plans.ready()) {
            Plan plan = plans.find(teacher.id(), entry.id()).orElseThrow();
            conductor.begin(plan);
            int presses = 0;
            while (!conductor.nextWords().isEmpty() && presses++ < 100) {
                conductor.next().get(60, TimeUnit.SECONDS);
            }
            assertThat(conductor.place().orElseThrow().at()).as(entry.title()).isEqualTo(plan.steps().size() - 1);
        }
    }

    // Pages

    private Button withId(String id) {
        return $(Button.class).withId(id).single();
    }

    @Test
    void aTeacherTakesUpAPlanOnTheirPageAndGoesOnByTheRemote() {
        plans.add(teacher.id(), PLAN);
        TestSignIn.as(teacher);
        open("class/" + lectern.room().code() + "/lead");
        $(TabSheet.class).single().setSelectedIndex(PLAN_TAB);
        @SuppressWarnings("unchecked")
        Select<Plans.Entry> choice = $(Select.class).withId("plan").single();
        test(choice).selectItem("A short one");
        test(withId("take-plan")).click();
        assertThat(html()).contains("A short one", "7 steps, 2 min planned", "Then: Hello");
        test(withId("plan-next")).click();
        open("class/" + lectern.room().code() + "/remote");
        assertThat(html()).contains("Step 1 of 7", "Then: Show an experiment");
        test(withId("plan-next")).click();
        assertThat(board().led().link()).isEqualTo(TWO);
        TestSignIn.as(new Teacher(new TeacherId(UUID.randomUUID()), "Mallory"));
        open("class/" + lectern.room().code() + "/remote");
        assertThat(html()).contains("You have no room with the code");
    }

    @Test
    void whatIsPlayedOnOnePageNeedNotBePlayedOnAnother() throws Exception {
        conductor.begin(PLAN);
        next("Begin");
        next("Next");
        lead("/remote");
        assertThat(withId("plan-next").getText()).isEqualTo("Play it");
        next("Play it");
        Awaitility.await().pollInSameThread().untilAsserted(() -> {
            MockVaadin.clientRoundtrip();
            assertThat(withId("plan-next").getText()).isEqualTo("Next");
        });
    }

    @Test
    void aPlanIsWrittenStepByStep() {
        TestSignIn.as(teacher);
        open("class/plans");
        assertThat(html()).contains("The chapter in class");
        test(withId("new-plan")).click();
        String id = plans.of(teacher.id()).getFirst().id();
        test(withId("add-step")).click();
        @SuppressWarnings("unchecked")
        Select<Object> kind = (Select<Object>) (Select<?>) $(Select.class)
                .withCondition(select -> "What the class does".equals(select.getLabel()))
                .single();
        test(kind).selectItem("Show an experiment");
        TextField link = field("Link of a lab");
        test(link).setValue("nowhere");
        assertThat(link.isInvalid()).isTrue();
        assertThat(link.getErrorMessage()).contains("no link that can be led");
        test(link).setValue(TWO);
        assertThat(link.isInvalid()).isFalse();
        Plan kept = plans.find(teacher.id(), id).orElseThrow();
        assertThat(kept.steps()).hasSize(2);
        assertThat(kept.steps().getLast().act()).isInstanceOf(Act.Show.class);
        NativeButton up = $(NativeButton.class)
                .withCondition(button -> "Move “A new step” up".equals(button.getElement().getAttribute("aria-label")))
                .single();
        test(up).click();
        assertThat(plans.find(teacher.id(), id).orElseThrow().steps().getFirst().act()).isInstanceOf(Act.Show.class);
        TestSignIn.as(new Teacher(new TeacherId(UUID.randomUUID()), "Mallory"));
        open("class/plans/" + id);
        assertThat(html()).contains("You have no such plan");
    }

    @Test
    void whatWasAskedRemainsForTheTeacherAndForWhoAnswered() throws Exception {
        LearnerToken ann = LearnerAccess.current();
        Seat seat = rooms.join(lectern.room().code(), ann.learner(), Nickname.typed("Ann"), Client.of("10.0.0.1"));
        lectern.lead(TWO);
        lectern.ask(new Question.Winner());
        seat.vote(1, 1, "1").get(20, TimeUnit.SECONDS);
        lectern.voteAgain();
        seat.vote(1, 2, "0").get(20, TimeUnit.SECONDS);
        lectern.reveal().get(20, TimeUnit.SECONDS);
        lectern.putAway();
        TestSignIn.as(teacher);
        open("class/" + lectern.room().code() + "/report");
        assertThat(html()).contains(
                "Which one ends at the lowest f, after 20 steps?", "1 student has joined; 1 question was asked.",
                "It is Gradient descent (rate 0.4).", "0 → 1", "0 of 1 right.");
        test(withId("make-plan")).click();
        assertThat(plans.of(teacher.id())).singleElement().satisfies(entry ->
                assertThat(plans.find(teacher.id(), entry.id()).orElseThrow().steps().getFirst().act())
                        .isInstanceOf(Act.Ask.class));
        lectern.close();
        TestSignIn.out();
        open("class/" + lectern.room().code());
        assertThat(html()).contains("is closed", "You voted: Adagrad (rate 0.4). That is not it.", "It is Gradient descent (rate 0.4).");
        TestSignIn.as(new Teacher(new TeacherId(UUID.randomUUID()), "Mallory"));
        open("class/" + lectern.room().code() + "/report");
        assertThat(html()).contains("You have no room with the code");
    }

    private TextField field(String label) {
        return $(TextField.class).withCondition(text -> label.equals(text.getLabel())).single();
    }

    @Test
    void plansAreBoundedAndTheirOwnersAlone() {
        String id = plans.add(teacher.id(), PLAN);
        TeacherId other = new TeacherId(UUID.randomUUID());
        assertThat(plans.find(other, id)).isEmpty();
        assertThatThrownBy(() -> plans.change(other, id, PLAN)).isInstanceOf(PlanException.class);
        plans.delete(other, id);
        assertThat(plans.find(teacher.id(), id)).contains(PLAN);
        assertThatThrownBy(() -> plans.change(teacher.id(), "chapter-in-class", PLAN)).isInstanceOf(PlanException.class);
        Plan huge = PLAN.with(List.of(new Step("x".repeat(200), "", 0, new Act.Tell())));
        assertThatThrownBy(() -> plans.change(teacher.id(), id, huge)).hasMessageContaining("120 at most");
        for (int i = 1; i < Plans.MOST; i++) {
            plans.add(teacher.id(), PLAN);
        }
        assertThatThrownBy(() -> plans.add(teacher.id(), PLAN)).hasMessageContaining("100 plans");
    }
}
