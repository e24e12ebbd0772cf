package descentlab.siege;

import descentlab.load.Incidents;
import descentlab.load.Page;
import java.net.http.HttpResponse;

/** One who opens pages without end, each with fresh cookies, and never comes back to any. */
final class FreshPages implements Attack {

    private static final int WORKERS = 8;
    private static final int PER_SECOND = 80;
    private static final String PATH = "lab/surface";

    @Override
    public String name() {
        return "fresh pages without end";
    }

    @Override
    public void wage(Front front) throws Exception {
        front.keepDoing(WORKERS, PER_SECOND, number -> {
            Page page = new Page(front.site(), new Incidents(), (message, nanoTime) -> {});
            switch (number % 3) {
                case 0 -> front.got().add("only the page's address: answered "
                        + front.site().send(page.request("/" + PATH), HttpResponse.BodyHandlers.discarding()).statusCode());
                case 1 -> {
                    page.load(PATH);
                    front.got().add("pages got, never gone on with");
                }
                default -> {
                    page.load(PATH);
                    page.navigate(PATH);
                    front.got().add("pages got with all that is on them");
                }
            }
        });
    }
}
