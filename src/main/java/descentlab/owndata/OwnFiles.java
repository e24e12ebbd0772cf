package descentlab.owndata;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import descentlab.controls.Confirmation;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The files that a learner gave, to be opened and deleted; nothing where there are none. */
final class OwnFiles extends Section {

    OwnFiles(List<OwnFile> files, Consumer<String> delete) {
        setVisible(!files.isEmpty());
        addClassName("examples");
        UnorderedList list = new UnorderedList();
        list.addClassName("own-files");
        files.forEach(file -> list.add(item(file, delete)));
        add(new H2("What you gave"), list);
    }

    private static ListItem item(OwnFile file, Consumer<String> delete) {
        Span facts = new Span(String.format(
                Locale.ROOT, "%s, since %s", size(file.bytes()), file.kept().atZone(ZoneOffset.UTC).toLocalDate()));
        facts.addClassName("soft");
        Button gone = new Button("Delete", click -> Confirmation.ask(
                "Delete " + file.name() + "?",
                "It is deleted at once, and links to trainings on it find nothing any more, unless somebody else gave the same.",
                "Delete",
                () -> delete.accept(file.key())));
        gone.addThemeVariants(ButtonVariant.TERTIARY);
        gone.setAriaLabel("Delete " + file.name());
        return new ListItem(new Anchor(OwnDataView.PATH + "/" + file.key(), file.name()), facts, gone);
    }

    private static String size(int bytes) {
        return bytes < 1000 ? bytes + " bytes"
                : bytes < 1_000_000 ? Math.round(bytes / 1e3) + " KB" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
