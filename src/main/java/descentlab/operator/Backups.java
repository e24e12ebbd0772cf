package descentlab.operator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;

/**
 * Backups of the database file, made while it is used: zip files in the folder {@code backups} of the home folder, which
 * only its owner can read. The {@value #KEPT} newest are kept.
 */
final class Backups {

    static final int KEPT = 10;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'descentlab-'uuuuMMdd'T'HHmmssSSS'Z.zip'").withZone(ZoneOffset.UTC);
    private static final String NAMES = "descentlab-\\d{8}T\\d{9}Z\\.zip";

    /** A backup that is on disk and was read once. */
    record Made(Path file, long bytes) {}

    /** No backup can be made; the message says why and what to do. */
    static final class Refused extends Exception {
        Refused(String message) {
            super(message);
        }
    }

    private final DataSource source;
    private final Path folder;
    private final InstantSource clock;
    private final ReentrantLock making = new ReentrantLock();

    Backups(DataSource source, Path home, InstantSource clock) {
        this.source = source;
        this.folder = home.resolve("backups").toAbsolutePath();
        this.clock = clock;
    }

    /**
     * Makes one.
     *
     * @throws Refused if another is being made, or the database is none of ours to copy
     */
    Made make() throws Refused, SQLException, IOException {
        if (!making.tryLock()) {
            throw new Refused("A backup is being made just now: wait for it.");
        }
        try {
            makeFolder();
            Path file = folder.resolve(NAME.format(clock.instant()));
            Path part = folder.resolve("part.zip");
            try {
                Files.deleteIfExists(part);
                ownersOnly(part);
                write(part);
                check(part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            forgetOld();
            return new Made(file, Files.size(file));
        } finally {
            making.unlock();
        }
    }

    private void write(Path part) throws SQLException, Refused {
        try (Connection connection = source.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            if (!product.equals("H2")) {
                throw new Refused("The database is " + product + ", which has tools of its own for this, such as pg_dump.");
            }
            try (PreparedStatement backup = connection.prepareStatement("backup to ?")) {
                backup.setString(1, part.toString());
                backup.execute();
            }
        }
    }

    /** A backup that cannot be read is none. */
    private static void check(Path part) throws IOException {
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(part))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                zip.transferTo(OutputStream.nullOutputStream()); // compares the checksum
                entries++;
            }
        }
        if (entries == 0) {
            throw new IOException("The backup is empty.");
        }
    }

    private void forgetOld() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.filter(file -> file.getFileName().toString().matches(NAMES))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Files.delete(old);
        }
    }

    private void makeFolder() throws IOException {
        if (Files.notExists(folder)) {
            if (isPosix()) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        }
    }

    private void ownersOnly(Path file) throws IOException {
        if (isPosix()) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
