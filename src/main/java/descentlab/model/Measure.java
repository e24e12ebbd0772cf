package descentlab.model;

import java.util.List;

/** Numbers of interest beside the loss, taken of the parameters at each evaluation. */
public interface Measure {

    /** None. */
    Measure NONE = new Measure() {
        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public void take(double[] w, double[] into, int offset) {}
    };

    /** Column names. */
    List<String> names();

    /**
     * Takes the numbers.
     *
     * @param w parameters, left untouched
     * @param into receives as many values as there are names, from {@code offset} on
     */
    void take(double[] w, double[] into, int offset);
}
