package descentlab.trial;

import descentlab.load.Page;
import descentlab.load.PageTree;
import descentlab.load.Refused;
import descentlab.load.Rpc;
import descentlab.load.Site;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Votes, or hands in rates, again and again with another answer; with the same one until it is acknowledged. */
final class Voter extends Screen {

    private static final Duration CLICKS_AGAIN = Duration.ofSeconds(2);
    private static final Duration SHOWN = Duration.ofSeconds(3);
    private static final String IN = "Your vote is in: ";
    private static final String NOT_IN = "Your vote is not in. ";
    private static final String REFUSED_RATE = "That rate cannot be taken.";

    final String name;
    final Follower follower;
    private final String room;
    private final Ledger ledger;
    private final Supplier<Optional<Phase>> phase;
    private final ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    private volatile Page page;
    private volatile boolean busy;
    private boolean cameBack;

    Voter(Site site, Room room, String name) throws Refused {
        super(room.troubles());
        this.name = name;
        this.room = room.code();
        this.ledger = room.ledger();
        this.phase = room.phase();
        ledger.asksToJoin(name);
        page = new Page(site, room.incidents(), this);
        Joiner.join(page, this.room, name);
        ledger.joined(name);
        follower = new Follower(site, this.room, () -> page);
        Thread.startVirtualThread(this::live);
    }

    @Override
    Page page() {
        return page;
    }

    @Override
    void comeBack() throws Refused {
        page = page.next();
        page.open("class/" + room);
        follower.again();
        cameBack = true;
        if (page.look(tree -> tree.last("room-link")).isEmpty()) {
            throw new Refused("a page that came back has no room on it");
        }
    }

    private void live() {
        while (!over) {
            busy = true;
            try {
                Optional<Phase> now = isThere() ? phase.get() : Optional.empty();
                if (now.isPresent()) {
                    act(now.get());
                }
            } catch (Refused refused) {
                lost(refused);
            } catch (RuntimeException bug) {
                troubles.wrong(name + " failed: " + bug);
            } finally {
                busy = false;
            }
            pause(200, 800);
        }
    }

    private void act(Phase now) throws Refused {
        Ledger.Line line = ledger.line(now, name);
        if (now.isVote() && cameBack && line.acknowledged > 0) {
            checkShown(now, line);
        }
        cameBack = false;
        if (line.sent == Phase.MOST && line.acknowledged == line.sent || !isAsked(now)) {
            return;
        }
        int order = line.acknowledged == line.sent ? line.sent + 1 : line.sent;
        if (now.isVote() ? votes(now, line, order) : tries(now, line, order)) {
            line.acknowledged = order;
            acknowledged.add(System.nanoTime());
        }
    }

    private boolean isAsked(Phase now) {
        return page.look(tree -> now.isVote() ? field(tree).isPresent() && tree.button("Vote").isPresent() : range(tree).isPresent());
    }

    private static Optional<PageTree.Element> field(PageTree tree) {
        return tree.last("vaadin-text-field", field -> field.value("placeholder").equals("A number"));
    }

    private static Optional<PageTree.Element> range(PageTree tree) {
        return tree.last("descent-log-range");
    }

    private static Predicate<PageTree> says(String begin) {
        return tree -> tree.last("p", p -> p.text().startsWith(begin)).isPresent();
    }

    private static Predicate<PageTree> saysIn(Phase now, int order) {
        return says(IN + now.answer(order) + ". ");
    }

    /** What counts has to be on a page that came back. */
    private void checkShown(Phase now, Ledger.Line line) {
        Predicate<PageTree> counts = saysIn(now, line.acknowledged).or(saysIn(now, line.sent));
        if (!awaits(counts, SHOWN) && !isLost() && phase.get().equals(Optional.of(now))) {
            troubles.wrong(now + ": the page of " + name + " came back without answer " + line.acknowledged + ": "
                    + page.look(tree -> tree.last("p", p -> p.value("role").equals("status")).map(PageTree.Element::text)));
        }
    }

    private boolean votes(Phase now, Ledger.Line line, int order) throws Refused {
        if (order == line.sent && page.look(saysIn(now, order)::test)) {
            return true;
        }
        List<ObjectNode> vote = page.look(tree -> {
            int field = field(tree).orElseThrow().number;
            return List.of(
                    Rpc.property(field, "value", String.valueOf(now.answer(order))),
                    Rpc.event(field, "change"),
                    Rpc.click(tree.button("Vote").orElseThrow().number));
        });
        line.sent = order;
        page.send(vote);
        boolean in = awaits(saysIn(now, order), CLICKS_AGAIN);
        if (!in && page.look(says(NOT_IN)::test)) {
            troubles.note("a voter was told that the vote is not in");
        }
        return in;
    }

    /** Each is preceded by one that is refused at once, so that the page's words change when the next one is taken. */
    private boolean tries(Phase now, Ledger.Line line, int order) throws Refused {
        int range = page.look(tree -> range(tree)).orElseThrow().number;
        page.send(List.of(picked(range, -1)));
        if (!awaits(says(REFUSED_RATE), CLICKS_AGAIN)) {
            return false;
        }
        line.sent = order;
        page.send(List.of(picked(range, now.rate(order))));
        return awaits(says("Handed in"), CLICKS_AGAIN);
    }

    private static ObjectNode picked(int range, double rate) {
        return Rpc.event(range, "range-input", Site.JSON.createObjectNode().put("event.detail.value", rate));
    }

    /** Whether something of them is under way. */
    boolean isBusy() {
        return busy;
    }

    /** Nanoseconds from a moment to the first acknowledgement after it. */
    OptionalLong acknowledgedAfter(long moment) {
        return acknowledged.stream().mapToLong(time -> time - moment).filter(time -> time > 0).min();
    }

    /** Nanoseconds from a moment to the first acknowledgement after it, between two of them or since the last, at most. */
    long longestWithout(long moment) {
        long last = moment;
        long longest = 0;
        for (long time : acknowledged) {
            if (time > moment) {
                longest = Math.max(longest, time - last);
                last = time;
            }
        }
        return Math.max(longest, System.nanoTime() - last);
    }

    @Override
    public void close() {
        super.close();
        follower.close();
    }
}
