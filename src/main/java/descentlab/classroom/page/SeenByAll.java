package descentlab.classroom.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.ElementUtil;
import descentlab.classroom.Poll;
import descentlab.classroom.Tally;
import org.jsoup.nodes.Document;

/** {@link Results} as everyone in a class is shown them, where nobody does anything with them: made once for all, as HTML. */
final class SeenByAll extends Composite<Div> {

    /** By the question itself, as it is at that moment; forgotten with it. */
    private static final Cache<Poll, String> MADE = Caffeine.newBuilder().weakKeys().build();

    private String shown = "";

    SeenByAll() {
        getContent().addClassName("results");
    }

    /** @param tally of its votes */
    void show(Poll poll, Tally tally) {
        String html = MADE.get(poll, asked -> html(asked, tally));
        if (!html.equals(shown)) {
            shown = html;
            getContent().getElement().setProperty("innerHTML", html);
        }
    }

    /** What is in them; Flow escapes what was typed. */
    private static String html(Poll poll, Tally tally) {
        Results results = new Results();
        results.show(poll, tally);
        Document html = new Document("");
        html.outputSettings().prettyPrint(false); // a space more or less is seen
        results.getElement().getChildren().forEach(child -> html.appendChild(ElementUtil.toJsoup(html, child)));
        return html.html();
    }
}
