package descentlab.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/**
 * Gets Fashion-MNIST's files by HTTP. A file grows under another name, from where an earlier try broke off, and takes
 * its own only after its checksum was found right; one that is wrong is thrown away and got once more from the start.
 */
public final class Download {

    /** The authors' own place. The files' checksums guard what its plain HTTP does not. */
    public static final URI SOURCE = URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/");

    private static final int TIMEOUT = 30_000;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final long MARGIN = 1 << 20;
    private static final int BUFFER = 1 << 16;
    private static final int TRIES = 2;

    private final URI source;
    private final Disk disk;

    /** Gets files from under an address that ends with a slash. */
    public Download(URI source) {
        this(source, new Disk());
    }

    Download(URI source, Disk disk) {
        this.source = source;
        this.disk = disk;
    }

    /** Where files grow. */
    static class Disk {

        long free(Path folder) throws IOException {
            return Files.getFileStore(folder).getUsableSpace();
        }

        /** Goes on with a file, or begins it anew. */
        OutputStream open(Path file, boolean goOn) throws IOException {
            return goOn ? Files.newOutputStream(file, StandardOpenOption.APPEND) : Files.newOutputStream(file);
        }
    }

    /**
     * Gets a file.
     *
     * @param folder to put it in, made if need be
     * @param progress hears how many bytes are there
     * @return its entries
     * @throws IOException saying in a sentence what went wrong
     */
    byte[] get(FashionMnist.File file, Path folder, LongConsumer progress) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve(file.gzipped() + ".part");
        FashionMnist.CorruptFileException corrupt = null;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            transfer(file, part, progress);
            try {
                byte[] entries = file.read(part, true);
                Files.move(part, folder.resolve(file.gzipped()), StandardCopyOption.REPLACE_EXISTING);
                return entries;
            } catch (FashionMnist.CorruptFileException e) {
                Files.deleteIfExists(part);
                corrupt = e;
            }
        }
        throw new IOException(
                "What came from " + source + " is not what it should be, twice: " + corrupt.getMessage(), corrupt);
    }

    private void transfer(FashionMnist.File file, Path part, LongConsumer progress) throws IOException {
        long there = Files.exists(part) ? Files.size(part) : 0;
        long missing = file.about() - there + MARGIN;
        long free = disk.free(part.getParent());
        if (free < missing) {
            throw new IOException(tooLittleRoom(part.getParent(), free, missing));
        }
        HttpURLConnection connection =
                (HttpURLConnection) source.resolve(file.gzipped()).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT);
        connection.setReadTimeout(TIMEOUT);
        if (there > 0) {
            connection.setRequestProperty("Range", "bytes=" + there + "-");
        }
        try {
            switch (connection.getResponseCode()) {
                case HttpURLConnection.HTTP_OK -> write(file, connection, part, 0, progress);
                case HttpURLConnection.HTTP_PARTIAL -> write(file, connection, part, there, progress);
                // All of it, or too much, is there already: the checksum will tell.
                case RANGE_NOT_SATISFIABLE -> progress.accept(there);
                default -> throw new IOException(source + " answered " + connection.getResponseCode() + " for "
                        + file.gzipped() + ".");
            }
        } catch (ConnectException | UnknownHostException | SocketTimeoutException e) {
            throw new IOException("There is no way to " + source + ": is this machine on the network?", e);
        } finally {
            connection.disconnect();
        }
    }

    private void write(
            FashionMnist.File file, HttpURLConnection connection, Path part, long there, LongConsumer progress)
            throws IOException {
        long size = there;
        try (InputStream body = connection.getInputStream();
                OutputStream out = disk.open(part, there > 0)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > file.about() + MARGIN) {
                    throw new IOException(source + " sends more than " + file.gzipped() + " should hold.");
                }
                try {
                    out.write(buffer, 0, read);
                } catch (IOException e) {
                    throw notWritten(file, part, e);
                }
                progress.accept(size);
            }
        }
    }

    /** Says what a write that failed means. What was written stays, to go on from. */
    private IOException notWritten(FashionMnist.File file, Path part, IOException cause) throws IOException {
        Path folder = part.getParent();
        long missing = file.about() - Files.size(part) + MARGIN;
        long free = disk.free(folder);
        return new IOException(
                free < missing
                        ? tooLittleRoom(folder, free, missing)
                        : folder + " cannot be written: " + cause.getMessage() + ".",
                cause);
    }

    private static String tooLittleRoom(Path folder, long free, long missing) {
        return "There is too little room in " + folder + ": " + (free >> 20) + " MB are free, " + (missing >> 20)
                + " MB are needed.";
    }
}
