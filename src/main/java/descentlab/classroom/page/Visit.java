package descentlab.classroom.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;

/** The page on which a whole class is. */
final class Visit {

    private Visit() {}

    /** Brings somebody there, unless they are. */
    static void open(UI ui, String path) {
        String[] parts = path.split("#", 2);
        String[] page = parts[0].split("\\?", 2);
        if (!isAt(ui.getActiveViewLocation(), path)) {
            ui.navigate(page[0], query(page));
        }
        if (parts.length > 1) {
            // frontend/motion/hold.ts, which is on every page: a part has no place before the page is laid out.
            ui.getPage().executeJs("dispatchEvent(new CustomEvent('hold-place', { detail: $0 }))", parts[1]);
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
