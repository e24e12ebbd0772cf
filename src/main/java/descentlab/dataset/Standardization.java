package descentlab.dataset;

/** Brings columns to mean 0 and deviation 1. */
final class Standardization {

    private Standardization() {}

    /**
     * Subtracts from each column its mean and divides by its population deviation sqrt(mean((x - mean)^2)), in place.
     * A constant column becomes 0.
     *
     * @param values n x columns values, row-major
     */
    static void columns(double[] values, int columns) {
        int rows = values.length / columns;
        for (int column = 0; column < columns; column++) {
            double sum = 0;
            for (int i = column; i < values.length; i += columns) {
                sum += values[i];
            }
            double mean = sum / rows;
            double squares = 0;
            for (int i = column; i < values.length; i += columns) {
                squares += (values[i] - mean) * (values[i] - mean);
            }
            double deviation = Math.sqrt(squares / rows);
            for (int i = column; i < values.length; i += columns) {
                values[i] = deviation == 0 ? 0 : (values[i] - mean) / deviation;
            }
        }
    }
}
