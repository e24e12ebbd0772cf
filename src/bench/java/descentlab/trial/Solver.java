package descentlab.trial;

import descentlab.load.Page;
import descentlab.load.PageTree;
import descentlab.load.Refused;
import descentlab.load.Rpc;
import descentlab.load.Site;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** A student alone, who answers a part of an exercise again and again, each time with another number, always wrong. */
final class Solver extends Screen {

    static final String EXERCISE = "distances";
    static final String PART = "length";

    /** Numbers of one solver. */
    private static final int MOST = 100_000;

    private static final Duration CHECKED = Duration.ofSeconds(4);
    private static final String TITLE = "How far apart?";
    private static final String NO_NUMBER = "cannot be read as a number";
    private static final List<String> NOT_KEPT = List.of(NO_NUMBER, "could not keep", "Wait a moment");

    private final Ledger ledger;
    private volatile Page page;
    private int number;

    /** @param order by which solvers are told apart, from 1 */
    Solver(Site site, Room room, int order) throws Refused {
        super(room.troubles());
        this.ledger = room.ledger();
        this.number = order * MOST;
        page = new Page(site, room.incidents(), this);
        open();
        Thread.startVirtualThread(this::live);
    }

    @Override
    Page page() {
        return page;
    }

    @Override
    void comeBack() throws Refused {
        page = page.next();
        open();
    }

    private void open() throws Refused {
        page.open("exercises/" + EXERCISE + "?part=2");
        if (!page.look(Solver::isThere)) {
            throw new Refused("an exercise's page has no part " + PART);
        }
    }

    private static boolean isThere(PageTree tree) {
        return tree.last("h2", title -> title.text().equals(TITLE)).isPresent();
    }

    /** What is said to an answer is prose, which the page holds as markup. */
    private static Predicate<PageTree> says(String words) {
        return tree -> tree.values("innerHTML").stream().anyMatch(prose -> prose.contains(words));
    }

    private void live() {
        while (!over) {
            try {
                if (isThere()) {
                    answer();
                }
            } catch (Refused refused) {
                lost(refused);
            } catch (RuntimeException bug) {
                troubles.wrong("a solver failed: " + bug);
            }
            pause(2200, 3000); // two answers, of which one a second is taken
        }
    }

    /** Each is preceded by one that is no number, so that the page's words change when the next one is taken. */
    private void answer() throws Refused {
        send("nothing");
        if (!awaits(says(NO_NUMBER), CHECKED)) {
            return;
        }
        String answer = String.valueOf(++number);
        ledger.sendsAnswer(answer);
        send(answer);
        if (awaits(says(NO_NUMBER).negate(), CHECKED) && !page.look(tree -> NOT_KEPT.stream().anyMatch(words -> says(words).test(tree)))) {
            ledger.answered(answer);
        }
    }

    private void send(String answer) throws Refused {
        page.send(page.look(tree -> {
            // Not those of what is beside it to be tried.
            int field = tree.last("vaadin-text-field", each -> each.value("label").equals("Your answer")).orElseThrow().number;
            return List.of(
                    Rpc.property(field, "value", answer),
                    Rpc.event(field, "change"),
                    Rpc.click(tree.button("Check").orElseThrow().number));
        }));
    }
}
