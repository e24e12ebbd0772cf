package descentlab.exercise;

import java.util.ArrayList;
import java.util.List;

/** All orders of a few values. */
final class Orders {

    private Orders() {}

    /** The orders, that of the values themselves first. */
    static List<double[]> of(double... values) {
        List<double[]> orders = new ArrayList<>();
        collect(values.clone(), 0, orders);
        return orders;
    }

    private static void collect(double[] values, int from, List<double[]> orders) {
        if (from == values.length) {
            orders.add(values.clone());
            return;
        }
        for (int i = from; i < values.length; i++) {
            swap(values, from, i);
            collect(values, from + 1, orders);
            swap(values, from, i);
        }
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
