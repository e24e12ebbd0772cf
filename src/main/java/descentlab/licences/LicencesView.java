package descentlab.licences;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Under which licences one may use this, and what comes along. */
@StyleSheet("descentlab/licences.css")
@Route(LicencesView.PATH)
@AnonymousAllowed
@PageTitle("Licences · Descent Lab")
class LicencesView extends Div {

    static final String PATH = "licences";

    /** Made once: it is the same on each page, and long. */
    private static final class Lists {

        static final String OWN = folded("The licence's text", Licences.own());
        static final String JAVA = java(Licences.java());
        static final String BROWSER = browser(Licences.browser());
    }

    LicencesView() {
        addClassNames("page", "licences");
        add(
                new H1("Licences"),
                new Paragraph("Descent Lab may be used, changed and passed on under the Apache License 2.0. Below stands"
                        + " what it is built from, each with its own licence."),
                html(Lists.OWN),
                new H2("Data"),
                data(),
                new H2("In the browser"),
                new Paragraph("Open one to read its licence. Packages with one text stand together."),
                html(Lists.BROWSER),
                new H2("On the server"),
                new Paragraph("Where several licences stand, one may be chosen. Each library's archive holds its text."),
                html(Lists.JAVA));
    }

    private static Component data() {
        return new Paragraph(
                new Anchor("data", "The data sets' pages"), new Text(" say where each comes from, and its licence."));
    }

    private static Component html(String html) {
        Div div = new Div();
        div.getElement().setProperty("innerHTML", html);
        return div;
    }

    private static String java(List<JavaLibrary> libraries) {
        return libraries.stream()
                .map(each -> "<li>" + named(each) + " " + escaped(each.version() + ", " + String.join(" or ", each.licences()))
                        + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String named(JavaLibrary library) {
        return library.url().isEmpty()
                ? escaped(library.name())
                : "<a href=\"" + escaped(library.url()) + "\">" + escaped(library.name()) + "</a>";
    }

    private static String browser(List<BrowserPackage> packages) {
        if (packages.isEmpty()) {
            return "<p>This server runs from its sources; the list is made when it is built.</p>";
        }
        return Licences.byText(packages).entrySet().stream()
                .map(entry -> folded(
                        entry.getValue().stream()
                                        .map(each -> each.name() + " " + each.version())
                                        .collect(Collectors.joining(", "))
                                + ": " + entry.getValue().getFirst().identifier(),
                        entry.getKey()))
                .collect(Collectors.joining());
    }

    private static String folded(String title, String text) {
        return "<details><summary>" + escaped(title) + "</summary><pre>" + escaped(text) + "</pre></details>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
