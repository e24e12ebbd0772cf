package descentlab.dataset;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pictures to train on and others to test with.
 *
 * @param name as in links
 * @param title in sentences; says so if they are synthetic
 */
public record ImageData(String name, String title, ByteImages training, ByteImages test) {

    /** All of it as the four files that MNIST came in, packed by gzip, by their names; takes its time. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files("train", training, files);
        files("t10k", test, files);
        return files;
    }

    private void files(String part, ByteImages images, Map<String, byte[]> into) {
        int count = images.count();
        into.put(
                name + "-" + part + "-images-idx3-ubyte.gz",
                Idx.packed(images.bytes(), count * images.height() * images.width(), count, images.height(), images.width()));
        into.put(name + "-" + part + "-labels-idx1-ubyte.gz", Idx.packed(images.labels(), count, count));
    }
}
