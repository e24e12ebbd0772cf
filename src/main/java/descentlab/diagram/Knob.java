package descentlab.diagram;

/**
 * A number that decides a diagram.
 *
 * @param name in links
 * @param least the least it may be
 * @param most the most it may be
 * @param initial what it is where a link does not say
 * @param whole whether it counts something
 */
public record Knob(String name, double least, double most, double initial, boolean whole) {

    Knob(String name, double least, double most, double initial) {
        this(name, least, most, initial, false);
    }
}
