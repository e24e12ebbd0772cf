package descentlab.classroom.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;

/** The page on which a whole class is. */
final class Visit {

    private Visit() {}

    /** Brings somebody there, unless they are. */
    static void open(UI ui, String path) {
        if (!isAt(ui, path)) {
            String[] page = page(path);
            ui.navigate(page[0], query(page));
        }
        holdPlace(ui, path);
    }

    /** Has who enters a page come there in its place: the page is not made, and no step of the browser's history. */
    static void forward(BeforeEnterEvent event, String path) {
        String[] page = page(path);
        event.forwardTo(page[0], query(page));
        holdPlace(event.getUI(), path);
    }

    private static void holdPlace(UI ui, String path) {
        String[] parts = path.split("#", 2);
        if (parts.length > 1) {
            // frontend/motion/hold.ts, which is on every page: a part has no place before the page is laid out.
            ui.getPage().executeJs("dispatchEvent(new CustomEvent('hold-place', { detail: $0 }))", parts[1]);
        }
    }

    /** Whether somebody is on that page, with that query. */
    static boolean isAt(UI ui, String path) {
        Location at = ui.getActiveViewLocation();
        String[] page = page(path);
        return at.getPath().equals(page[0])
                && at.getQueryParameters().getParameters().equals(query(page).getParameters());
    }

    /** Its path, and its query if there is one. */
    private static String[] page(String path) {
        return path.split("#", 2)[0].split("\\?", 2);
    }

    private static QueryParameters query(String[] page) {
        return page.length > 1 ? QueryParameters.fromString(page[1]) : QueryParameters.empty();
    }
}
