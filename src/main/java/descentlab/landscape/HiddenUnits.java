package descentlab.landscape;

import descentlab.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The hidden units of a network's layers, whose order means nothing: with the weights into them and their biases, or what a norm scales
 * and shifts them by, and the weights out of them, put in another order, the network computes the same. A unit of a convolution is a channel, all of whose pixels go into
 * the next layer side by side.
 *
 * @param weight the weights into them, a row for each unit
 * @param own vectors with an entry for each: a bias, or gamma and beta
 * @param next the weights out of them
 */
record HiddenUnits(Parameter weight, List<Parameter> own, Parameter next) {

    /** Those of each layer but the last. */
    static List<HiddenUnits> of(List<Parameter> parameters) {
        List<HiddenUnits> layers = new ArrayList<>();
        int weight = 0;
        for (int i = 1; i < parameters.size(); i++) {
            if (!parameters.get(i).vector()) {
                layers.add(new HiddenUnits(parameters.get(weight), List.copyOf(parameters.subList(weight + 1, i)), parameters.get(i)));
                weight = i;
            }
        }
        return layers;
    }

    int count() {
        return weight.shape().getFirst();
    }

    /** Weights from one unit into one of the next layer. */
    private int width() {
        return next.fanIn() / count();
    }

    /** Puts unit {@code order[i]} at place i, for each i; in place. */
    void reorder(double[] w, int[] order) {
        move(w, weight.offset(), weight.fanIn(), order);
        own.forEach(each -> move(w, each.offset(), 1, order));
        for (int row = 0; row < next.shape().getFirst(); row++) {
            move(w, next.offset() + row * next.fanIn(), width(), order);
        }
    }

    private static void move(double[] w, int at, int width, int[] order) {
        double[] before = new double[order.length * width];
        System.arraycopy(w, at, before, 0, before.length);
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(before, order[i] * width, w, at + i * width, width);
        }
    }

    /** How well a unit of one network and a unit of another go together: the product of the weights into them and out of them, and their own. */
    double likeness(double[] a, int i, double[] b, int j) {
        int fan = weight.fanIn();
        double sum = 0;
        for (Parameter each : own) {
            sum += a[each.offset() + i] * b[each.offset() + j];
        }
        sum += product(a, weight.offset() + i * fan, b, weight.offset() + j * fan, fan);
        for (int row = 0; row < next.shape().getFirst(); row++) {
            int at = next.offset() + row * next.fanIn();
            sum += product(a, at + i * width(), b, at + j * width(), width());
        }
        return sum;
    }

    private static double product(double[] a, int aAt, double[] b, int bAt, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += a[aAt + k] * b[bAt + k];
        }
        return sum;
    }

    /** A random order of its units. */
    int[] shuffled(Random random) {
        int[] order = new int[count()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
