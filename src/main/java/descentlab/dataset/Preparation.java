package descentlab.dataset;

/**
 * What is done to pictures before a network sees them.
 *
 * @param halved whether each 2 x 2 square becomes one pixel, its mean
 * @param centered whether from each pixel its mean over the training pictures is taken away
 */
public record Preparation(boolean halved, boolean centered) {

    /** Nothing. */
    public static final Preparation NONE = new Preparation(false, false);

    /** Pixels of a side of a picture that was so wide. */
    public int side(int side) {
        return halved ? side / 2 : side;
    }

    /**
     * Pictures as a network sees them.
     *
     * @param pictures those to prepare, an even number of pixels wide and high where they are halved
     * @param training those whose means are taken
     */
    public Images of(ByteImages pictures, ByteImages training) {
        if (equals(NONE)) {
            return pictures;
        }
        PreparedImages raw = new PreparedImages(pictures, halved, null);
        return centered ? new PreparedImages(pictures, halved, means(new PreparedImages(training, halved, null))) : raw;
    }

    /** In which share of the pictures each pixel, of halved ones where they are, is not black; less no mean. */
    public double[] lit(ByteImages pictures) {
        Images raw = new Preparation(halved, false).of(pictures, pictures);
        double[] lit = new double[raw.width() * raw.height()];
        float[] pixels = new float[lit.length];
        for (int i = 0; i < raw.count(); i++) {
            raw.pixels(i, pixels, 0, raw.width());
            for (int p = 0; p < lit.length; p++) {
                lit[p] += pixels[p] > 0 ? 1 : 0;
            }
        }
        for (int p = 0; p < lit.length; p++) {
            lit[p] /= raw.count();
        }
        return lit;
    }

    private static float[] means(Images images) {
        int size = images.width() * images.height();
        double[] sums = new double[size];
        float[] pixels = new float[size];
        for (int i = 0; i < images.count(); i++) {
            images.pixels(i, pixels, 0, images.width());
            for (int p = 0; p < size; p++) {
                sums[p] += pixels[p];
            }
        }
        float[] means = new float[size];
        for (int p = 0; p < size; p++) {
            means[p] = (float) (sums[p] / images.count());
        }
        return means;
    }
}
