package descentlab.prose;

import org.commonmark.node.CustomNode;

/** A formula in Markdown, between single dollar signs or, set as a block, between double ones. */
final class MathNode extends CustomNode {

    private final String tex;
    private final boolean display;

    MathNode(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
    }

    String tex() {
        return tex;
    }

    boolean display() {
        return display;
    }
}
