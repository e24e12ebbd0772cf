package descentlab.prose;

import descentlab.element.Formula;
import descentlab.element.TextNumber;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark with formulas between dollar signs, to HTML. HTML in the text is shown as text, and a link leads only to
 * where a link may. A link of a number to a figure's, as {@code [0.4](bowl#eta)}, is that number of the figure.
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
            .nodeRendererFactory(Numbers::new)
            .build();

    private static final Pattern OF_A_FIGURE = Pattern.compile("([a-z][a-z0-9-]*)#([a-z0-9][a-z0-9.-]*)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:e-?\\d+)?");

    private record Formulas(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(MathNode.class);
        }

        @Override
        public void render(Node node) {
            MathNode math = (MathNode) node;
            context.getWriter().raw(Formula.html(math.tex(), math.display()) + tie(node));
        }
    }

    private record Numbers(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(NumberNode.class);
        }

        @Override
        public void render(Node node) {
            NumberNode number = (NumberNode) node;
            context.getWriter().raw(TextNumber.html(number.figure(), number.name(), number.printed()) + tie(node));
        }
    }

    /** Keeps a stop behind a formula or a number in its line, which a browser would let begin the next. */
    private static String tie(Node node) {
        return node.getNext() instanceof Text after && after.getLiteral().matches("(?s)[-.,;:!?)].*") ? "&#x2060;" : "";
    }

    private Markdown() {}

    /** The document of a text; its blocks say in which lines they stand. */
    public static Node parse(String text) {
        Node document = PARSER.parse(text);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                Matcher of = OF_A_FIGURE.matcher(link.getDestination());
                if (of.matches()
                        && link.getFirstChild() instanceof Text words
                        && words.getNext() == null
                        && NUMBER.matcher(words.getLiteral()).matches()) {
                    link.insertAfter(new NumberNode(of.group(1), of.group(2), words.getLiteral()));
                    link.unlink();
                } else {
                    visitChildren(link);
                }
            }
        });
        return document;
    }

    /** A text's words alone: formulas as their TeX, nothing of how it is set. */
    public static String words(String text) {
        StringBuilder words = new StringBuilder();
        parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(Text some) {
                words.append(some.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak end) {
                words.append(' ');
            }

            @Override
            public void visit(HardLineBreak end) {
                words.append(' ');
            }

            @Override
            public void visit(Paragraph paragraph) {
                visitChildren(paragraph);
                words.append(' ');
            }

            @Override
            public void visit(CustomNode node) {
                switch (node) {
                    case MathNode math -> words.append(math.tex());
                    case NumberNode number -> words.append(number.printed());
                    default -> visitChildren(node);
                }
            }
        });
        return words.toString().strip();
    }

    /** A node and all in it as HTML. */
    public static String html(Node node) {
        return RENDERER.render(node);
    }
}
