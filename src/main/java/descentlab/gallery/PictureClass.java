package descentlab.gallery;

import descentlab.dataset.ByteImages;
import descentlab.dataset.ImageData;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * A class of pictures as it is shown.
 *
 * @param name of the class
 * @param training how many of its pictures there are to train on
 * @param test how many to test with
 * @param shown how many the strip has
 * @param strip the first of them side by side, a PNG as a data URI: transparent where they are black, ink where white
 */
record PictureClass(String name, long training, long test, int shown, String strip) {

    private static final int SHOWN = 10;
    private static final int ALPHA_BITS = 24;

    static List<PictureClass> of(ImageData data) {
        List<String> classes = data.training().classes();
        return IntStream.range(0, classes.size())
                .mapToObj(label -> of(label, classes.get(label), data))
                .toList();
    }

    private static PictureClass of(int label, String name, ImageData data) {
        int[] first = labelled(data.training(), label).limit(SHOWN).toArray();
        return new PictureClass(
                name,
                labelled(data.training(), label).count(),
                labelled(data.test(), label).count(),
                first.length,
                strip(data.training(), first));
    }

    private static IntStream labelled(ByteImages images, int label) {
        return IntStream.range(0, images.count()).filter(i -> images.label(i) == label);
    }

    private static String strip(ByteImages images, int[] shown) {
        int width = images.width();
        BufferedImage strip =
                new BufferedImage(Math.max(1, shown.length) * width, images.height(), BufferedImage.TYPE_INT_ARGB);
        for (int place = 0; place < shown.length; place++) {
            byte[] pixels = images.picture(shown[place]);
            for (int i = 0; i < pixels.length; i++) {
                strip.setRGB(place * width + i % width, i / width, (pixels[i] & 255) << ALPHA_BITS);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(strip, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array does not fail
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
