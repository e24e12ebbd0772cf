package descentlab.admission;

import descentlab.client.Acquaintance;
import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.client.Counters.Held;
import descentlab.client.Refusal;
import descentlab.client.Share;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Decides who may open one page more. */
class Admission {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final Counters counters;
    private final List<Acquaintance> acquaintances;
    private final Capacity capacity;
    private final Runnable makeRoom;
    private final Predicate<HttpSession> lookedAt;
    private final Line line;
    private final Newcomers newcomers;

    /**
     * @param makeRoom lets go of pages that have been silent for long
     * @param lookedAt whether somebody looks at a page of a session now
     */
    Admission(
            Counters counters,
            List<Acquaintance> acquaintances,
            Capacity capacity,
            Runnable makeRoom,
            Predicate<HttpSession> lookedAt,
            Line line,
            Newcomers newcomers) {
        this.counters = counters;
        this.acquaintances = acquaintances;
        this.capacity = capacity;
        this.makeRoom = makeRoom;
        this.lookedAt = lookedAt;
        this.line = line;
        this.newcomers = newcomers;
    }

    /**
     * Room for one more page.
     *
     * @throws NoRoom if there is none for whoever asks
     */
    Held page(HttpServletRequest request) {
        Client client = Client.of(request);
        return counters.hold(capacity.pagesOfStrangers(), client)
                .or(() -> knownPage(request, client))
                .or(() -> {
                    makeRoom.run();
                    return afterNewcomers(request, client, capacity.pagesOfStrangers());
                })
                .orElseThrow(() -> refused(capacity.pagesOfStrangers(), client, "pages"));
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

    /** Room that the client's own newcomers make, as long as there are some. */
    private Optional<Held> afterNewcomers(HttpServletRequest request, Client client, Share share) {
        AwaitedPages own = AwaitedPages.of(request.getSession(false));
        Optional<Held> room = counters.hold(share, client);
        while (room.isEmpty() && newcomers.endFirst(client, own, lookedAt)) {
            room = counters.hold(share, client);
        }
        return room;
    }

    /**
     * Makes a session, if there is room for one more.
     *
     * @throws NoRoom if there is none for whoever asks
     */
    HttpSession session(HttpServletRequest request, Supplier<HttpSession> make) {
        Client client = Client.of(request);
        if (counters.take(Capacity.PACE, client).isPresent()
                && !(goesFirst(request) && counters.take(Capacity.PACE_OF_FIRST, client).isEmpty())) {
            Refusal.PAGE.count();
            throw new NoRoom("From your address, " + client + ", more than " + Capacity.PACE.atOnce()
                    + " pages were opened at once; after that, " + (int) Capacity.PACE.perSecond()
                    + " a second can be opened.");
        }
        Held room = counters.hold(capacity.sessionsOfStrangers(), client)
                .or(() -> known(request).flatMap(name -> counters.hold(capacity.sessionsOfKnown(), client)))
                .or(() -> afterNewcomers(request, client, capacity.sessionsOfStrangers()))
                .orElseThrow(() -> refused(capacity.sessionsOfStrangers(), client, "browsers"));
        HttpSession made = make.get();
        AwaitedPages.begin(made, room, client, newcomers);
        return made;
    }

    private boolean goesFirst(HttpServletRequest request) {
        return known(request).isPresent()
                || line.waited(request)
                        .filter(place -> counters.take(Capacity.ONCE, place).isEmpty())
                        .isPresent();
    }

    /** Tells whoever asked that there is no room. */
    void turnAway(HttpServletRequest request, HttpServletResponse response, NoRoom why) throws IOException {
        // So that the operator's figures tell it from a failure.
        ServerHttpObservationFilter.findObservationContext(request).ifPresent(seen -> seen.setError(why));
        FullPage.write(request, response, why, line);
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
        if (request.getCookies() == null || counters.take(Capacity.LOOK_UPS, Client.of(request)).isPresent()) {
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
