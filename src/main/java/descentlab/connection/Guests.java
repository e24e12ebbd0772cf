package descentlab.connection;

import descentlab.client.Client;
import descentlab.client.Refusal;
import descentlab.connection.Guest.State;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All connections, counted for each client and together. Where there are too many, the one goes that has been silent
 * for longest: an honest browser's headers come within a moment, so it is those who hold out that make room, though
 * they share an address with a class. Only where nothing is silent is the newest refused; and, where there is little
 * room left, who comes by hundreds a second, since to let somebody in and close another costs more than to refuse. For
 * any number of threads at once; each holds the lock for some microseconds, so whoever finds it taken tries again rather
 * than stand in line: a line of virtual threads, each of which has to be scheduled to take its turn, would hold up the
 * acceptor behind it.
 */
final class Guests {

    private final ConnectionBounds bounds;
    private final Predicate<InetAddress> proxies;
    private final Consumer<Object> close;
    private final Group all = new Group(new Client("all"), false, 0);
    private final Map<Client, Group> clients = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
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
        Client client = Client.of(from);
        boolean many = proxies.test(from);
        return book(leaving -> {
            Group group = clients.computeIfAbsent(client, key -> new Group(key, many, nanos));
            boolean inMeasure = group.comesInMeasure(nanos) || group.many;
            if (!inMeasure && all.open >= bounds.all() - bounds.all() / 8
                    || !group.many && group.open >= bounds.ofOne() && !makeRoom(group, nanos, leaving)
                    || all.open >= bounds.all() && !makeRoom(ofMost(), nanos, leaving)) {
                Refusal.CONNECTION.count();
                forgetIfEmpty(group);
                return Optional.empty();
            }
            clients.put(client, group); // it may just have become empty
            Guest guest = new Guest(connection, group, admitted++, nanos);
            group.open++;
            all.open++;
            group.add(guest);
            all.add(guest);
            return Optional.of(guest);
        });
    }

    /** Who has most that could be closed. So whoever has thousands, of whichever kind, keeps out themselves. */
    private Group ofMost() {
        return clients.values().stream()
                .max(Comparator.comparingInt(Group::unserved))
                .orElse(all);
    }

    private boolean makeRoom(Group group, long nanos, List<Guest> leaving) {
        Optional<Guest> first = group.first(nanos);
        first.ifPresent(guest -> dismiss(guest, leaving));
        return first.isPresent();
    }

    /** Something has arrived; false if it comes from one who was told to go. */
    boolean heard(Guest guest, long nanos) {
        return book(leaving -> {
            if (guest.state == State.RESTING) {
                move(guest, State.HEARD, nanos);
            } else if (guest.state == State.NEW || guest.state == State.AWAITED) {
                move(guest, State.HEARD, guest.since);
            }
            return guest.state != State.GONE;
        });
    }

    /** A request's headers are complete. */
    void served(Guest guest, long nanos) {
        book(leaving -> {
            move(guest, State.SERVED, nanos);
            return null;
        });
    }

    /** A request has been answered: what comes next is another one. */
    void answered(Guest guest, long nanos) {
        book(leaving -> {
            if (guest.state == State.SERVED) {
                guest.proven = true;
                move(guest, State.RESTING, nanos);
            }
            return null;
        });
    }

    /**
     * What had arrived has been looked at.
     *
     * @param half whether it ended within a request's headers
     */
    void looked(Guest guest, boolean half, long nanos) {
        book(leaving -> {
            if (guest.state == State.HEARD) {
                await(guest, leaving);
            } else if (guest.state == State.RESTING && half) {
                move(guest, State.HEARD, nanos);
                await(guest, leaving);
            }
            return null;
        });
    }

    /** A connection is closed. */
    void left(Guest guest) {
        book(leaving -> {
            if (guest.state != State.GONE) {
                leave(guest);
            }
            return null;
        });
    }

    /** Tells those to go from whom headers are awaited for too long. */
    void dismissSlow(long nanos) {
        book(leaving -> {
            dismissSlow(all.silent, nanos, leaving);
            dismissSlow(all.awaited, nanos, leaving);
            return null;
        });
    }

    private void dismissSlow(NavigableSet<Guest> some, long nanos, List<Guest> leaving) {
        while (!some.isEmpty() && nanos - some.first().since > bounds.patience().toNanos()) {
            Refusal.SLOW_REQUEST.count();
            dismissQuietly(some.first(), leaving);
        }
    }

    int most() {
        return bounds.all();
    }

    int open() {
        return book(leaving -> all.open);
    }

    /** How many of them have sent a part of a request's headers. */
    int awaited() {
        return book(leaving -> all.awaited.size());
    }

    /** How many clients are remembered. */
    int clients() {
        return book(leaving -> clients.size());
    }

    /** Does something that nobody else sees half done, then has those closed that it told to go. */
    private <T> T book(Function<List<Guest>, T> change) {
        List<Guest> leaving = new ArrayList<>(0);
        while (!lock.tryLock()) {
            Thread.yield();
        }
        T result;
        try {
            result = change.apply(leaving);
        } finally {
            lock.unlock();
        }
        leaving.forEach(guest -> close.accept(guest.connection));
        return result;
    }

    /** Takes it among those awaited; if that makes too many, the one goes that is awaited for longest. */
    private void await(Guest guest, List<Guest> leaving) {
        move(guest, State.AWAITED, guest.since);
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
            clients.remove(group.client, group);
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
