package descentlab.diagram;

import java.util.List;

/**
 * One of the pictures of a diagram.
 *
 * @param title what it shows, in a few words
 * @param x the axis to the right
 * @param y the axis upwards
 * @param curves what is drawn, the last on top
 */
public record Panel(String title, Axis x, Axis y, List<Curve> curves) {

    public Panel {
        curves = List.copyOf(curves);
    }
}
