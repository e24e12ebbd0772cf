package descentlab.prose;

import org.commonmark.node.CustomNode;

/** A number of a figure's in a text, written as a link: {@code [0.4](bowl#eta)}. */
public final class NumberNode extends CustomNode {

    private final String figure;
    private final String name;
    private final String printed;

    NumberNode(String figure, String name, String printed) {
        this.figure = figure;
        this.name = name;
        this.printed = printed;
    }

    /** Name of the figure. */
    public String figure() {
        return figure;
    }

    /** Which of its numbers. */
    public String name() {
        return name;
    }

    /** Whether that number is printed. */
    public boolean says(double value) {
        return Double.parseDouble(printed) == value;
    }

    /** As the text has it. */
    public String printed() {
        return printed;
    }
}
