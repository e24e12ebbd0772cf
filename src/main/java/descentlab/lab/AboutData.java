package descentlab.lab;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import descentlab.dataset.DataSheet;
import descentlab.experiment.OwnTask;

/** What the data is, and the way to its page. */
final class AboutData extends Composite<Div> {

    private final Paragraph summary = new Paragraph();
    private final Anchor page = new Anchor("", "See the data: examples, origin, checksums");

    AboutData() {
        summary.addClassName("soft");
        Anchor own = new Anchor("own-data", "Train on your own data");
        getContent().add(summary, new Div(page), new Div(own));
    }

    void show(DataSheet sheet) {
        summary.setText(sheet.summary());
        boolean own = sheet.name().startsWith(OwnTask.PREFIX);
        page.setHref(own ? "own-data/" + sheet.name().substring(OwnTask.PREFIX.length()) : "data/" + sheet.name());
    }
}
