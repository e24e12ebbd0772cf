package descentlab.diagram;

/**
 * An axis of a panel.
 *
 * @param name what is measured along it, in plain words
 * @param log whether equal steps are equal factors
 * @param low where it begins
 * @param high where it ends
 */
public record Axis(String name, boolean log, double low, double high) {

    public Axis {
        if (!(low < high) || log && low <= 0) {
            throw new IllegalArgumentException("an axis from " + low + " to " + high + (log ? ", logarithmic" : ""));
        }
    }

    static Axis linear(String name, double low, double high) {
        return new Axis(name, false, low, high);
    }

    static Axis log(String name, double low, double high) {
        return new Axis(name, true, low, high);
    }
}
