package descentlab.trial;

import descentlab.load.Page;
import descentlab.load.PageTree;
import descentlab.load.Refused;
import descentlab.load.Rpc;
import descentlab.load.Site;
import java.util.List;

/** Joins under a new name, however often the page has to be loaded for it, and goes. */
final class Joiner extends Screen {

    private final String name;
    private final Room room;
    private volatile Page page;

    Joiner(Site site, Room room, String name) {
        super(room.troubles());
        this.room = room;
        this.name = name;
        this.page = new Page(site, room.incidents(), this);
        Thread.startVirtualThread(this::live);
    }

    @Override
    Page page() {
        return page;
    }

    @Override
    void comeBack() throws Refused {
        page = page.next();
        attempt();
    }

    private void live() {
        room.ledger().asksToJoin(name);
        try {
            attempt();
        } catch (Refused refused) {
            lost(refused);
        }
        while (!over && !isThere()) {
            // tries again
        }
        pause(500, 1500);
        close();
    }

    private void attempt() throws Refused {
        join(page, room.code(), name);
        room.ledger().joined(name);
    }

    /** Opens the room, and takes a seat there unless one is had. */
    static void join(Page page, String room, String name) throws Refused {
        page.open("class/" + room);
        if (page.look(tree -> tree.last("room-link")).isEmpty()) {
            int nickname = found(page, "nickname");
            int enter = found(page, "join");
            page.send(List.of(
                    Rpc.property(nickname, "value", name), Rpc.event(nickname, "change"), Rpc.click(enter)));
        }
        if (page.look(tree -> tree.last("room-link")).isEmpty()) {
            throw new Refused("not joined: " + page.look(Joiner::said));
        }
    }

    private static int found(Page page, String id) throws Refused {
        return page.look(tree -> tree.byId(id))
                .map(element -> element.number)
                .orElseThrow(() -> new Refused("a page has no " + id + ": " + page.look(Joiner::said)));
    }

    private static String said(PageTree tree) {
        return tree.last("p", p -> !p.text().isBlank()).map(PageTree.Element::text).orElse("nothing is said")
                + tree.byId("nickname").map(field -> " " + field.value("errorMessage")).orElse("");
    }
}
