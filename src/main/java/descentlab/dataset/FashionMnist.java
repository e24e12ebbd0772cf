package descentlab.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Fashion-MNIST (Xiao, Rasul and Vollgraf 2017, MIT License, Copyright Zalando SE): 60,000 pictures of clothes to train
 * on and 10,000 to test with, 28 x 28 gray pixels, ten classes.
 *
 * <p>Looked for in this order: a folder of one's own, gzipped or not; the folder of Debian's dataset-fashion-mnist; a
 * download into the former. A file counts only if the SHA-256 of its content is right. One in our own folder that is
 * wrong is deleted; it is never used in part.
 */
public final class FashionMnist {

    /** Name in links. */
    public static final String NAME = "fashion-mnist";

    /** Name in sentences. */
    public static final String TITLE = "Fashion-MNIST";

    /** Names of the classes, by label. */
    public static final List<String> CLASSES = List.of(
            "T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    /** Where Debian's package puts it. */
    public static final Path DEBIAN = Path.of("/usr/share/datasets/fashion-mnist");

    static final int SIDE = 28;

    /** Pictures to train on. */
    public static final int TRAINING = 60_000;

    /** Pictures to test with. */
    public static final int TEST = 10_000;

    /** What is to be known of it. */
    public static final DataSheet SHEET = new DataSheet(
            NAME,
            TITLE,
            false,
            "Pictures of clothes, 28 x 28 gray pixels, in ten classes.",
            String.format("%,d to train on, %,d to test with", TRAINING, TEST),
            "H. Xiao, K. Rasul and R. Vollgraf, Zalando Research 2017, arXiv 1708.07747.",
            "MIT License, Copyright Zalando SE",
            checksums());

    /** The four files. */
    enum File {
        TRAINING_IMAGES(
                "train-images-idx3-ubyte",
                "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
                26_421_880,
                TRAINING,
                SIDE,
                SIDE),
        TRAINING_LABELS(
                "train-labels-idx1-ubyte",
                "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
                29_515,
                TRAINING),
        TEST_IMAGES(
                "t10k-images-idx3-ubyte",
                "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
                4_422_102,
                TEST,
                SIDE,
                SIDE),
        TEST_LABELS(
                "t10k-labels-idx1-ubyte",
                "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
                5_148,
                TEST);

        private final String plainName;
        private final String sha256;
        private final int about;
        private final int[] dimensions;

        File(String plainName, String sha256, int about, int... dimensions) {
            this.plainName = plainName;
            this.sha256 = sha256;
            this.about = about;
            this.dimensions = dimensions;
        }

        /** Name of the gzipped file. */
        String gzipped() {
            return plainName + ".gz";
        }

        /** Bytes of the gzipped file, about. */
        int about() {
            return about;
        }

        /**
         * Reads it from a folder, if it is there.
         *
         * @throws CorruptFileException if it is there and wrong
         */
        Optional<byte[]> read(Path folder) throws IOException {
            for (String name : List.of(gzipped(), plainName)) {
                Path path = folder.resolve(name);
                if (Files.exists(path)) {
                    return Optional.of(read(path, name.equals(gzipped())));
                }
            }
            return Optional.empty();
        }

        /**
         * Reads a file.
         *
         * @throws CorruptFileException if it is wrong
         */
        byte[] read(Path path, boolean gzip) throws IOException {
            try (InputStream raw = new BufferedInputStream(Files.newInputStream(path))) {
                return read(raw, gzip);
            } catch (FileSystemException e) {
                throw e;
            } catch (IOException | IllegalArgumentException e) {
                throw new CorruptFileException(path, e.getMessage(), e);
            }
        }

        private byte[] read(InputStream raw, boolean gzip) throws IOException {
            MessageDigest digest = sha256();
            InputStream plain = gzip ? new GZIPInputStream(raw) : raw;
            byte[] entries = Idx.read(new DigestInputStream(plain, digest), plainName, dimensions);
            String found = HexFormat.of().formatHex(digest.digest());
            if (!found.equals(sha256)) {
                throw new IOException(plainName + " has another checksum than it should: " + found);
            }
            return entries;
        }
    }

    /** Checksums of the unpacked files. */
    static List<DataSheet.Checksum> checksums() {
        return Arrays.stream(File.values())
                .map(file -> new DataSheet.Checksum(file.plainName, "SHA-256", file.sha256))
                .toList();
    }

    /** A file that is not what it should be. */
    static final class CorruptFileException extends IOException {
        private static final long serialVersionUID = 1;
        private final transient Path path;

        CorruptFileException(Path path, String message, Throwable cause) {
            super(message, cause);
            this.path = path;
        }

        Path path() {
            return path;
        }
    }

    /** Hears how far a download is; called often. */
    @FunctionalInterface
    public interface Progress {
        /** So many of so many bytes are there. */
        void at(long bytes, long of);
    }

    private final Path own;
    private final Path packaged;
    private final Download download;
    private ImageData loaded;

    /**
     * A place to find it.
     *
     * @param own folder, made when needed
     * @param packaged another folder to look in, never written
     * @param download where to get it
     */
    public FashionMnist(Path own, Path packaged, Download download) {
        this.own = own;
        this.packaged = packaged;
        this.download = download;
    }

    /**
     * The pictures, if they are on this machine: read once, then kept. Wrong files in our own folder are deleted.
     *
     * @throws IOException if the folder cannot be read
     */
    public synchronized Optional<ImageData> find() throws IOException {
        if (loaded == null) {
            Map<File, byte[]> entries = new EnumMap<>(File.class);
            for (File file : File.values()) {
                Optional<byte[]> found = find(file);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                entries.put(file, found.get());
            }
            loaded = data(entries);
        }
        return Optional.of(loaded);
    }

    /** Whether the files are there, by their names alone: quick, no promise. */
    public boolean seemsThere() {
        for (File file : File.values()) {
            if (!Files.exists(own.resolve(file.gzipped())) && !Files.exists(own.resolve(file.plainName))
                    && !Files.exists(packaged.resolve(file.gzipped()))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The pictures, downloaded where they are missing; what a broken download left is taken up again.
     *
     * @throws IOException saying in a sentence what went wrong
     */
    public synchronized ImageData fetch(Progress progress) throws IOException {
        Optional<ImageData> found = find();
        if (found.isPresent()) {
            return found.get();
        }
        long total = 0;
        for (File file : File.values()) {
            total += file.about;
        }
        Map<File, byte[]> entries = new EnumMap<>(File.class);
        long done = 0;
        for (File file : File.values()) {
            Optional<byte[]> there = find(file);
            if (there.isPresent()) {
                entries.put(file, there.get());
            } else {
                long before = done;
                long of = total;
                entries.put(file, download.get(file, own, bytes -> progress.at(before + bytes, of)));
            }
            done += file.about;
            progress.at(done, total);
        }
        loaded = data(entries);
        return loaded;
    }

    private Optional<byte[]> find(File file) throws IOException {
        try {
            Optional<byte[]> found = file.read(own);
            if (found.isPresent()) {
                return found;
            }
        } catch (CorruptFileException e) {
            Files.deleteIfExists(e.path());
        }
        try {
            return file.read(packaged);
        } catch (CorruptFileException e) {
            return Optional.empty();
        }
    }

    private static ImageData data(Map<File, byte[]> entries) {
        return new ImageData(
                NAME,
                TITLE,
                new ByteImages(
                        CLASSES, SIDE, SIDE, entries.get(File.TRAINING_IMAGES), entries.get(File.TRAINING_LABELS)),
                new ByteImages(CLASSES, SIDE, SIDE, entries.get(File.TEST_IMAGES), entries.get(File.TEST_LABELS)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
