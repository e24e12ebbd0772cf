package descentlab.prose;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import descentlab.element.Formula;
import descentlab.element.TextNumber;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** A piece of Markdown with formulas. */
@Uses(Formula.class)
@Uses(TextNumber.class)
public final class Prose extends Composite<Div> implements HasStyle {

    /** A part of a document as HTML: made once where many pages show it. */
    public static final class Html {

        private final String text;

        private Html(String text) {
            this.text = text;
        }

        /** About how many letters wide it is: a formula counts as six. */
        public int letters() {
            return text.replaceAll("<descent-formula.*?</descent-formula>", "formula")
                    .replaceAll("<[^>]*>", "")
                    .length();
        }
    }

    private Prose(String html) {
        getContent().addClassName("prose");
        getContent().getElement().setProperty("innerHTML", html);
    }

    /** Paragraphs, lists, whatever the text has. */
    public static Prose of(String markdown) {
        return of(render(Markdown.parse(markdown)));
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
        Node document = Markdown.parse(markdown);
        Node only = document.getFirstChild();
        if (!(only instanceof Paragraph) || only.getNext() != null) {
            return of(render(document));
        }
        StringBuilder html = new StringBuilder();
        for (Node inline = only.getFirstChild(); inline != null; inline = inline.getNext()) {
            html.append(Markdown.html(inline));
        }
        Prose prose = new Prose(html.toString());
        prose.addClassName("prose-line");
        return prose;
    }
}
