package descentlab.connection;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Refusal;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is let in and who has to go, without a network. Times are seconds. */
class GuestsTest {

    private static final InetAddress SCHOOL = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress OTHER = InetAddress.ofLiteral("192.0.2.2");
    private static final InetAddress PROXY = InetAddress.ofLiteral("10.0.0.1");
    private static final ConnectionBounds BOUNDS = new ConnectionBounds(8, 6, 4, 3, Duration.ofSeconds(10));

    private final List<Object> dismissed = new ArrayList<>();
    private final Guests guests = new Guests(BOUNDS, PROXY::equals, dismissed::add);

    private static long at(int second) {
        return Duration.ofSeconds(second).toNanos();
    }

    private Guest come(String connection, InetAddress from, int second) {
        return guests.admit(connection, from, at(second)).orElseThrow();
    }

    /** One whose request has been answered, and who keeps the connection. */
    private Guest rest(String connection, InetAddress from, int second) {
        Guest guest = come(connection, from, second);
        askAndRest(guest, second);
        return guest;
    }

    private Guest busy(String connection, InetAddress from, int second) {
        Guest guest = come(connection, from, second);
        guests.heard(guest, at(second));
        guests.served(guest, at(second));
        return guest;
    }

    private void askAndRest(Guest guest, int second) {
        guests.heard(guest, at(second));
        guests.served(guest, at(second));
        guests.answered(guest, at(second));
        guests.looked(guest, false, at(second));
    }

    /** Sends a part of a request. */
    private void half(Guest guest, int second) {
        guests.heard(guest, at(second));
        guests.looked(guest, true, at(second));
    }

    private void comeWithHalf(String connection, InetAddress from, int second) {
        half(come(connection, from, second), second);
    }

    @Test
    void ofTooManyHalfRequestsTheFirstGoes() {
        for (int i = 0; i < 5; i++) {
            comeWithHalf("c" + i, SCHOOL, i);
        }
        assertThat(dismissed).containsExactly("c0", "c1");
        comeWithHalf("other", OTHER, 5);
        assertThat(dismissed).as("there is room for one more of somebody else").hasSize(2);
        comeWithHalf("other2", OTHER, 6);
        assertThat(dismissed).as("and of all the one that is awaited for longest goes").endsWith("c2");
    }

    /** Whose first bytes are still on their way, or have come and were not looked at yet. */
    @Test
    void halfRequestsDoNotPushOutWhoHasJustCome() {
        come("new", SCHOOL, 0);
        for (int i = 0; i < 20; i++) {
            comeWithHalf("c" + i, SCHOOL, 1);
        }
        assertThat(dismissed).hasSize(17).doesNotContain("new");
    }

    @Test
    void ofTooManyThatSayNothingTheFirstGoes() {
        rest("kept", SCHOOL, 2);
        for (int i = 0; i < 6; i++) {
            come("c" + i, SCHOOL, i);
        }
        assertThat(dismissed).containsExactly("c0");
        come("c6", SCHOOL, 6);
        come("c7", SCHOOL, 7);
        assertThat(dismissed).as("before who was answered").containsExactly("c0", "c1", "c2");
        guests.dismissSlow(at(14));
        assertThat(dismissed).as("nobody may be silent for ever").endsWith("c3");
    }

    /** Or a byte now and then would keep them young. */
    @Test
    void aByteDoesNotMakeHeadersYounger() {
        Guest old = come("old", SCHOOL, 0);
        comeWithHalf("b", SCHOOL, 1);
        comeWithHalf("c", SCHOOL, 2);
        half(old, 3);
        comeWithHalf("d", SCHOOL, 4);
        assertThat(dismissed).containsExactly("old");
    }

    @Test
    void whatHasArrivedAndWaitsForUsIsNotHeldAgainstIt() {
        Guest slowlyServed = come("served slowly", SCHOOL, 0);
        guests.heard(slowlyServed, at(0));
        for (int i = 0; i < 4; i++) {
            comeWithHalf("c" + i, SCHOOL, i + 1);
        }
        guests.dismissSlow(at(11));
        assertThat(dismissed).doesNotContain("served slowly").contains("c0");
    }

    @Test
    void headersThatTakeTooLongAreGivenUpHoweverManyBytesCome() {
        long before = Refusal.SLOW_REQUEST.counted();
        Guest slow = come("slow", SCHOOL, 0);
        for (int second = 1; second < 10; second++) {
            half(slow, second);
            guests.dismissSlow(at(second));
        }
        assertThat(dismissed).isEmpty();
        half(slow, 10);
        guests.dismissSlow(at(11));
        assertThat(dismissed).containsExactly("slow");
        assertThat(Refusal.SLOW_REQUEST.counted()).isEqualTo(before + 1);
    }

    @Test
    void alsoThoseOfALaterRequest() {
        Guest guest = rest("kept", SCHOOL, 0);
        guests.dismissSlow(at(100));
        assertThat(dismissed).as("between requests nothing is awaited").isEmpty();
        half(guest, 100);
        guests.dismissSlow(at(109));
        assertThat(dismissed).isEmpty();
        guests.dismissSlow(at(111));
        assertThat(dismissed).containsExactly("kept");
    }

    /** Sent along with a request that was answered. */
    @Test
    void alsoThoseThatCameAlongWithTheRequestBefore() {
        Guest guest = come("pipelined", SCHOOL, 0);
        guests.heard(guest, at(0));
        guests.served(guest, at(0));
        guests.answered(guest, at(1));
        guests.looked(guest, true, at(1));
        guests.dismissSlow(at(12));
        assertThat(dismissed).containsExactly("pipelined");
    }

    /** To let thousands in, each in the place of another, would keep those waiting who come now and then. */
    @Test
    void whoComesByThousandsIsRefusedOnceThereIsLittleRoom() {
        for (int i = 0; i < 5; i++) {
            busy("d" + i, OTHER, 0);
        }
        for (int i = 0; i < 2000; i++) {
            guests.admit("c" + i, SCHOOL, at(1));
        }
        int sent = dismissed.size();
        assertThat(guests.admit("one more", SCHOOL, at(1))).isEmpty();
        assertThat(dismissed).as("nobody has to go for it").hasSize(sent);
        assertThat(guests.admit("e", OTHER, at(1))).as("whoever comes now and then").isPresent();
        assertThat(guests.admit("later", SCHOOL, at(3))).isPresent();
    }

    /** Else two who send thousands of requests at once would leave no room for anybody. */
    @Test
    void whoseRequestsWaitInHundredsMakesRoomForOthers() {
        for (int i = 0; i < 5; i++) {
            guests.heard(come("c" + i, SCHOOL, i), at(i));
        }
        busy("d0", OTHER, 5);
        busy("d1", OTHER, 5);
        Guest first = come("d2", OTHER, 6);
        assertThat(dismissed).isEmpty();
        come("d3", OTHER, 7);
        assertThat(dismissed).as("of whoever has most").containsExactly("c0");
        guests.heard(first, at(8));
        come("c5", SCHOOL, 8);
        assertThat(dismissed).as("also for themselves").containsExactly("c0", "c1");
    }

    @Test
    void whoIsServedIsLeftAlone() {
        Guest busy = busy("stream", SCHOOL, 0);
        guests.looked(busy, true, at(0));
        guests.heard(busy, at(5));
        guests.looked(busy, true, at(5));
        guests.dismissSlow(at(1000));
        assertThat(dismissed).isEmpty();
    }

    /** A class goes on by the connections it has, whoever opens thousands at its address. */
    @Test
    void whoWasAnsweredBeforeStaysAndHasATurnOfTheirOwn() {
        Guest kept = rest("kept", SCHOOL, 0);
        Guest again = rest("again", SCHOOL, 0);
        guests.heard(again, at(1));
        Guest flood = null;
        for (int i = 0; i < 50; i++) {
            flood = come("c" + i, SCHOOL, 1);
            guests.heard(flood, at(1));
        }
        assertThat(dismissed).hasSize(46).doesNotContain("kept", "again");
        assertThat(again.requester()).isNotEqualTo(kept.requester()).isNotEqualTo(flood.requester());
        assertThat(come("last", SCHOOL, 1).requester()).isEqualTo(flood.requester());
    }

    /** Or two who first ask for something small by each of a thousand connections would keep everybody out. */
    @Test
    void whoHasAllOfThemMakesRoomThoughEachWasAnsweredBefore() {
        for (int i = 0; i < 5; i++) {
            guests.heard(rest("c" + i, SCHOOL, 0), at(i + 1));
        }
        for (int i = 0; i < 3; i++) {
            busy("d" + i, OTHER, 6);
        }
        come("new", PROXY, 7);
        assertThat(dismissed).containsExactly("c0");
    }

    @Test
    void whoRestsForLongestMakesRoom() {
        for (int i = 0; i < 6; i++) {
            rest("c" + i, SCHOOL, i);
        }
        askAndRest(rest("c6", SCHOOL, 7), 8);
        assertThat(dismissed).containsExactly("c0");
    }

    @Test
    void onlyWhereAllAreServedIsTheNewestRefused() {
        for (int i = 0; i < 6; i++) {
            busy("c" + i, SCHOOL, i);
        }
        assertThat(guests.admit("one more", SCHOOL, at(7))).isEmpty();
        busy("d0", OTHER, 7);
        busy("d1", OTHER, 7);
        assertThat(guests.admit("yet one", OTHER, at(8))).as("beyond all").isEmpty();
        assertThat(dismissed).isEmpty();
        assertThat(guests.open()).isEqualTo(8);
    }

    @Test
    void aProxyIsBoundOnlyByWhatAllMayHave() {
        List<Guest> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(busy("c" + i, PROXY, i));
        }
        assertThat(guests.admit("one more", PROXY, at(9))).isEmpty();
        guests.left(all.getFirst());
        assertThat(guests.admit("now", PROXY, at(9))).isPresent();
    }

    @Test
    void nothingIsRememberedOfThoseWhoLeft() {
        Guest a = come("a", SCHOOL, 0);
        Guest b = rest("b", OTHER, 0);
        guests.left(a);
        guests.left(a);
        guests.left(b);
        assertThat(guests.open()).isZero();
        assertThat(guests.awaited()).isZero();
        assertThat(guests.clients()).isZero();
        guests.served(a, at(1)); // it was being read when it was closed
        guests.answered(a, at(1));
        guests.looked(a, false, at(1));
        assertThat(guests.open()).isZero();
        Optional<Guest> again = guests.admit("again", SCHOOL, at(2));
        assertThat(again).isPresent();
        assertThat(guests.open()).isOne();
    }
}
