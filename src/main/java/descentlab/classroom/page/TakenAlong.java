package descentlab.classroom.page;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import descentlab.classroom.Room;
import descentlab.shell.FirstWords;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Takes a class's pages along to where the class goes. Each shows the new page's first screen at once, which is made for all, then what
 * in it is one's own, and becomes that page when it is its turn.
 */
@Component
class TakenAlong {

    private final FirstWords words;
    private final PagesInTurn turns;

    TakenAlong(FirstWords words, PagesInTurn turns) {
        this.words = words;
        this.turns = turns;
    }

    /** Brings somebody to a page, unless they are there or on their way. */
    void to(UI ui, String path) {
        to(ui, path, () -> words.html(path));
    }

    /** Brings somebody back to the room of their class. */
    void back(UI ui, Room room) {
        to(ui, "class/" + room.code(), () -> Optional.of(ClassWords.of(room)));
    }

    private void to(UI ui, String path, Supplier<Optional<String>> alike) {
        Optional<Way> before = way(ui);
        if (before.filter(way -> way.path.equals(path)).isPresent()) {
            return;
        }
        before.ifPresent(Way::end);
        Optional<String> first = Visit.isAt(ui, path) ? Optional.empty() : alike.get();
        if (first.isEmpty()) {
            Visit.open(ui, path);
        } else {
            Way way = new Way(ui, path);
            way.begin(first.get());
            turns.tell(ui, () -> way.goOn(() -> words.own(path)));
            turns.take(ui, way::arrive);
        }
    }

    /** Has a page get larger when it is its turn, as others are. */
    void inTurn(UI ui, Command make) {
        turns.take(ui, make);
    }

    /** Whoever is on the way to a page stays where they are. */
    void stay(UI ui) {
        way(ui).ifPresent(Way::end);
    }

    /** Where somebody is on the way to. */
    Optional<String> goal(UI ui) {
        return way(ui).map(way -> way.path);
    }

    private static Optional<Way> way(UI ui) {
        return Optional.ofNullable(ComponentUtil.getData(ui, Way.class));
    }

    /** From the first words of a page to the page itself. */
    private static final class Way {

        private final UI ui;
        private final String path;
        private Registration elsewhere;

        Way(UI ui, String path) {
            this.ui = ui;
            this.path = path;
        }

        void begin(String first) {
            ComponentUtil.setData(ui, Way.class, this);
            show(first);
            elsewhere = ui.addAfterNavigationListener(left -> end());
        }

        private void show(String html) {
            // frontend/motion/first-words.ts, which is on every page
            ui.getPage().executeJs("dispatchEvent(new CustomEvent('first-words', { detail: { path: $0, html: $1 } }))", path, html);
        }

        private boolean isGoing() {
            return way(ui).filter(this::equals).isPresent();
        }

        /** @param own words that they alone are shown */
        void goOn(Supplier<Optional<String>> own) {
            if (isGoing()) {
                own.get().ifPresent(this::show);
            }
        }

        /** Unless they went elsewhere meanwhile. */
        void arrive() {
            if (isGoing()) {
                end();
                Visit.open(ui, path);
            }
        }

        void end() {
            elsewhere.remove();
            ComponentUtil.setData(ui, Way.class, null);
            ui.getPage().executeJs("dispatchEvent(new Event('first-words-over'))");
        }
    }
}
