package descentlab.model;

import descentlab.dataset.Images;
import java.util.List;
import java.util.stream.IntStream;

/** Pictures by a formula: entry i of all is 0.5 + 0.5 cos(0.013 i), counted through all pictures. */
record Patterns(int count, int[] labels) implements Images {

    private static final double STEP = 0.013;

    @Override
    public List<String> classes() {
        return IntStream.range(0, Network.CLASSES).mapToObj(String::valueOf).toList();
    }

    @Override
    public int width() {
        return Network.SIDE;
    }

    @Override
    public int height() {
        return Network.SIDE;
    }

    @Override
    public int label(int index) {
        return labels[index % labels.length];
    }

    @Override
    public void pixels(int index, float[] into, int at, int stride) {
        for (int y = 0; y < Network.SIDE; y++) {
            for (int x = 0; x < Network.SIDE; x++) {
                int entry = (index * Network.SIDE + y) * Network.SIDE + x;
                into[at + y * stride + x] = (float) (0.5 + 0.5 * Math.cos(STEP * entry));
            }
        }
    }
}
