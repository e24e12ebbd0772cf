package descentlab.diagram;

import java.util.List;

/** Something of which a diagram can be made, from a few numbers. */
public interface Theory {

    /** Its name in links. */
    String name();

    /** What decides it, in the order of links. */
    List<Knob> knobs();

    /** What {@link #draw} may be asked for by name, whatever the numbers are. */
    List<String> numbers();

    /**
     * Computes the diagram.
     *
     * @param at a number for each knob, in their order and bounds
     */
    Diagram draw(double[] at);

    /**
     * Link of a lab that plays the same, or the nearest to it.
     *
     * @param at as of {@link #draw}
     */
    String lab(double[] at);
}
