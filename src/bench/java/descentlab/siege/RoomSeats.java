package descentlab.siege;

import descentlab.load.Incidents;
import descentlab.load.Page;
import descentlab.load.PageTree;
import descentlab.load.Refused;
import descentlab.load.Rpc;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One who knows the room's code, and joins without end, each time with fresh cookies and another nickname. */
final class RoomSeats implements Attack {

    private static final int WORKERS = 6;
    private static final int PER_SECOND = 30;

    private final AtomicInteger guests = new AtomicInteger();

    @Override
    public String name() {
        return "room seats, fresh cookies";
    }

    @Override
    public void wage(Front front) throws Exception {
        AtomicInteger seats = new AtomicInteger();
        front.keepDoing(WORKERS, PER_SECOND, number -> {
            Page page = new Page(front.site(), new Incidents(), (message, nanoTime) -> {});
            page.load("class/" + front.code());
            page.navigate("class/" + front.code());
            join(page, "Guest " + guests.incrementAndGet());
            if (page.look(tree -> tree.last("room-link")).isPresent()) {
                front.got().add("seats taken");
                front.got().holds("seats", seats.incrementAndGet());
            } else {
                front.got().add("refused: " + page.look(RoomSeats::said));
            }
        });
    }

    private static void join(Page page, String name) throws Refused {
        Optional<PageTree.Element> nickname = page.look(tree -> tree.byId("nickname"));
        Optional<PageTree.Element> enter = page.look(tree -> tree.byId("join"));
        if (nickname.isPresent() && enter.isPresent()) {
            page.send(List.of(
                    Rpc.property(nickname.get().number, "value", name),
                    Rpc.event(nickname.get().number, "change"),
                    Rpc.click(enter.get().number)));
        }
    }

    private static String said(PageTree tree) {
        return tree.byId("nickname")
                .map(field -> field.value("errorMessage"))
                .orElse("no page to join on")
                .replaceAll("\\d+", "#");
    }
}
