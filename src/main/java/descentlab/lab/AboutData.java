package descentlab.lab;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import descentlab.dataset.DataSheet;

/** What the data is, and the way to its page. */
final class AboutData extends Composite<Div> {

    private final Paragraph summary = new Paragraph();
    private final Anchor page = new Anchor("", "See the data: examples, origin, checksums");

    AboutData() {
        summary.addClassName("soft");
        getContent().add(summary, page);
    }

    void show(DataSheet sheet) {
        summary.setText(sheet.summary());
        page.setHref("data/" + sheet.name());
    }
}
