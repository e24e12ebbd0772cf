package descentlab.prose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import descentlab.element.Formula;
import descentlab.element.TextNumber;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** A piece of Markdown with formulas. */
@Uses(Formula.class)
@Uses(TextNumber.class)
public final class Prose extends Composite<Div> implements HasStyle {

    private static final Pattern FORMULA = Pattern.compile("<descent-formula.*?</descent-formula>");

    /** Of all texts together whose HTML is kept. */
    private static final int MOST_LETTERS = 200_000;

    /** A part of a document as HTML: made once where many pages show it. */
    public static final class Html {

        private final String text;
        private final int letters;

        private Html(String text) {
            this.text = text;
            this.letters = FORMULA.matcher(text).replaceAll("formula").replaceAll("<[^>]*>", "").length();
        }

        /** About how many letters wide it is: a formula counts as six. */
        public int letters() {
            return letters;
        }
    }

    /** What was shown lately, by its text: a class is shown the same all at once. */
    private static final Cache<String, Html> WHOLE = lately();

    private static final Cache<String, Line> LINES = lately();

    /** @param isLine whether it is without a paragraph around it */
    private record Line(Html html, boolean isLine) {}

    private static <T> Cache<String, T> lately() {
        return Caffeine.newBuilder()
                .weigher((String text, T made) -> text.length())
                .maximumWeight(MOST_LETTERS)
                .build();
    }

    private Prose(String html) {
        getContent().addClassName("prose");
        getContent().getElement().setProperty("innerHTML", html);
    }

    /** Paragraphs, lists, whatever the text has. */
    public static Prose of(String markdown) {
        return of(WHOLE.get(markdown, text -> render(Markdown.parse(text))));
    }

    /** A part of a document, to be shown. */
    public static Html render(Node node) {
        return new Html(Markdown.html(node));
    }

    /** A part of a document. */
    public static Prose of(Html rendered) {
        return new Prose(rendered.text);
    }

    /** A text of one paragraph, without the paragraph around it: for labels and list items. */
    public static Prose line(String markdown) {
        Line line = LINES.get(markdown, Prose::rendered);
        Prose prose = of(line.html());
        if (line.isLine()) {
            prose.addClassName("prose-line");
        }
        return prose;
    }

    private static Line rendered(String markdown) {
        Node document = Markdown.parse(markdown);
        Node only = document.getFirstChild();
        if (!(only instanceof Paragraph) || only.getNext() != null) {
            return new Line(render(document), false);
        }
        StringBuilder html = new StringBuilder();
        for (Node inline = only.getFirstChild(); inline != null; inline = inline.getNext()) {
            html.append(Markdown.html(inline));
        }
        return new Line(new Html(html.toString()), true);
    }
}
