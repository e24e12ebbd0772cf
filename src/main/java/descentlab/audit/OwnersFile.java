package descentlab.audit;

import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that only its owner can read, and so are those that follow it. */
final class OwnersFile<E> extends RollingFileAppender<E> {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    @Override
    public void openFile(String name) throws IOException {
        Path file = Path.of(name);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file)) {
                Files.setPosixFilePermissions(file, OWNER);
            } else {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
            }
        }
        super.openFile(name);
    }
}
