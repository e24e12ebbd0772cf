package descentlab.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The teacher's phone, which leads a room by a plan. */
final class Remote implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(Incidents.BOUND_SECONDS);
    private static final String NEXT = "plan-next";
    private static final String OVER = "The plan is over";

    private final Page page;
    private boolean leads;

    Remote(Teacher teacher) throws Refused {
        page = teacher.remoteBeside();
    }

    /** Takes up a plan in place of the one before. */
    void takeUp(String title) throws Refused {
        if (leads) {
            end();
        }
        PageTree.Element choice = found("plan");
        String key = page.look(tree -> choice.within("vaadin-select-list-box").stream()
                        .flatMap(list -> list.children("vaadin-select-item").stream())
                        .filter(item -> item.text().strip().equals(title))
                        .map(item -> item.value("value"))
                        .findFirst())
                .orElseThrow(() -> new Refused("the remote does not offer the plan " + title));
        page.send(List.of(Rpc.property(choice.number, "value", key), Rpc.event(choice.number, "value-changed")));
        click("take-plan");
        leads = true;
    }

    /** The page asks whether that is meant, and takes no answer that comes with the second click of a double one. */
    private void end() throws Refused {
        click("end-plan");
        PageTree.Element dialog = page.look(tree -> tree.last("vaadin-confirm-dialog"))
                .orElseThrow(() -> new Refused("the remote does not ask whether the plan is to end"));
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException over) {
            throw new Refused("interrupted");
        }
        page.send(List.of(Rpc.event(dialog.number, "confirm")));
    }

    /** Waits until the button to go on says what it does next. */
    void awaitNext(String words) throws Refused {
        if (!page.await(tree -> next(tree).equals(words), PATIENCE)) {
            throw new Refused("the remote's button says " + page.look(Remote::next) + " where " + words + " is due");
        }
    }

    void awaitEnd() throws Refused {
        awaitNext(OVER);
    }

    private static String next(PageTree tree) {
        return tree.byId(NEXT).map(button -> button.text().strip()).orElse("nothing");
    }

    void next() throws Refused {
        click(NEXT);
    }

    /** Waits until the page says that at least so many have voted or handed in; whether it does. */
    boolean awaitCount(int least) {
        return Teacher.awaitCount(page, least);
    }

    private void click(String id) throws Refused {
        page.send(List.of(Rpc.click(found(id).number)));
    }

    private PageTree.Element found(String id) throws Refused {
        return page.look(tree -> tree.byId(id)).orElseThrow(() -> new Refused("the remote lacks " + id));
    }

    @Override
    public void close() {
        page.close();
    }
}
