package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happened in a room, and what the class said of it. */
class JournalTest {

    private static final Instant TIME = Instant.parse("2026-11-27T10:00:00Z");
    private static final ParticipantId ANN = ParticipantId.random();
    private static final ParticipantId BEN = ParticipantId.random();

    @Test
    void whoIsLostTwiceAtOnceIsLostOnce() {
        Journal journal = Journal.NOTHING.lost(ANN, TIME).lost(ANN, TIME.plusSeconds(19)).lost(BEN, TIME.plusSeconds(5));
        assertThat(journal.lost()).extracting(Lost::by).containsExactly(ANN, BEN);
        assertThat(journal.lost(ANN, TIME.plusSeconds(20)).lost()).hasSize(3);
    }

    @Test
    void nobodyIsLostWithoutEnd() {
        Journal journal = Journal.NOTHING;
        for (int i = 0; i < Journal.MOST_LOST; i++) {
            journal = journal.lost(ANN, TIME.plusSeconds(60L * i));
        }
        Journal full = journal;
        assertThatThrownBy(() -> full.lost(ANN, TIME.plusSeconds(100_000))).hasMessageContaining("60 times");
        assertThat(full.lost(BEN, TIME).lost()).hasSize(61);
    }

    @Test
    void aQuestionIsAskedOnceAndBackedByOthers() {
        Journal journal = Journal.NOTHING.asked(ANN, " Why the  root? ", TIME);
        assertThat(journal.enquiries()).singleElement().satisfies(one -> {
            assertThat(one.text()).isEqualTo("Why the root?");
            assertThat(one.votes()).isEqualTo(1);
        });
        assertThatThrownBy(() -> journal.asked(BEN, "why the root", TIME)).hasMessageContaining("vote for it");
        Journal backed = journal.changed(1, one -> one.backed(BEN, true));
        assertThat(backed.enquiries().getFirst().votes()).isEqualTo(2);
        assertThat(backed.changed(1, one -> one.backed(BEN, true))).as("once each").isEqualTo(backed);
        assertThat(backed.changed(1, one -> one.backed(BEN, false))).isEqualTo(journal);
        Journal answered = backed.changed(1, one -> one.at(Enquiry.State.ANSWERED));
        assertThat(answered.asked(BEN, "Why the root?", TIME).enquiries()).as("again, once it was answered").hasSize(2);
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        for (String bad : List.of("", "   ", "\u0000\u202e", "x".repeat(281), "x".repeat(1_000_000))) {
            assertThatThrownBy(() -> Journal.NOTHING.asked(ANN, bad, TIME)).hasMessageContaining("1 to 280");
        }
        Journal journal = Journal.NOTHING;
        for (int i = 0; i < Journal.MOST_OPEN; i++) {
            journal = journal.asked(ANN, "Question " + i, TIME);
        }
        Journal full = journal;
        assertThatThrownBy(() -> full.asked(ANN, "One more", TIME)).hasMessageContaining("5 questions");
        assertThat(full.asked(BEN, "One more", TIME).enquiries()).hasSize(6);
    }

    @Test
    void whoLeavesTakesWhatTheySaidWithThem() {
        Journal journal = Journal.NOTHING
                .with(TIME, Moment.Kind.STEP, "Begin")
                .lost(ANN, TIME)
                .lost(BEN, TIME)
                .asked(ANN, "Ann's", TIME)
                .asked(BEN, "Ben's", TIME)
                .changed(2, one -> one.backed(ANN, true));
        Journal left = journal.without(ANN);
        assertThat(left.lost()).extracting(Lost::by).containsExactly(BEN);
        assertThat(left.enquiries()).singleElement().satisfies(one -> assertThat(one.backers()).isEmpty());
        assertThat(left.moments()).hasSize(1);
        assertThat(left.asked(ANN, "Once more", TIME).enquiries().getLast().number()).as("no number twice").isEqualTo(3);
    }

    @Test
    void aLinkThatIsTooLongToBeKeptIsNone() {
        assertThat(new Moment(TIME, Moment.Kind.SHOW, "lab/surface?f=x1").link()).contains("lab/surface?f=x1");
        assertThat(new Moment(TIME, Moment.Kind.SHOW, "lab/surface?f=" + "x1+".repeat(500)).link()).isEmpty();
        assertThat(new Moment(TIME, Moment.Kind.TRY, "RATE").link()).as("of an earlier version").isEmpty();
        assertThat(new Moment(TIME, Moment.Kind.TRY, "START lab/surface?f=x1").link()).contains("lab/surface?f=x1");
        assertThat(new Moment(TIME, Moment.Kind.TRY, "START lab/surface?f=x1").varied()).isEqualTo(TryTask.Vary.START);
        assertThat(new Moment(TIME, Moment.Kind.STEP, "A step").link()).isEmpty();
    }

    @Test
    void aMomentHasItsTimeAndIsNotEndless() {
        Journal journal = Journal.NOTHING.with(TIME, Moment.Kind.STEP, "x".repeat(1000));
        assertThat(journal.moments().getFirst().what()).hasSize(Moment.LONGEST).endsWith("…");
        assertThat(Journal.NOTHING.with(null, Moment.Kind.STEP, "of a server of an earlier version")).isEqualTo(Journal.NOTHING);
        for (int i = 0; i < 2 * Journal.MOST_MOMENTS; i++) {
            journal = journal.with(TIME, Moment.Kind.TRY, "RATE");
        }
        assertThat(journal.moments()).hasSize(Journal.MOST_MOMENTS);
    }
}
