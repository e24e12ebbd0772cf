package descentlab.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is stored from all others who use the computer. The folder shuts them out from whatever the database makes
 * in it; its file is made before the database would, as that asks nobody how.
 */
final class OwnerOnly {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /** Makes the folder and the file, or takes from others the right to read what is there. */
    static void keep(Path folder, Path file) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder);
            return;
        }
        Files.createDirectories(folder, only(FOLDER));
        tighten(folder, FOLDER);
        if (Files.notExists(file)) {
            Files.createFile(file, only(FILE));
        }
        for (Path each : files(folder, file)) {
            tighten(each, FILE);
        }
    }

    private static FileAttribute<?> only(Set<PosixFilePermission> permissions) {
        return PosixFilePermissions.asFileAttribute(permissions);
    }

    /** What the database keeps beside its file has the same name up to the first dot. */
    private static List<Path> files(Path folder, Path file) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\..*", ".");
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(each -> each.getFileName().toString().startsWith(name))
                    .toList();
        }
    }

    private static void tighten(Path path, Set<PosixFilePermission> most) {
        try {
            Set<PosixFilePermission> now = Files.getPosixFilePermissions(path);
            if (now.retainAll(most)) {
                Files.setPosixFilePermissions(path, now);
            }
        } catch (IOException notOurs) {
            LOG.warn("Others on this computer may read {}, and it cannot be kept from them: {}", path, notOurs.toString());
        }
    }

    private OwnerOnly() {}
}
