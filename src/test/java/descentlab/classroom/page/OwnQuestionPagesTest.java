package descentlab.classroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import descentlab.classroom.Ballot;
import descentlab.classroom.Enquiry;
import descentlab.classroom.OwnQuestionFields;
import descentlab.classroom.Poll;
import descentlab.classroom.Seat;
import descentlab.classroom.Sureness;
import descentlab.classroom.Vote;
import descentlab.client.Client;
import descentlab.classroom.Nickname;
import descentlab.element.PictureSpot;
import descentlab.experiment.TrainingExperiment;
import descentlab.objective.Point;
import descentlab.progress.LearnerToken;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Questions of a teacher's own on everybody's pages, and what the class says. */
class OwnQuestionPagesTest extends RoomPages {

    private static final int ASK = 1;
    private static final int VOICES = 5;

    private void ask(String... fields) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("question", "What is $\\kappa$?"));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        lectern.askFairly(OwnQuestionFields.read(all), lectern.room().scene().led(), false).get(20, TimeUnit.SECONDS);
    }

    private Poll poll() {
        return lectern.room().board().poll().orElseThrow();
    }

    private List<Vote> votes() throws InterruptedException {
        for (int i = 0; i < 200 && poll().votes().isEmpty(); i++) {
            Thread.sleep(20);
        }
        return poll().votes().values().stream().map(Ballot::vote).toList();
    }

    private Seat ann() {
        return rooms.join(code, LearnerToken.random().learner(), Nickname.typed("Ann"), Client.of("10.0.0.1"));
    }

    private TextArea area(String label) {
        return $(TextArea.class).withCondition(area -> label.equals(area.getLabel())).single();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aTeacherAsksAndIsToldBesideTheFieldWhatIsWrong() throws Exception {
        lectern.lead(TrainingExperiment.initial());
        lead("/lead");
        $(TabSheet.class).single().setSelectedIndex(ASK);
        assertThat($(AskPanel.class).single().getElement().getTextRecursively()).contains("Asks beside whatever the class sees");
        test(area("What you ask")).setValue("Which of these is $\\eta$?");
        test(area("Answers to choose from")).setValue("the rate");
        test(button("Ask the class")).click();
        assertThat(area("Answers to choose from").getErrorMessage()).contains("allowed: 2 to 8");
        assertThat(lectern.room().board().poll()).isEmpty();
        test(area("Answers to choose from")).setValue("* the rate\nthe gradient");
        test($(Checkbox.class)
                        .withCondition(box -> String.valueOf(box.getLabel()).startsWith("Vote twice"))
                        .single())
                .click();
        test(button("Ask the class")).click();
        for (int i = 0; i < 200 && lectern.room().board().poll().isEmpty(); i++) {
            Thread.sleep(20);
        }
        assertThat(poll().peer()).isTrue();
        assertThat(poll().options()).containsExactly("the rate", "the gradient");
        assertThat(lectern.room().scene().led()).as("what is shown stays").isEqualTo(TrainingExperiment.initial());
        $(Select.class).all(); // the page stands
    }

    /** So that all have the words first, whoever has what to answer with first. */
    @Test
    void aLargeClassReadsAQuestionBeforeEachCanAnswerIt() throws Exception {
        for (int i = 0; i < 40; i++) {
            rooms.join(code, LearnerToken.random().learner(), Nickname.typed("Student " + i), Client.of("10.0.0." + i));
        }
        join("Bob");
        open("class/" + code);
        ask("ask", "choice", "options", "$4$\n* $20$");
        awaitWords("What is");
        assertThat($(RadioButtonGroup.class).all()).isEmpty();
        for (int i = 0; i < 200 && $(RadioButtonGroup.class).all().isEmpty(); i++) {
            Thread.sleep(20);
            MockVaadin.clientRoundtrip();
        }
        assertThat($(RadioButtonGroup.class).all()).hasSize(1);
    }

    private void awaitWords(String words) throws InterruptedException {
        for (int i = 0; i < 2000 && !html().contains(words); i++) {
            Thread.sleep(2);
            MockVaadin.clientRoundtrip();
        }
        assertThat(html()).contains(words);
    }

    @Test
    void oneIsChosenWithFormulasAndRightIsToldWhenItIsShown() throws Exception {
        join("Bob");
        ask("ask", "choice", "options", "$4$\n* $20$");
        open("class/" + code);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Integer> group = $(RadioButtonGroup.class)
                .withCondition(one -> "Your answer".equals(one.getAriaLabel().orElse("")))
                .single();
        assertThat(html()).contains("descent-formula").doesNotContain("✓");
        group.setValue(1);
        lectern.closeVotes();
        assertThat(poll().votes()).as("set by the server, and not by hand").isEmpty();
        assertThat(html()).doesNotContain("That is right");
    }

    @Test
    void whatAllSeeOfAnswersIsTextWhateverWasTyped() throws Exception {
        join("Bob");
        ask("ask", "text");
        ann().vote(1, 1, "<img src=x onerror=alert(1)> & \"co\"").get(20, TimeUnit.SECONDS);
        lectern.showVotes();
        open("class");
        open("class/" + code);
        String seen = $(SeenByAll.class).single().getElement().getProperty("innerHTML");
        assertThat(seen).contains("&lt;img src=x", "&amp;", "1 vote.").doesNotContain("<img").doesNotContain("<button");
        Results alike = new Results();
        alike.show(poll());
        assertThat(Jsoup.parseBodyFragment(seen).text()).isEqualTo(Jsoup.parseBodyFragment(alike.getElement().getOuterHTML()).text());
        lectern.strike(1, poll().tally().rounds().getLast().bars().getFirst().label(), true);
        open("class");
        open("class/" + code);
        assertThat($(SeenByAll.class).single().getElement().getProperty("innerHTML")).doesNotContain("img");
    }

    @Test
    void howSureTheyAreIsAskedOnlyWhereItIsVotedTwice() throws Exception {
        join("Bob");
        Map<String, String> fields = Map.of("question", "How many?", "ask", "choice", "options", "* 4\n20");
        lectern.askFairly(OwnQuestionFields.read(fields), lectern.room().scene().led(), false).get(20, TimeUnit.SECONDS);
        open("class");
        open("class/" + code);
        assertThat(sureness()).isEmpty();
        lectern.putAway();
        lectern.askFairly(OwnQuestionFields.read(fields), lectern.room().scene().led(), true).get(20, TimeUnit.SECONDS);
        open("class");
        open("class/" + code);
        assertThat(sureness()).hasSize(1);
        Component ballot = sureness().getFirst().getParent().orElseThrow();
        assertThat(ballot.getChildren().toList().indexOf(sureness().getFirst())).as("beneath the answers, before what is said").isEqualTo(3);
        lectern.closeVotes();
        open("class");
        open("class/" + code);
        assertThat(sureness()).as("it is talked over now").isEmpty();
    }

    @SuppressWarnings("rawtypes")
    private List<RadioButtonGroup> sureness() {
        return $(RadioButtonGroup.class).withCondition(group -> "How sure are you?".equals(group.getLabel())).all();
    }

    @Test
    void severalAreChosenAndSent() throws Exception {
        join("Bob");
        ask("ask", "choices", "options", "* a\nb\n* c");
        open("class/" + code);
        @SuppressWarnings("unchecked")
        CheckboxGroup<Integer> group = $(CheckboxGroup.class).single();
        group.setValue(Set.of(0, 2));
        test(button("Vote")).click();
        assertThat(votes()).containsExactly(new Vote.Choices(new TreeSet<>(Set.of(0, 2))));
        lectern.showVotes();
        lectern.reveal().get(20, TimeUnit.SECONDS);
        open("class");
        open("class/" + code);
        assertThat(html()).contains("You voted: a; c. That is right.").contains("Right: a; c.");
    }

    @Test
    void aShortTextIsSentAndItsMarkupIsText() throws Exception {
        join("Bob");
        ask("ask", "text");
        open("class/" + code);
        test($(TextField.class).withId("vote-text").single()).setValue("<b>because</b> $x$");
        test(button("Vote")).click();
        assertThat(votes()).containsExactly(new Vote.Text("<b>because</b> $x$"));
        lectern.showVotes();
        open("class");
        open("class/" + code);
        assertThat(html()).contains("&lt;b&gt;because&lt;/b&gt; $x$").doesNotContain("<b>because").doesNotContain("That is");
        lead("/lead");
        $(TabSheet.class).single().setSelectedIndex(ASK);
        NativeButton strike = $(NativeButton.class)
                .withCondition(button -> String.valueOf(button.getElement().getAttribute("aria-label")).startsWith("Do not show"))
                .single();
        test(strike).click();
        for (int i = 0; i < 200 && poll().struck().isEmpty(); i++) {
            Thread.sleep(20);
        }
        open("class");
        lead("/projector");
        assertThat(html()).doesNotContain("because");
    }

    @Test
    void aPlaceOnAPictureIsSetByAClickAndShownOnTheWall() throws Exception {
        join("Bob");
        lectern.lead(TrainingExperiment.initial());
        String png = "data:image/png;base64," + Base64.getEncoder().encodeToString(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        ask("ask", "spot", "right", "0.5, 0.25", "within", "0.1", "picture", png, "shows", "A loss curve");
        open("class/" + code);
        PictureSpot picture = $(PictureSpot.class).single();
        assertThat(picture.getElement().getProperty("picking", false)).isTrue();
        assertThat(picture.getElement().getProperty("src")).endsWith("/questions/1/picture");
        ComponentUtil.fireEvent(picture, new PictureSpot.Put(picture, true, 0.52, 0.31));
        assertThat(votes()).containsExactly(new Vote.Place(new Point(0.52, 0.31)));
        ComponentUtil.fireEvent(picture, new PictureSpot.Put(picture, true, Double.NaN, 0.31));
        assertThat(votes()).as("what is no place is no vote").containsExactly(new Vote.Place(new Point(0.52, 0.31)));
        lectern.showVotes();
        lectern.reveal().get(20, TimeUnit.SECONDS);
        open("class");
        lead("/projector");
        PictureSpot wall = $(PictureSpot.class).single();
        assertThat(wall.getElement().getPropertyRaw("truth").toString()).contains("0.5").contains("0.25");
        assertThat(html()).contains("1 of 1 right");
        lectern.putAway();
        lead("/report");
        PictureSpot kept = $(PictureSpot.class).single();
        assertThat(kept.getElement().getPropertyRaw("truth").toString()).contains("0.5").contains("0.25");
        assertThat(kept.getElement().getPropertyRaw("cloud").toString()).contains("0.52").contains("0.31");
    }

    @Test
    void linesArePutInOrder() throws Exception {
        join("Bob");
        ask("ask", "order", "lines", "First\nSecond\nThird");
        open("class/" + code);
        for (String line : List.of("First", "Second", "Third")) {
            NativeButton add = $(NativeButton.class)
                    .withCondition(button -> button.getText().equals("Add")
                            && button.getParent()
                                    .flatMap(Component::getParent)
                                    .orElseThrow()
                                    .getElement()
                                    .getOuterHTML()
                                    .contains(line)
                            && button.isVisible())
                    .single();
            test(add).click();
        }
        test(button("Vote")).click();
        assertThat(votes()).containsExactly(new Vote.Order(List.of(0, 1, 2)));
        lead("/projector");
        assertThat(html()).as("the lines with their letters").contains("lettered").contains("Third");
    }

    @Test
    void theLettersOfARightOrderHaveTheirLinesAlsoWhereNobodyVoted() throws Exception {
        join("Bob");
        ask("ask", "order", "lines", "First\nSecond\nThird");
        lectern.showVotes();
        lectern.reveal().get(20, TimeUnit.SECONDS);
        lead("/projector");
        assertThat(html()).contains("Nobody has voted").containsPattern("(?s)lettered.*First.*Second.*Third");
    }

    @Test
    void peersTalkBeforeAnybodySeesAVote() throws Exception {
        Seat ann = ann();
        lectern.askFairly(
                        OwnQuestionFields.read(Map.of("ask", "choice", "question", "Which?", "options", "a\n* b")),
                        lectern.room().scene().led(),
                        true)
                .get(20, TimeUnit.SECONDS);
        ann.vote(1, 1, "0", Optional.of(Sureness.SURE)).get(20, TimeUnit.SECONDS);
        lectern.closeVotes();
        lead("/projector");
        assertThat(html()).contains("Talk it over with somebody").doesNotContain("bar-fill");
        lectern.voteAgain();
        ann.vote(1, 2, "1", Optional.of(Sureness.RATHER)).get(20, TimeUnit.SECONDS);
        lectern.showVotes();
        lectern.reveal().get(20, TimeUnit.SECONDS);
        open("class");
        lead("/projector");
        assertThat(html()).contains("0 → 1", "1 → 0", "1 was rather sure: 1 right.");
    }

    @Test
    void whatAClassAsksIsSeenWithoutNamesAndAnswered() throws Exception {
        join("Bob");
        Seat ann = ann();
        ann.enquire("Why the <i>root</i>?").get(20, TimeUnit.SECONDS);
        ann.lose().get(20, TimeUnit.SECONDS);
        open("class");
        open("class/" + code);
        assertThat(html()).contains("Ask your teacher (1 question)").contains("Why the &lt;i&gt;root&lt;/i&gt;?").doesNotContain("Ann");
        NativeButton vote = $(NativeButton.class).withCondition(button -> button.getText().startsWith("▲")).single();
        test(vote).click();
        test($(TextField.class).withId("enquiry").single()).setValue("And epsilon?");
        test($(Button.class).withId("enquire").single()).click();
        test($(Button.class).withId("lost").single()).click();
        for (int i = 0; i < 200 && (lectern.room().journal().enquiries().size() < 2 || lectern.room().journal().lost().size() < 2); i++) {
            Thread.sleep(20);
        }
        assertThat(lectern.room().journal().enquiries()).extracting(Enquiry::votes).containsExactly(2, 1);
        lead("/lead");
        $(TabSheet.class).single().setSelectedIndex(VOICES);
        assertThat($(ClassVoices.class).single().getElement().getTextRecursively())
                .contains("2 students have said in the last two minutes", "And epsilon?")
                .doesNotContain("Ann", "Bob");
        assertThat(html()).contains("2 lost, 2 questions wait");
        test($(Button.class)
                        .withCondition(button -> button.getText().equals("Answered"))
                        .all()
                        .getFirst())
                .click();
        assertThat(lectern.room().journal().enquiries().getFirst().state()).isEqualTo(Enquiry.State.ANSWERED);
        lectern.ask(OwnQuestionFields.read(Map.of("ask", "words", "question", "A word for $\\eta$?")));
        open("class");
        lead("/report");
        assertThat(html()).contains("Time line", "2 lost, 2 questions from the class", "(2 votes, answered)", "Lost, by the minute");
        @SuppressWarnings("unchecked")
        Select<Integer> keep = $(Select.class).withId("keep-for").single();
        test(keep).selectItem("for a year");
        assertThat(rooms.keptDays(code)).isEqualTo(365);
    }
}
