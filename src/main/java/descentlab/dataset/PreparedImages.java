package descentlab.dataset;

import java.util.List;

/** Pictures that are halved and centered as they are read. */
final class PreparedImages implements Images {

    private static final float WHITE = 255;

    private final ByteImages pictures;
    private final int factor;
    private final int width;
    private final int height;
    private final float[] means;

    /** @param means to take away, or null */
    PreparedImages(ByteImages pictures, boolean halved, float[] means) {
        this.pictures = pictures;
        this.factor = halved ? 2 : 1;
        if (pictures.width() % factor != 0 || pictures.height() % factor != 0) {
            throw new IllegalArgumentException(
                    "pictures of " + pictures.width() + " x " + pictures.height() + " pixels cannot be halved");
        }
        this.width = pictures.width() / factor;
        this.height = pictures.height() / factor;
        this.means = means;
    }

    @Override
    public List<String> classes() {
        return pictures.classes();
    }

    @Override
    public int count() {
        return pictures.count();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int label(int index) {
        return pictures.label(index);
    }

    @Override
    public void pixels(int index, float[] into, int at, int stride) {
        int from = index * pictures.width() * pictures.height();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float gray = gray(from + factor * (y * pictures.width() + x));
                into[at + y * stride + x] = means == null ? gray : gray - means[y * width + x];
            }
        }
    }

    private float gray(int at) {
        byte[] bytes = pictures.bytes();
        if (factor == 1) {
            return (bytes[at] & 255) / WHITE;
        }
        int below = at + pictures.width();
        int sum = (bytes[at] & 255) + (bytes[at + 1] & 255) + (bytes[below] & 255) + (bytes[below + 1] & 255);
        return sum / (4 * WHITE);
    }
}
