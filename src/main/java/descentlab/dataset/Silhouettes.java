package descentlab.dataset;

import descentlab.random.SeededRandom;
import java.util.List;
import java.util.Random;

/**
 * Synthetic pictures of clothes: outlines of ten garments drawn by this program, each bent, moved, shaded and noised at
 * random. They stand in for {@link FashionMnist}, with its classes and sizes, where that is missing; they are easier.
 */
public final class Silhouettes {

    /** Name in links. */
    public static final String NAME = "silhouettes";

    /** Name in sentences. */
    public static final String TITLE = "Silhouettes (synthetic)";

    /** Pictures to train on. */
    public static final int TRAINING = 10_000;

    /** Pictures to test with. */
    public static final int TEST = 2_000;

    /** What is to be known of it. */
    public static final DataSheet SHEET = new DataSheet(
            NAME,
            TITLE,
            true,
            "Pictures of ten kinds of clothes, drawn from outlines that are bent, moved and shaded at random. They"
                    + " stand in for Fashion-MNIST where that is missing, with its classes and sizes, and are"
                    + " easier.",
            String.format("%,d to train on, %,d to test with", TRAINING, TEST),
            "Synthetic: drawn by this application from a fixed seed; no photograph is in it.",
            "none needed",
            List.of());

    static final int SIDE = 28;
    private static final int WHITE = 255;
    private static final long TRAINING_SEED = 1;
    private static final long TEST_SEED = 2;

    /** How far an outline's corners, in units of half a picture, stray. */
    private static final double STRAY = 0.05;

    private static final double NOISE = 0.06;

    private Silhouettes() {}

    private static final class Drawn {
        private static final ImageData DATA =
                new ImageData(NAME, TITLE, draw(TRAINING, TRAINING_SEED), draw(TEST, TEST_SEED));
    }

    /** The data set as it is offered; drawn at first use, then shared. */
    public static ImageData standard() {
        return Drawn.DATA;
    }

    static ByteImages draw(int count, long seed) {
        Random random = SeededRandom.SYNTHETIC_DATA.generator(seed);
        Canvas canvas = new Canvas(SIDE);
        byte[] bytes = new byte[count * SIDE * SIDE];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(FashionMnist.CLASSES.size());
            draw(canvas, labels[i], random);
            write(canvas, random, bytes, i * SIDE * SIDE);
        }
        return new ByteImages(FashionMnist.CLASSES, SIDE, SIDE, bytes, labels);
    }

    private static void draw(Canvas canvas, int label, Random random) {
        double angle = 0.12 * random.nextGaussian();
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double wide = 0.85 + 0.2 * random.nextDouble();
        double high = 0.85 + 0.15 * random.nextDouble();
        double lean = 0.06 * random.nextGaussian();
        double right = 0.06 * random.nextGaussian();
        double down = 0.06 * random.nextGaussian();
        double gray = 0.4 + 0.6 * random.nextDouble();
        canvas.clear();
        for (Outline outline : Outline.ofGarment(label)) {
            double[] corners = outline.corners().clone();
            for (int i = 0; i < corners.length; i += 2) {
                double x = wide * (corners[i] + STRAY * random.nextGaussian());
                double y = high * (corners[i + 1] + STRAY * random.nextGaussian());
                corners[i] = cos * x - sin * y + lean * y + right;
                corners[i + 1] = sin * x + cos * y + down;
            }
            canvas.fill(corners, gray * outline.shade());
        }
    }

    private static void write(Canvas canvas, Random random, byte[] bytes, int at) {
        double slope = 0.15 * random.nextGaussian();
        for (int i = 0; i < SIDE * SIDE; i++) {
            double gray = canvas.gray(i);
            if (gray > 0) {
                double height = 2.0 * (i / SIDE) / SIDE - 1;
                gray *= 1 + slope * height + NOISE * random.nextGaussian();
            }
            bytes[at + i] = (byte) Math.round(WHITE * Math.min(Math.max(gray, 0), 1));
        }
    }
}
