package descentlab.run;

import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.client.Counters.Held;
import descentlab.client.Refusal;
import descentlab.client.Share;
import descentlab.heap.HeapShare;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who reads streams, of runs and of rooms alike. Each reader has a connection with its buffers and a thread for as long
 * as it reads, or does not: what it has not taken yet lies in the log that all share, not here. One client may be three
 * in four of them: a class behind one address that follows a room and watches its own trainings. Of these one browser
 * has what its pages need, so that nobody reads away the streams of all behind their address; programs without a session
 * are one browser.
 */
@Component
public final class StreamReaders {

    /** Bytes of heap of a reader, measured with one that does not read. */
    private static final int BYTES_EACH = 112 << 10;

    /** Streams of one browser: it opens six at the same time, or more by HTTP/2. */
    private static final int OF_BROWSER = 24;

    private final Counters counters;
    private final Share share;
    private final Share ofBrowser;

    @Autowired
    StreamReaders(Counters counters) {
        this(counters, HeapShare.STREAMS.room(BYTES_EACH));
    }

    StreamReaders(Counters counters, int all) {
        this.counters = counters;
        int ofOne = all - all / 4;
        this.share = new Share("stream readers", all, ofOne, ofOne);
        this.ofBrowser = Share.each("stream readers of a browser", Math.min(OF_BROWSER, ofOne));
    }

    /**
     * Lets somebody read, until the place is given back.
     *
     * @throws TooBusyException if the browser, the client, or all together are as many readers as may be
     */
    public Held take(HttpServletRequest request) {
        Client client = Client.of(request);
        HttpSession session = request.getSession(false);
        Held ofThis = counters.hold(ofBrowser, session == null ? "without a session " + client.value() : session.getId())
                .orElseThrow(() -> refused("Your browser reads " + ofBrowser.mostOfOne() + " streams, the most it may."));
        Held place = counters.hold(share, client).orElseThrow(() -> {
            ofThis.release();
            return refused("From your address " + counters.held(share, client.value()) + " streams are read, from all "
                    + counters.held(share) + "; at most " + share.mostOfOne() + " and " + share.all() + " may be.");
        });
        return () -> {
            ofThis.release();
            place.release();
        };
    }

    private static TooBusyException refused(String why) {
        Refusal.STREAM.count();
        return new TooBusyException(why + " Close some pages, or try again in a moment.");
    }
}
