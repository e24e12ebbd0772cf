package descentlab.hand;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Client;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long MILLI = 1_000_000;
    private static final Client CLASS = new Client("10.0.0.1");

    private final AtomicLong now = new AtomicLong(5 * MILLI);
    private final Pace pace = new Pace(0.5, 100 * MILLI, now::get);

    @Test
    void aLittleIsComputedAtOnceAndThenHalfOfTheTime() {
        Pace.Pacer pacer = pace.enter(CLASS);
        assertThat(pacer.untilNext()).isZero();
        pacer.charge(100 * MILLI);
        assertThat(pacer.untilNext()).as("what is there at once").isZero();
        pacer.charge(30 * MILLI);
        assertThat(pacer.untilNext()).isEqualTo(60 * MILLI);
        now.addAndGet(60 * MILLI);
        assertThat(pacer.untilNext()).isZero();
        pacer.charge(10 * MILLI);
        assertThat(pacer.untilNext()).isEqualTo(20 * MILLI);
    }

    @Test
    void restIsNotSavedUp() {
        Pace.Pacer pacer = pace.enter(CLASS);
        now.addAndGet(3600_000 * MILLI);
        pacer.charge(110 * MILLI);
        assertThat(pacer.untilNext()).isEqualTo(20 * MILLI);
    }

    @Test
    void allSocketsOfAClientShareItAndOthersDoNot() {
        Pace.Pacer one = pace.enter(CLASS);
        Pace.Pacer other = pace.enter(CLASS);
        Pace.Pacer stranger = pace.enter(new Client("10.0.0.2"));
        one.charge(200 * MILLI);
        assertThat(other.untilNext()).isPositive();
        assertThat(stranger.untilNext()).isZero();
    }

    @Test
    void whoHasNoSocketIsForgotten() {
        Pace.Pacer one = pace.enter(CLASS);
        Pace.Pacer other = pace.enter(CLASS);
        one.leave();
        assertThat(pace.clients()).isEqualTo(1);
        other.leave();
        assertThat(pace.clients()).isZero();
    }
}
