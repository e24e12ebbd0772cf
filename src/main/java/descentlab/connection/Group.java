package descentlab.connection;

import descentlab.client.Client;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Connections that are counted together: those of a client, those of a proxy, or all. */
final class Group {

    private static final Comparator<Guest> LONGEST_FIRST =
            Comparator.<Guest>comparingLong(guest -> guest.since).thenComparingLong(guest -> guest.number);

    final Client client;

    /** Whether it stands for many clients, so that what one client may have does not bound it. */
    final boolean many;

    int open;
    final NavigableSet<Guest> awaited = new TreeSet<>(LONGEST_FIRST);
    final NavigableSet<Guest> resting = new TreeSet<>(LONGEST_FIRST);

    Group(Client client, boolean many) {
        this.client = client;
        this.many = many;
    }

    void add(Guest guest) {
        switch (guest.state) {
            case AWAITED -> awaited.add(guest);
            case RESTING -> resting.add(guest);
            default -> {}
        }
    }

    void remove(Guest guest) {
        switch (guest.state) {
            case AWAITED -> awaited.remove(guest);
            case RESTING -> resting.remove(guest);
            default -> {}
        }
    }
}
