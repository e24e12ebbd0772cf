package descentlab.admission;

import descentlab.client.Acquaintance;
import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.client.Counters.Held;
import descentlab.client.Refusal;
import descentlab.client.Share;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides who may open one page more. */
class Admission {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final Counters counters;
    private final List<Acquaintance> acquaintances;
    private final Capacity capacity;
    private final Runnable makeRoom;

    /** @param makeRoom lets go of pages that have been silent for long */
    Admission(Counters counters, List<Acquaintance> acquaintances, Capacity capacity, Runnable makeRoom) {
        this.counters = counters;
        this.acquaintances = acquaintances;
        this.capacity = capacity;
        this.makeRoom = makeRoom;
    }

    /**
     * Room for one more page.
     *
     * @throws NoRoom if there is none for whoever asks
     */
    Held page(HttpServletRequest request) {
        Client client = Client.of(request);
        Optional<Held> page = counters.hold(capacity.pagesOfStrangers(), client);
        if (page.isEmpty()) {
            makeRoom.run();
            page = counters.hold(capacity.pagesOfStrangers(), client);
        }
        return page.or(() -> knownPage(request, client)).orElseThrow(() -> refused(capacity.pagesOfStrangers(), client, "pages"));
    }

    private Optional<Held> knownPage(HttpServletRequest request, Client client) {
        return known(request).flatMap(name -> counters.hold(Capacity.pagesOfOne(), name).flatMap(one -> {
            Optional<Held> page = counters.hold(capacity.pagesOfKnown(), client);
            if (page.isEmpty()) {
                one.release();
            }
            return page.map(held -> () -> {
                one.release();
                held.release();
            });
        }));
    }

    /**
     * Room for one more session.
     *
     * @throws NoRoom if there is none for whoever asks
     */
    Held session(HttpServletRequest request) {
        Client client = Client.of(request);
        counters.take(Capacity.PACE, client).ifPresent(wait -> {
            Refusal.PAGE.count();
            throw new NoRoom("From your address, " + client + ", more than " + Capacity.PACE.atOnce()
                    + " pages were opened at once; after that, " + (int) Capacity.PACE.perSecond()
                    + " a second can be opened.");
        });
        return counters.hold(capacity.sessionsOfStrangers(), client)
                .or(() -> known(request).flatMap(name -> counters.hold(capacity.sessionsOfKnown(), client)))
                .orElseThrow(() -> refused(capacity.sessionsOfStrangers(), client, "browsers"));
    }

    private NoRoom refused(Share share, Client client, String what) {
        Refusal.PAGE.count();
        int mine = counters.held(share, client.value());
        int all = counters.held(share);
        return new NoRoom("From your address, " + client + ", " + mine + " " + what + " are open, and " + all
                + " from everywhere. The server has room for " + share.all() + ", and no address gets more than are"
                + " still free" + (mine < share.surely() ? "" : " beyond its first " + share.surely()) + ".");
    }

    private Optional<String> known(HttpServletRequest request) {
        if (counters.take(Capacity.LOOK_UPS, Client.of(request)).isPresent()) {
            return Optional.empty();
        }
        return acquaintances.stream()
                .map(acquaintance -> recognized(acquaintance, request))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Without its database nobody is known to it, and the pages are there all the same. */
    private static String recognized(Acquaintance acquaintance, HttpServletRequest request) {
        try {
            return acquaintance.recognize(request);
        } catch (RuntimeException cannotTell) {
            LOG.debug("cannot tell who is known", cannotTell);
            return null;
        }
    }
}
