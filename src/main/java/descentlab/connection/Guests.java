package descentlab.connection;

import descentlab.client.Client;
import descentlab.client.Refusal;
import descentlab.connection.Guest.State;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * All connections, counted for each client and together. Where there are too many, the one goes that has been silent
 * for longest: an honest browser's headers come within a moment, so it is those who hold out that make room, though
 * they share an address with a class. Only where nothing is silent is the newest refused. Never waits; for any number
 * of threads at once.
 */
final class Guests {

    private final ConnectionBounds bounds;
    private final Predicate<InetAddress> proxies;
    private final Consumer<Object> close;
    private final Group all = new Group("all", false);
    private final Map<String, Group> clients = new HashMap<>();
    private long admitted;

    /**
     * @param proxies whether an address stands for many clients: what one may have does not bound it
     * @param close is told of each connection that has to go; returns at once and comes back with {@link #left}
     */
    Guests(ConnectionBounds bounds, Predicate<InetAddress> proxies, Consumer<Object> close) {
        this.bounds = bounds;
        this.proxies = proxies;
        this.close = close;
    }

    /** Lets a connection in and awaits its first request; nothing if there is no room for it. */
    Optional<Guest> admit(Object connection, InetAddress from, long nanos) {
        List<Guest> leaving = new ArrayList<>();
        Optional<Guest> guest = admit(connection, from, nanos, leaving);
        leaving.forEach(left -> close.accept(left.connection));
        return guest;
    }

    private synchronized Optional<Guest> admit(
            Object connection, InetAddress from, long nanos, List<Guest> leaving) {
        String name = Client.of(from).value();
        Group client = clients.computeIfAbsent(name, key -> new Group(key, proxies.test(from)));
        if (!client.many && client.open >= bounds.ofOne() && !makeRoom(client, leaving)
                || all.open >= bounds.all() && !makeRoom(all, leaving)) {
            Refusal.CONNECTION.count();
            forgetIfEmpty(client);
            return Optional.empty();
        }
        clients.put(name, client); // it may just have become empty
        Guest guest = new Guest(connection, client, admitted++, nanos);
        client.open++;
        all.open++;
        into(guest, State.AWAITED, leaving);
        return Optional.of(guest);
    }

    private boolean makeRoom(Group group, List<Guest> leaving) {
        Guest longest = !group.resting.isEmpty()
                ? group.resting.first()
                : group.awaited.isEmpty() ? null : group.awaited.first();
        if (longest == null) {
            return false;
        }
        dismiss(longest, leaving);
        return true;
    }

    /** Something has arrived. */
    synchronized void heard(Guest guest, long nanos) {
        if (guest.state == State.RESTING) {
            move(guest, State.HEARD, nanos);
        } else if (guest.state == State.AWAITED) {
            move(guest, State.HEARD, guest.since);
        }
    }

    /** A request's headers are complete. */
    synchronized void served(Guest guest, long nanos) {
        move(guest, State.SERVED, nanos);
    }

    /** A request has been answered: what comes next is another one. */
    synchronized void answered(Guest guest, long nanos) {
        if (guest.state == State.SERVED) {
            move(guest, State.RESTING, nanos);
        }
    }

    /**
     * What had arrived has been looked at.
     *
     * @param half whether it ended within a request's headers
     */
    void looked(Guest guest, boolean half, long nanos) {
        List<Guest> leaving = new ArrayList<>();
        synchronized (this) {
            if (guest.state == State.HEARD) {
                into(guest, State.AWAITED, leaving);
            } else if (guest.state == State.RESTING && half) {
                move(guest, State.HEARD, nanos);
                into(guest, State.AWAITED, leaving);
            }
        }
        leaving.forEach(left -> close.accept(left.connection));
    }

    /** A connection is closed. */
    synchronized void left(Guest guest) {
        if (guest.state != State.GONE) {
            leave(guest);
        }
    }

    /** Tells those to go from whom headers are awaited for too long. */
    void dismissSlow(long nanos) {
        List<Guest> leaving = new ArrayList<>();
        synchronized (this) {
            while (!all.awaited.isEmpty()
                    && nanos - all.awaited.first().since > bounds.patience().toNanos()) {
                Refusal.SLOW_REQUEST.count();
                dismissQuietly(all.awaited.first(), leaving);
            }
        }
        leaving.forEach(left -> close.accept(left.connection));
    }

    synchronized int open() {
        return all.open;
    }

    synchronized int awaited() {
        return all.awaited.size();
    }

    /** How many clients are remembered. */
    synchronized int clients() {
        return clients.size();
    }

    /** Takes it among those awaited; if that makes too many, the one goes that is awaited for longest. */
    private void into(Guest guest, State awaited, List<Guest> leaving) {
        move(guest, awaited, guest.since);
        if (!guest.group.many && guest.group.awaited.size() > bounds.waitingOfOne()) {
            dismiss(guest.group.awaited.first(), leaving);
        }
        if (all.awaited.size() > bounds.waiting()) {
            dismiss(all.awaited.first(), leaving);
        }
    }

    private void dismiss(Guest guest, List<Guest> leaving) {
        Refusal.CONNECTION.count();
        dismissQuietly(guest, leaving);
    }

    private void dismissQuietly(Guest guest, List<Guest> leaving) {
        leave(guest);
        leaving.add(guest);
    }

    private void leave(Guest guest) {
        move(guest, State.GONE, guest.since);
        guest.group.open--;
        all.open--;
        forgetIfEmpty(guest.group);
    }

    private void forgetIfEmpty(Group group) {
        if (group.open == 0) {
            clients.remove(group.name, group);
        }
    }

    private void move(Guest guest, State state, long since) {
        guest.group.remove(guest);
        all.remove(guest);
        if (guest.state != State.GONE) {
            guest.state = state;
            guest.since = since;
        }
        guest.group.add(guest);
        all.add(guest);
    }
}
