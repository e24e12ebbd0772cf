package descentlab.connection;

import descentlab.client.Requester;

/** One connection, as its {@link Guests} see it. All but the final fields is theirs, under their lock. */
final class Guest {

    enum State {
        /** It has said nothing so far. */
        NEW,
        /** A part of a request's headers is there, and the rest is awaited: it is the other side's turn. */
        AWAITED,
        /** Something has arrived that was not looked at yet: it is our turn. */
        HEARD,
        /** A request is being answered, or the connection is no longer one of requests. */
        SERVED,
        /** Between two requests. */
        RESTING,
        /** To be closed, or closed. */
        GONE
    }

    final Object connection;
    final Group group;
    final long number;
    State state = State.NEW;

    /** When it came into its state; of headers, when they began. */
    long since;

    Guest(Object connection, Group group, long number, long since) {
        this.connection = connection;
        this.group = group;
        this.number = number;
        this.since = since;
    }

    /** Whether a request of it has been answered. */
    boolean proven;

    /**
     * Who asks here: each connection of a client for itself once it was answered, those that have just come together.
     * So a class that goes on by the connections it has is not behind those that somebody at its address opens by
     * thousands.
     */
    Requester requester() {
        return new Requester(proven ? String.valueOf(number) : "newcomers", group.client);
    }
}
