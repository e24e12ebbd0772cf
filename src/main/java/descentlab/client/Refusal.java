package descentlab.client;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * Why a request was refused to keep the server within its bounds. Each is counted where it is refused, by
 * {@link #count}, and shown to the operator as the metric {@code descentlab.refused}, tagged with its {@code reason}.
 */
public enum Refusal {
    /** A connection beyond what a client may have that has not completed a request, or beyond all. */
    CONNECTION,
    /** A request that came too slowly. */
    SLOW_REQUEST,
    /** A link longer than an experiment may be. */
    LONG_LINK,
    /** A body larger than anything a page sends. */
    LARGE_BODY,
    /** A request from a page of another site. */
    FOREIGN_ORIGIN,
    /** A page beyond what a client, or all, may have open. */
    PAGE,
    /** A run beyond what one, or all, may have under way. */
    RUN,
    /** A training beyond the seats for large ones. */
    LARGE_RUN,
    /** A reader of a stream beyond what a client, or all, may be. */
    STREAM,
    /** A download, or another answer that is made at some cost, beyond what a client may ask for. */
    DOWNLOAD,
    /** A room beyond what a teacher may open. */
    ROOM,
    /** A seat in a room beyond what is left to a client. */
    ROOM_SEAT,
    /** Something done in a room faster than by hand. */
    ROOM_PACE,
    /** A room's code tried after too many wrong ones. */
    ROOM_CODE,
    /** A learner beyond what a client may bring anew. */
    LEARNER,
    /** An answer to an exercise beyond what one may send. */
    ATTEMPT,
    /** A sign-in that has to wait, since others failed. */
    SIGN_IN;

    private final LongAdder counted = new LongAdder();

    /** Counts one more. */
    public void count() {
        counted.increment();
    }

    /** How many there were since the start. */
    public long counted() {
        return counted.sum();
    }

    /** The tag's value. */
    String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
