package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a class went by the clock. */
class TimeLineTest {

    private static final Instant OPENED = Instant.parse("2026-11-27T10:00:00Z");
    private static final ParticipantId ANN = ParticipantId.random();
    private static final ParticipantId BEN = ParticipantId.random();

    private static final Journal JOURNAL = Journal.NOTHING
            .lost(ANN, OPENED.plusSeconds(10))
            .with(OPENED.plusSeconds(60), Moment.Kind.STEP, "=Begin")
            .lost(ANN, OPENED.plusSeconds(61))
            .lost(BEN, OPENED.plusSeconds(62))
            .lost(ANN, OPENED.plusSeconds(95))
            .asked(BEN, "Why?", OPENED.plusSeconds(100))
            .with(OPENED.plusSeconds(240), Moment.Kind.QUESTION, "1");

    @Test
    void whatWasSaidBelongsToWhatHappenedBefore() {
        TimeLine line = TimeLine.of(OPENED, JOURNAL);
        assertThat(line.entries())
                .containsExactly(
                        new TimeLine.Entry(OPENED, Optional.empty(), 1, 0),
                        new TimeLine.Entry(
                                OPENED.plusSeconds(60), Optional.of(JOURNAL.moments().get(0)), 2, 1),
                        new TimeLine.Entry(OPENED.plusSeconds(240), Optional.of(JOURNAL.moments().get(1)), 0, 0));
    }

    @Test
    void peopleAreCountedOnceAMinuteAndQuietMinutesAreThere() {
        Journal later = JOURNAL.lost(BEN, OPENED.plusSeconds(200));
        assertThat(TimeLine.of(OPENED, later).lost())
                .extracting(TimeLine.Minute::lost)
                .containsExactly(1, 2, 0, 1, 0);
        assertThat(TimeLine.of(OPENED, Journal.NOTHING).lost()).isEmpty();
        Journal longer = JOURNAL.lost(ANN, OPENED.plusSeconds(86_400));
        assertThat(TimeLine.of(OPENED, longer).lost()).hasSize(TimeLine.MOST_MINUTES);
    }

    @Test
    void aStepStandsBeforeWhatItBegan() {
        Journal journal = Journal.NOTHING
                .with(OPENED.plusSeconds(60), Moment.Kind.QUESTION, "1")
                .with(OPENED.plusSeconds(61), Moment.Kind.STEP, "A question")
                .with(OPENED.plusSeconds(70), Moment.Kind.STEP, "A page");
        assertThat(TimeLine.of(OPENED, journal).entries())
                .extracting(entry -> entry.moment().map(Moment::what).orElse(""))
                .containsExactly("", "A question", "1", "A page");
        Journal shownAndAsked = Journal.NOTHING
                .with(OPENED.plusSeconds(60), Moment.Kind.STEP, "Before")
                .with(OPENED.plusSeconds(90), Moment.Kind.SHOW, "lab/surface?f=x1")
                .with(OPENED.plusSeconds(91), Moment.Kind.QUESTION, "1")
                .with(OPENED.plusSeconds(92), Moment.Kind.STEP, "A question");
        assertThat(TimeLine.of(OPENED, shownAndAsked).entries())
                .extracting(entry -> entry.moment().map(Moment::what).orElse(""))
                .containsExactly("", "Before", "A question", "lab/surface?f=x1", "1");
    }

    @Test
    void whatAStepBeganStaysWithItHoweverSoonTheNextFollows() {
        Journal fast = Journal.NOTHING
                .with(OPENED.plusMillis(100), Moment.Kind.SHOW, "lab/surface?f=x1")
                .with(OPENED.plusMillis(110), Moment.Kind.STEP, "A race")
                .with(OPENED.plusMillis(400), Moment.Kind.STEP, "A timer")
                .with(OPENED.plusMillis(700), Moment.Kind.QUESTION, "1")
                .with(OPENED.plusMillis(710), Moment.Kind.STEP, "A question");
        assertThat(TimeLine.of(OPENED, fast).entries())
                .extracting(entry -> entry.moment().map(Moment::what).orElse(""))
                .containsExactly("", "A race", "lab/surface?f=x1", "A timer", "A question", "1");
    }

    @Test
    void whoIsLostIsSoForTwoMinutes() {
        assertThat(TimeLine.lostLately(JOURNAL, OPENED.plusSeconds(100))).isEqualTo(2);
        assertThat(TimeLine.lostLately(JOURNAL, OPENED.plusSeconds(190))).as("one said so again").isEqualTo(1);
        assertThat(TimeLine.lostLately(JOURNAL, OPENED.plusSeconds(95 + 120))).isZero();
    }

    @Test
    void aTimeLineIsWrittenAsText() {
        assertThat(RoomApi.timeLine(TimeLine.of(OPENED, JOURNAL)).split("\n"))
                .containsExactly(
                        "time,kind,what,lost,questions",
                        "2026-11-27T10:00:00Z,opened,\"\",1,0",
                        "2026-11-27T10:01:00Z,step,\"'=Begin\",2,1",
                        "2026-11-27T10:04:00Z,question,\"1\",0,0");
    }
}
