package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import descentlab.client.Client;
import descentlab.client.Elsewhere;
import descentlab.client.Refusal;
import descentlab.client.Requester;
import descentlab.cluster.Cluster;
import descentlab.cluster.MemoryNetwork;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one address may have of the seats for large runs, and of their memory. */
class PortionsTest {

    private static final Client SCHOOL = new Client("192.0.2.1");

    private static Seats seats(long memory) {
        return new Seats(new Seats.Quota(2, Duration.ofSeconds(5), 4, 80, memory, Duration.ofMinutes(1)), Elsewhere.nothing());
    }

    private static Requester session(Client client, int number) {
        return new Requester(client + " " + number, client);
    }

    /** How many of as many sessions as wish to get a training each do. */
    private static int grab(Seats seats, Client client, int sessions) {
        for (int session = 0; session < sessions; session++) {
            try {
                seats.admit(session(client, session), 1);
            } catch (TooBusyException full) {
                return session;
            }
        }
        return sessions;
    }

    @Test
    void aClassBehindOneAddressGetsThreeQuartersAndNeverAll() {
        Seats seats = seats(1_000_000);
        assertThat(grab(seats, SCHOOL, 80)).isEqualTo(60);
        assertThat(grab(seats, new Client("192.0.2.2"), 4)).isEqualTo(4);
    }

    @Test
    void whoHoldsMostIsRefusedFirst() {
        Seats seats = seats(1_000_000);
        for (int home = 0; home < 20; home++) {
            seats.admit(session(new Client("198.51.100." + home), 0), 1);
        }
        int school = grab(seats, SCHOOL, 80);
        assertThat(school).isEqualTo(45);
        seats.admit(session(new Client("198.51.100.99"), 0), 1);
        long refused = Refusal.LARGE_RUN.counted();
        assertThatExceptionOfType(TooBusyException.class)
                .isThrownBy(() -> seats.admit(session(SCHOOL, 99), 1))
                .withMessageContaining("Your network has 45 of the 66 trainings")
                .withMessageContaining("Run it again in a minute");
        assertThat(Refusal.LARGE_RUN.counted()).isGreaterThan(refused);
    }

    @Test
    void theSameHoldsForTheMemory() {
        Seats seats = seats(20);
        assertThat(grab(seats, SCHOOL, 80)).isEqualTo(15);
        assertThat(grab(seats, new Client("192.0.2.2"), 4)).isEqualTo(4);
    }

    @Test
    void smallRunsArePortionedLikewise() throws Exception {
        Duration budget = Duration.ofMinutes(1);
        try (ComputePool pool = new ComputePool(new ComputePool.Quota(
                0, 2, 20, budget, new Seats.Quota(1, budget, 2, 2, 10, budget)))) {
            int admitted = 0;
            try {
                for (; admitted < 20; admitted++) {
                    pool.submit(session(SCHOOL, admitted), new Pieces<>(over -> Optional.of(1)));
                }
            } catch (TooBusyException refused) {
                assertThat(refused).hasMessageContaining("Your network has 15 of the 15 runs");
            }
            assertThat(admitted).isEqualTo(15);
            pool.submit(session(new Client("192.0.2.2"), 0), new Pieces<>(over -> Optional.of(1)));
        }
    }

    @Test
    @Timeout(30)
    void whatAClientHasOnOtherServersIsItsOwn() throws InterruptedException {
        MemoryNetwork network = MemoryNetwork.empty();
        Cluster here = network.join();
        Cluster other = network.join();
        Elsewhere there = new Elsewhere("large", other);
        Elsewhere elsewhere = new Elsewhere("large", here);
        Seats seats = new Seats(
                new Seats.Quota(2, Duration.ofSeconds(5), 4, 80, 1_000_000, Duration.ofMinutes(1)), elsewhere);
        Requester ann = session(SCHOOL, 0);
        there.holdsHere(ann, 4);
        for (int i = 1; i <= 14; i++) {
            there.holdsHere(session(SCHOOL, i), 4);
        }
        while (elsewhere.all() < 60) {
            Thread.sleep(10);
        }
        assertThatExceptionOfType(TooBusyException.class)
                .isThrownBy(() -> seats.admit(ann, 1))
                .withMessageContaining("You already have 4 trainings on pictures");
        for (int i = 0; i < 45; i++) {
            seats.admit(session(SCHOOL, 100 + i), 1);
        }
        assertThatExceptionOfType(TooBusyException.class)
                .isThrownBy(() -> seats.admit(session(SCHOOL, 99), 1))
                .withMessageContaining("Your network has 105 of the 105 trainings");
        assertThat(grab(seats, new Client("192.0.2.2"), 4)).as("what is left is for others").isEqualTo(4);
        other.close();
        seats.admit(ann, 1);
    }
}
