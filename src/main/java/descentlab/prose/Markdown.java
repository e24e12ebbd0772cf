package descentlab.prose;

import descentlab.element.Formula;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark with formulas between dollar signs, to HTML. HTML in the text is shown as text, and a link leads only to
 * where a link may.
 */
public final class Markdown {

    private static final Parser PARSER =
            Parser.builder()
                    .customInlineContentParserFactory(MathParser.FACTORY)
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                    .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .nodeRendererFactory(Formulas::new)
            .build();

    private record Formulas(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(MathNode.class);
        }

        @Override
        public void render(Node node) {
            MathNode math = (MathNode) node;
            context.getWriter().raw(Formula.html(math.tex(), math.display()));
        }
    }

    private Markdown() {}

    /** The document of a text; its blocks say in which lines they stand. */
    public static Node parse(String text) {
        return PARSER.parse(text);
    }

    /** A node and all in it as HTML. */
    public static String html(Node node) {
        return RENDERER.render(node);
    }
}
