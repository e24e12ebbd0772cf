package descentlab.dataset;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** The sets of pictures there are, in the order in which they are offered: first what the course has, then what stands in for it. */
public enum PictureSet {
    FASHION_MNIST(FashionMnist.SHEET, FashionMnist.TRAINING, FashionMnist.SIDE, FashionMnist.CLASSES.size()) {
        @Override
        boolean seemsThere(FashionMnist files) {
            return files.seemsThere();
        }

        @Override
        Optional<ImageData> find(FashionMnist files) throws IOException {
            return files.find();
        }
    },
    SILHOUETTES(Silhouettes.SHEET, Silhouettes.TRAINING, Silhouettes.SIDE, FashionMnist.CLASSES.size()) {
        @Override
        Optional<ImageData> find(FashionMnist files) {
            return Optional.of(Silhouettes.standard());
        }
    },
    DIGITS(Digits.SHEET, Digits.TRAINING, Digits.SIDE, Digits.CLASSES.size()) {
        @Override
        Optional<ImageData> find(FashionMnist files) throws IOException {
            return Optional.of(Digits.read());
        }
    };

    private final DataSheet sheet;
    private final int training;
    private final int side;
    private final int classes;

    PictureSet(DataSheet sheet, int training, int side, int classes) {
        this.sheet = sheet;
        this.training = training;
        this.side = side;
        this.classes = classes;
    }

    /** What is to be known of it. */
    public DataSheet sheet() {
        return sheet;
    }

    /** Pictures to train on. */
    public int training() {
        return training;
    }

    /** Pixels of a picture from left to right and from top to bottom. */
    public int side() {
        return side;
    }

    /** Number of classes. */
    public int classes() {
        return classes;
    }

    /** The set of that name in links. */
    public static Optional<PictureSet> named(String name) {
        return Arrays.stream(values())
                .filter(set -> set.sheet.name().equals(name))
                .findFirst();
    }

    /** Whether it comes with the application, so that nobody else has to give it. */
    public boolean comesAlong() {
        return this != FASHION_MNIST;
    }

    /** Whether it seems to be on this machine; quick, no promise. */
    boolean seemsThere(FashionMnist files) {
        return true;
    }

    /** Its pictures, if they are on this machine. */
    abstract Optional<ImageData> find(FashionMnist files) throws IOException;
}
