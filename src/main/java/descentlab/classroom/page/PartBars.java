package descentlab.classroom.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import descentlab.prose.Prose;
import java.util.Optional;

/** How a class stands at the part that it is on: how many tried and solved it, and why wrong answers were wrong, without names. */
final class PartBars extends Composite<Div> {

    private static final int MOST = 8;

    private Optional<PartPicture> shown = Optional.empty();

    PartBars() {
        getContent().addClassName("part-bars");
        getContent().setVisible(false);
    }

    /** @param picture nothing if the class is at no part */
    void show(Optional<PartPicture> picture) {
        if (picture.equals(shown)) {
            return;
        }
        shown = picture;
        getContent().removeAll();
        getContent().setVisible(picture.isPresent());
        picture.ifPresent(now -> {
            Paragraph counts = new Paragraph(now.tried() + " tried, " + now.solved() + " solved");
            counts.addClassName("part-counts");
            getContent().add(new H3(now.title()), counts, bars(now));
            if (!now.values().isEmpty()) {
                getContent().add(new H4("What was answered wrongly"), values(now));
            }
        });
    }

    /** A full bar is all who tried. */
    private static UnorderedList bars(PartPicture picture) {
        UnorderedList list = new UnorderedList();
        list.addClassName("bars");
        picture.reasons().stream().limit(MOST).forEach(reason -> list.add(bar(reason, Math.max(1, picture.tried()))));
        return list;
    }

    private static UnorderedList values(PartPicture picture) {
        UnorderedList list = new UnorderedList();
        list.addClassName("written-answers");
        picture.values().forEach(value -> {
            Span count = new Span(String.valueOf(value.learners()));
            count.addClassName("written-count");
            Component text = value.formatted() ? Prose.line(value.text()) : new Span(value.text());
            ListItem item = new ListItem(count, text);
            item.setTitle(Words.count(value.learners(), "student", "students"));
            list.add(item);
        });
        return list;
    }

    private static ListItem bar(PartPicture.Reason reason, int tried) {
        Div name = new Div(Prose.line(reason.said()));
        name.addClassName("bar-name");
        Div fill = new Div();
        fill.addClassName("bar-fill");
        fill.getStyle().set("inline-size", Math.min(100, 100.0 * reason.learners() / tried) + "%");
        Div track = new Div(fill);
        track.addClassName("bar-track");
        Span number = new Span(String.valueOf(reason.learners()));
        number.addClassName("bar-number");
        ListItem item = new ListItem(name, track, number);
        item.addClassName("bar");
        return item;
    }
}
