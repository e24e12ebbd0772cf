package descentlab.model;

import java.util.List;

/**
 * A tensor of parameters in the vector of all, row-major.
 *
 * @param name as PyTorch would have it: {@code conv1.weight}
 * @param offset of its first entry
 * @param shape output units first
 */
public record Parameter(String name, int offset, List<Integer> shape) {

    /** Number of entries. */
    public int count() {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }

    /** First entry after it. */
    public int end() {
        return offset + count();
    }

    /** Whether it has one entry for each unit: a bias, or what a norm scales or shifts by. */
    public boolean vector() {
        return shape.size() == 1;
    }

    /** Entries a unit of the output takes in: columns of a matrix, inputs times window of a convolution. */
    public int fanIn() {
        return vector() ? 1 : count() / shape.getFirst();
    }

    /** Entries an input goes out to. */
    public int fanOut() {
        return vector() ? 1 : count() / shape.get(1);
    }
}
