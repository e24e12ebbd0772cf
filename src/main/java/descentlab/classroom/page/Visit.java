package descentlab.classroom.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;

/** The page on which a whole class is. */
final class Visit {

    /** A part of a page has no place before the page is laid out, and long pages come by and by: until it rests, or the reader moves. */
    private static final String SCROLL = """
            let looks = 0;
            let rests = 0;
            let at;
            const look = () => {
              const part = document.getElementById($0);
              part?.scrollIntoView();
              const now = part && Math.round(part.getBoundingClientRect().top + scrollY);
              rests = part && now === at ? rests + 1 : 0;
              at = now;
              if (rests > 10 || ++looks > 75) clearInterval(timer);
            };
            const timer = setInterval(look, 200);
            for (const own of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
              addEventListener(own, () => clearInterval(timer), { once: true, capture: true, passive: true });
            }
            look();
            """;

    private Visit() {}

    /** Brings somebody there, unless they are. */
    static void open(UI ui, String path) {
        String[] parts = path.split("#", 2);
        String[] page = parts[0].split("\\?", 2);
        if (!isAt(ui.getActiveViewLocation(), path)) {
            ui.navigate(page[0], query(page));
        }
        if (parts.length > 1) {
            ui.getPage().executeJs(SCROLL, parts[1]);
        }
    }

    /** Whether somebody is on that page, with that query. */
    private static boolean isAt(Location at, String path) {
        String[] page = path.split("#", 2)[0].split("\\?", 2);
        return at.getPath().equals(page[0])
                && at.getQueryParameters().getParameters().equals(query(page).getParameters());
    }

    private static QueryParameters query(String[] page) {
        return page.length > 1 ? QueryParameters.fromString(page[1]) : QueryParameters.empty();
    }
}
