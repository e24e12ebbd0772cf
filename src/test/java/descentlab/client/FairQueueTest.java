package descentlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairQueueTest {

    private static final Client SCHOOL = new Client("192.0.2.1");
    private static final Client HOME = new Client("192.0.2.2");
    private static final Requester ANN = new Requester("ann", SCHOOL);
    private static final Requester BEN = new Requester("ben", SCHOOL);
    private static final Requester EVE = new Requester("eve", HOME);

    private final FairQueue<String> queue = new FairQueue<>();

    private List<String> takeAll() {
        List<String> taken = new ArrayList<>();
        while (!queue.isEmpty()) {
            taken.add(queue.take());
        }
        return taken;
    }

    @Test
    void clientsTakeTurnsThenTheirRequestersThenTheirEntries() {
        queue.add(ANN, "ann 1");
        queue.add(ANN, "ann 2");
        queue.add(BEN, "ben 1");
        queue.add(BEN, "ben 2");
        queue.add(EVE, "eve 1");
        queue.add(EVE, "eve 2");
        assertThat(queue.inOrder()).containsExactly("ann 1", "eve 1", "ben 1", "eve 2", "ann 2", "ben 2");
        assertThat(queue.inOrder()).isEqualTo(takeAll());
    }

    @Test
    void howeverManySessionsOneAddressHasAnotherIsNext() {
        for (int session = 0; session < 50; session++) {
            queue.add(new Requester("session " + session, SCHOOL), "school");
        }
        queue.add(EVE, "eve");
        assertThat(queue.inOrder().indexOf("eve")).isEqualTo(1);
    }

    @Test
    void aClassHasMoreTurnsInARowThanOnePerson() {
        FairQueue<String> weighed = new FairQueue<>(client -> client.equals(SCHOOL) ? 3 : 1);
        for (int i = 1; i <= 4; i++) {
            weighed.add(ANN, "ann " + i);
            weighed.add(EVE, "eve " + i);
        }
        weighed.add(BEN, "ben 1");
        assertThat(weighed.take()).isEqualTo("ann 1");
        List<String> order = weighed.inOrder();
        assertThat(order).containsExactly("ben 1", "ann 2", "eve 1", "ann 3", "ann 4", "eve 2", "eve 3", "eve 4");
        List<String> taken = new ArrayList<>();
        while (!weighed.isEmpty()) {
            taken.add(weighed.take());
        }
        assertThat(taken).isEqualTo(order);
    }

    @Test
    void turnsInARowAreTheMoreTheMorePeopleAreThere() {
        PeopleSeen presence = new PeopleSeen();
        assertThat(presence.applyAsInt(SCHOOL)).isEqualTo(1);
        presence.are(java.util.Map.of(SCHOOL, 50, HOME, 2));
        assertThat(presence.applyAsInt(SCHOOL)).isEqualTo(17);
        assertThat(presence.applyAsInt(HOME)).isEqualTo(1);
        presence.are(java.util.Map.of(SCHOOL, 1000));
        assertThat(presence.applyAsInt(SCHOOL)).isEqualTo(32);
    }

    @Test
    void whatIsTakenOutFromTheMiddleLeavesTheOrder() {
        queue.add(ANN, "ann 1");
        queue.add(BEN, "ben 1");
        queue.add(EVE, "eve 1");
        assertThat(queue.remove(BEN, "ben 1")).isTrue();
        assertThat(queue.remove(BEN, "ben 1")).isFalse();
        assertThat(queue.remove(EVE, "eve 1")).isTrue();
        assertThat(takeAll()).containsExactly("ann 1");
    }
}
