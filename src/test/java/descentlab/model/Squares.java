package descentlab.model;

import descentlab.dataset.Images;
import java.util.List;
import java.util.stream.IntStream;

/** The patterns at another size. */
record Squares(int count, int side) implements Images {

    private static final int[] LABELS = {3, 0, 9, 7, 1, 1, 8};

    @Override
    public List<String> classes() {
        return IntStream.range(0, 10).mapToObj(String::valueOf).toList();
    }

    @Override
    public int width() {
        return side;
    }

    @Override
    public int height() {
        return side;
    }

    @Override
    public int label(int index) {
        return LABELS[index % LABELS.length];
    }

    @Override
    public void pixels(int index, float[] into, int at, int stride) {
        for (int i = 0; i < side * side; i++) {
            int to = at + i / side * stride + i % side;
            into[to] = (float) (0.5 + 0.5 * Math.cos(0.013 * (index * side * side + i)));
        }
    }
}
