package descentlab.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.client.Client;
import descentlab.progress.PartProgress.Status;
import descentlab.progress.Progress.Export;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds of stored progress on every database. */
abstract class ProgressContract {

    /** The progress under test. */
    abstract Progress progress();

    private final LearnerToken learner = LearnerToken.random();

    @Test
    void nothingIsStoredOfWhoDidNothing() {
        assertThat(progress().knows(learner)).isFalse();
        assertThat(progress().of(learner)).isEmpty();
        assertThat(progress().export(learner).attempts()).isEmpty();
    }

    @Test
    void anAnswerIsKeptAndWhatIsSolvedStaysSolved() {
        progress().attempt(learner, "drills", "drill-1", UUID.randomUUID(), "1\n2", Status.OPEN);
        PartProgress solved = progress().attempt(learner, "drills", "drill-1", UUID.randomUUID(), "1\n3", Status.SOLVED);
        assertThat(solved.solved()).isTrue();
        progress().attempt(learner, "drills", "drill-1", UUID.randomUUID(), "9\n9", Status.OPEN);
        progress().giveUp(learner, "drills", "drill-1");
        PartProgress now = progress().of(learner, "drills").get("drill-1");
        assertThat(now).isEqualTo(new PartProgress(Status.SOLVED, 0, 3, "1\n3"));
        assertThat(progress().export(learner).attempts()).hasSize(3);
        assertThat(progress().export(learner).attempts().getFirst().answer()).containsExactly("1", "2");
    }

    @Test
    void whatWasShownCannotBeSolvedAnyMore() {
        progress().giveUp(learner, "drills", "drill-1");
        PartProgress after = progress().attempt(learner, "drills", "drill-1", UUID.randomUUID(), "1", Status.SOLVED);
        assertThat(after.status()).isEqualTo(Status.SHOWN);
        assertThat(after.done()).isTrue();
    }

    @Test
    void aPredictionThatCameOtherwiseIsDoneAndNeitherSolvedNorGivenUp() {
        PartProgress after =
                progress().attempt(learner, "drills", "drill-1", UUID.randomUUID(), "1", Status.OTHERWISE);
        assertThat(after).isEqualTo(new PartProgress(Status.OTHERWISE, 0, 1, "1"));
        assertThat(after.done()).isTrue();
        assertThat(after.solved()).isFalse();
        progress().attempt(learner, "drills", "drill-1", UUID.randomUUID(), "0", Status.SOLVED);
        progress().giveUp(learner, "drills", "drill-1");
        assertThat(progress().of(learner, "drills").get("drill-1").status()).isEqualTo(Status.OTHERWISE);
        assertThat(progress().export(learner).parts().getFirst().status()).isEqualTo("otherwise");
        assertThat(progress().export(learner).attempts()).noneMatch(attempt -> attempt.solved() && attempt.answer().equals(List.of("1")));
    }

    @Test
    void aReplayedAnswerChangesNothing() {
        UUID submission = UUID.randomUUID();
        PartProgress once = progress().attempt(learner, "drills", "drill-1", submission, "1", Status.OPEN);
        assertThat(progress().attempt(learner, "drills", "drill-1", submission, "1", Status.OPEN)).isEqualTo(once);
        assertThat(progress().attempt(learner, "drills", "drill-1", submission, "2", Status.SOLVED)).isEqualTo(once);
        assertThat(progress().export(learner).attempts()).hasSize(1);
    }

    @Test
    void twoTabsAtOnceLoseNothing() throws Exception {
        try (ExecutorService tabs = Executors.newFixedThreadPool(8)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                boolean solved = i == 40;
                int hints = i % 3;
                sent.add(tabs.submit(() -> {
                    progress().attempt(learner, "gerschgorin", "proof", UUID.randomUUID(), "a", Status.after(solved));
                    progress().hint(learner, "gerschgorin", "proof", hints);
                }));
            }
            for (Future<?> future : sent) {
                future.get();
            }
        }
        PartProgress now = progress().of(learner, "gerschgorin").get("proof");
        assertThat(now.attempts()).isEqualTo(80);
        assertThat(now.solved()).isTrue();
        assertThat(now.hints()).isEqualTo(2);
        assertThat(progress().export(learner).attempts()).hasSize(80);
    }

    @Test
    void learnersAreApartAndForgottenWhole() {
        LearnerToken other = LearnerToken.random();
        for (LearnerToken each : List.of(learner, other)) {
            progress().attempt(each, "drills", "drill-1", UUID.randomUUID(), "1", Status.SOLVED);
        }
        progress().forget(learner);
        assertThat(progress().knows(learner)).isFalse();
        assertThat(progress().export(learner).parts()).isEmpty();
        assertThat(progress().export(learner).attempts()).isEmpty();
        assertThat(progress().of(learner, "drills")).isEmpty();
        assertThat(progress().of(learner)).isEmpty();
        assertThat(progress().wrongAnswers(List.of(learner.learner()), Instant.EPOCH, 9)).isEmpty();
        assertThat(progress().of(other, "drills")).hasSize(1);
        progress().forget(learner);
        progress().deleteForgotten(Instant.now());
        assertThat(progress().remember(learner)).as("it is gone for good").isFalse();
        assertThat(progress().of(other, "drills")).hasSize(1);
    }

    @Test
    void forgettingCanBeTakenBackForAMinute() {
        progress().attempt(learner, "drills", "drill-1", UUID.randomUUID(), "1", Status.OPEN);
        Export before = progress().export(learner);
        assertThat(progress().remember(learner)).as("nothing was forgotten").isFalse();
        progress().forget(learner);
        progress().deleteForgotten();
        assertThat(progress().remember(learner)).isTrue();
        assertThat(progress().export(learner)).isEqualTo(before);
        assertThat(progress().wrongAnswers(List.of(learner.learner()), Instant.EPOCH, 9)).hasSize(1);
    }

    /** As in another browser that has the same link. */
    @Test
    void whoGoesOnAfterBeingForgottenBeginsAnew() {
        progress().attempt(learner, "drills", "drill-1", UUID.randomUUID(), "1", Status.SOLVED);
        progress().forget(learner);
        progress().hint(learner, "drills", "drill-2", 1);
        assertThat(progress().of(learner).get("drills")).containsOnlyKeys("drill-2");
        assertThat(progress().export(learner).attempts()).isEmpty();
        assertThat(progress().remember(learner)).as("what was before is gone").isFalse();
        progress().deleteForgotten(Instant.now());
        assertThat(progress().of(learner).get("drills")).containsOnlyKeys("drill-2");
    }

    private OwnWords words() {
        return progress().explanation(learner, "drills", "drill-1");
    }

    private OwnWords explain(String text) {
        return progress().explain(learner, "drills", "drill-1", OwnWords.typed(text));
    }

    @Test
    void whatIsExplainedIsKeptAndTheLastOfTwoWindowsWins() {
        assertThat(words()).isEqualTo(OwnWords.NONE);
        assertThat(explain("since U keeps lengths")).isEqualTo(OwnWords.NONE);
        assertThat(progress().knows(learner)).isTrue();
        assertThat(explain("since U'U = I")).as("what it takes the place of").isEqualTo(OwnWords.typed("since U keeps lengths"));
        assertThat(words().text()).isEqualTo("since U'U = I");
        assertThat(progress().export(learner).explanations())
                .extracting(each -> each.exercise() + " " + each.part() + " " + each.words())
                .containsExactly("drills drill-1 since U'U = I");
        assertThat(progress().of(learner)).as("to explain is no attempt").isEmpty();
        explain("  ");
        assertThat(words().isEmpty()).isTrue();
        assertThat(progress().export(learner).explanations()).isEmpty();
    }

    @Test
    void whatIsExplainedIsForgottenWithItsLearner() {
        explain("mine");
        progress().forget(learner);
        assertThat(words()).isEqualTo(OwnWords.NONE);
        assertThat(progress().export(learner).explanations()).isEmpty();
        assertThat(progress().remember(learner)).isTrue();
        assertThat(words().text()).isEqualTo("mine");
        progress().forget(learner);
        progress().hint(learner, "drills", "drill-2", 1);
        assertThat(words()).as("who goes on begins anew").isEqualTo(OwnWords.NONE);
        explain("again");
        progress().forget(learner);
        progress().deleteForgotten(Instant.now());
        assertThat(progress().export(learner).explanations()).isEmpty();
    }

    @Test
    void whatIsExplainedIsText() {
        explain("'; drop table explanation; -- <b>x</b>\r\n\u0000\uD83D\uDE00\uD83D second line");
        assertThat(words().text()).isEqualTo("'; drop table explanation; -- <b>x</b>\n\uD83D\uDE00 second line");
        String longest = "\u00e9".repeat(OwnWords.LONGEST);
        explain(longest);
        assertThat(words().text()).isEqualTo(longest);
        assertThatThrownBy(() -> OwnWords.typed(longest + "x")).hasMessageContaining("these are 2001");
    }

    @Test
    void hostileTextIsText() {
        String hostile = "'; drop table attempt; -- <script>alert(1)</script> \uD83D\uDE00";
        progress().attempt(learner, "drills", "drill-1", UUID.randomUUID(), hostile, Status.OPEN);
        assertThat(progress().of(learner, "drills").get("drill-1").answer()).isEqualTo(hostile);
        String longest = IntStream.range(0, 4000).mapToObj(i -> "x").reduce("", String::concat);
        progress().attempt(learner, "drills", "drill-1", UUID.randomUUID(), longest, Status.OPEN);
        assertThat(progress().of(learner, "drills").get("drill-1").answer()).hasSize(4000);
    }

    @Test
    void aClientBringsNewLearnersNotWithoutEndAndNobodyElseMissesThem() {
        Progress progress = progress();
        Client program = Client.of("203.0.113.9");
        for (int i = 0; i < 400; i++) {
            progress.admit(LearnerToken.random(), program);
        }
        assertThatThrownBy(() -> progress.admit(LearnerToken.random(), program))
                .hasMessageContaining("new learners came from your address, 203.0.113.9");
        progress.admit(LearnerToken.random(), Client.of("192.0.2.1"));
    }
}
