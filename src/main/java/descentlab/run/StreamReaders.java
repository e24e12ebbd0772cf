package descentlab.run;

import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.client.Refusal;
import descentlab.client.Share;
import descentlab.heap.HeapShare;
import jakarta.servlet.ServletRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who reads streams, of runs and of rooms alike. Each reader has a connection with its buffers and a thread for as long
 * as it reads, or does not: what it has not taken yet lies in the log that all share, not here. One client may be three
 * in four of them: a class behind one address that follows a room and watches its own trainings.
 */
@Component
public final class StreamReaders {

    /** Bytes of heap of a reader, measured with one that does not read. */
    private static final int BYTES_EACH = 112 << 10;

    private final Counters counters;
    private final Share share;

    @Autowired
    StreamReaders(Counters counters) {
        this(counters, HeapShare.STREAMS.room(BYTES_EACH));
    }

    StreamReaders(Counters counters, int all) {
        this.counters = counters;
        int ofOne = all - all / 4;
        this.share = new Share("stream readers", all, ofOne, ofOne);
    }

    /**
     * Lets somebody read, until the place is given back.
     *
     * @throws TooBusyException if the client, or all together, are as many readers as may be
     */
    public Counters.Held take(ServletRequest request) {
        Client client = Client.of(request);
        return counters.hold(share, client).orElseThrow(() -> {
            Refusal.STREAM.count();
            return new TooBusyException("From your address " + counters.held(share, client.value()) + " streams are read,"
                    + " from all " + counters.held(share) + "; at most " + share.mostOfOne() + " and " + share.all()
                    + " may be. Close some pages, or try again in a moment.");
        });
    }
}
