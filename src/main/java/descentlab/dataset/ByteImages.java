package descentlab.dataset;

import java.util.Arrays;
import java.util.List;

/**
 * Pictures kept as bytes, 0 to 255, picture after picture, row by row.
 *
 * @param classes names by label
 * @param width pixels from left to right
 * @param height pixels from top to bottom
 * @param bytes gray values; they may go on after the last picture's; shared, not to be written
 * @param labels one each
 */
public record ByteImages(List<String> classes, int width, int height, byte[] bytes, byte[] labels) implements Images {

    private static final int WHITE = 255;
    private static final float[] GRAY = new float[WHITE + 1];

    static {
        for (int i = 0; i <= WHITE; i++) {
            GRAY[i] = (float) i / WHITE;
        }
    }

    public ByteImages {
        classes = List.copyOf(classes);
        if (bytes.length < (long) labels.length * width * height) {
            throw new IllegalArgumentException(labels.length + " labels do not fit " + bytes.length + " bytes of "
                    + width + " x " + height + " pixels");
        }
        for (byte label : labels) {
            if (label < 0 || label >= classes.size()) {
                throw new IllegalArgumentException("label " + label + " of " + classes.size() + " classes");
            }
        }
    }

    @Override
    public int count() {
        return labels.length;
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    @Override
    public void pixels(int index, float[] into, int at, int stride) {
        int from = index * width * height;
        for (int y = 0; y < height; y++) {
            int row = at + y * stride;
            for (int x = 0; x < width; x++) {
                into[row + x] = GRAY[bytes[from + y * width + x] & WHITE];
            }
        }
    }

    /** The gray values of one picture, row by row; a copy. */
    public byte[] picture(int index) {
        int size = width * height;
        return Arrays.copyOfRange(bytes, index * size, (index + 1) * size);
    }

    /** The last pictures only, so many; a copy. */
    public ByteImages last(int count) {
        int size = width * height;
        int from = count() - count;
        return new ByteImages(
                classes,
                width,
                height,
                Arrays.copyOfRange(bytes, from * size, count() * size),
                Arrays.copyOfRange(labels, from, count()));
    }

    /** The first pictures only, with the same bytes; the same if there are no more than that. */
    public ByteImages first(int count) {
        return count >= count() ? this : new ByteImages(classes, width, height, bytes, Arrays.copyOf(labels, count));
    }
}
