package descentlab.model;

import descentlab.dataset.Images;
import java.util.List;
import java.util.stream.IntStream;

/** Pictures by a formula: entry i of all is 0.5 + 0.5 cos(0.013 i), counted through all pictures. */
record Patterns(int count, int[] labels) implements Images {

    static final int SIDE = 28;
    private static final int CLASSES = 10;
    private static final double STEP = 0.013;

    @Override
    public List<String> classes() {
        return IntStream.range(0, CLASSES).mapToObj(String::valueOf).toList();
    }

    @Override
    public int width() {
        return SIDE;
    }

    @Override
    public int height() {
        return SIDE;
    }

    @Override
    public int label(int index) {
        return labels[index % labels.length];
    }

    @Override
    public void pixels(int index, float[] into, int at, int stride) {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int entry = (index * SIDE + y) * SIDE + x;
                into[at + y * stride + x] = (float) (0.5 + 0.5 * Math.cos(STEP * entry));
            }
        }
    }
}
