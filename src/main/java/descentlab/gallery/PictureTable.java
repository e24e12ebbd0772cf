package descentlab.gallery;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;

/** Each class with how many pictures it has, and the first of them. */
final class PictureTable extends UnorderedList {

    PictureTable(List<PictureClass> classes) {
        addClassName("picture-classes");
        classes.forEach(each -> add(item(each)));
    }

    private static ListItem item(PictureClass each) {
        Span counts = new Span(
                String.format(Locale.ROOT, "%,d to train on, %,d to test with", each.training(), each.test()));
        counts.addClassName("soft");
        // Drawn in the page's ink through the pictures as a mask: so they look printed in light and dark alike.
        Div strip = new Div();
        strip.addClassName("strip");
        strip.getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", "The first " + each.shown() + " training pictures of class " + each.name());
        strip.getStyle()
                .set("--strip", "url(" + each.strip() + ")")
                .set("--shown", String.valueOf(each.shown()));
        return new ListItem(new H3(each.name()), counts, strip);
    }
}
