package descentlab.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/** Why a database cannot be opened, in words that say what to do. Nothing of it is ever deleted or moved by us. */
final class StartFailure {

    private static final int IN_USE = 90020;
    private static final int OTHER_VERSION = 90048;
    private static final Set<Integer> CORRUPT = Set.of(90030, 90049);
    private static final String OTHER_HOME = "or set another DESCENTLAB_HOME.";

    /** H2 would open a file that cannot be written as one to be read only, and fail later. */
    static void checkAccess(Path file) throws IOException {
        if (!Files.isReadable(file) || !Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
    }

    static DatabaseUnavailableException ofFile(Path file, Exception refused) {
        String cannot = "Progress, accounts and rooms cannot be kept in " + file;
        int code = refused instanceof SQLException error ? error.getErrorCode() : 0;
        if (code == IN_USE) {
            return new DatabaseUnavailableException(
                    cannot + ": another process has it open.",
                    "Another Descent Lab runs with the same DESCENTLAB_HOME: stop it, " + OTHER_HOME,
                    refused);
        }
        if (code == OTHER_VERSION) {
            return new DatabaseUnavailableException(
                    cannot + ": it was written by another version of the database H2.",
                    "Start the version of Descent Lab that wrote it, " + OTHER_HOME,
                    refused);
        }
        if (CORRUPT.contains(code) || tooShort(refused)) {
            return new DatabaseUnavailableException(
                    "The database file " + file + " is corrupt: " + reason(refused) + ".",
                    "Nothing was changed in it. Move it aside and put a backup in its place; without a backup, a start"
                            + " makes a new one, with no progress, accounts and rooms. H2's recovery tool may yet"
                            + " read some of the one that was moved.",
                    refused);
        }
        if (refused instanceof AccessDeniedException || mentions(refused, "Permission denied")) {
            return new DatabaseUnavailableException(
                    cannot + ": the user " + System.getProperty("user.name") + " may not read and write it.",
                    "Give that user the folder " + file.getParent() + " and the files in it, " + OTHER_HOME,
                    refused);
        }
        if (mentions(refused, "No space left") || noRoom(file)) {
            return new DatabaseUnavailableException(
                    cannot + ": the disk is full.", "Make room on it, " + OTHER_HOME, refused);
        }
        return new DatabaseUnavailableException(
                cannot + ": " + reason(refused) + ".",
                "Check the folder " + file.getParent() + ", " + OTHER_HOME,
                refused);
    }

    static DatabaseUnavailableException ofUrl(SQLException refused, Duration waited) {
        String said = refused.getMessage();
        if (Failing.gone(refused)) {
            return new DatabaseUnavailableException(
                    "The database of DATABASE_URL did not answer for " + waited.toSeconds() + " s: " + said + ".",
                    "Check DATABASE_URL, and that the database is up. DATABASE_WAIT sets for how many seconds it is"
                            + " waited for.",
                    refused);
        }
        return new DatabaseUnavailableException(
                "The database of DATABASE_URL cannot be used: " + said + ".",
                "Check DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD.",
                refused);
    }

    /** A file that ends where more should be. */
    private static boolean tooShort(Throwable error) {
        return error != null && (error instanceof java.io.EOFException || tooShort(error.getCause()));
    }

    private static boolean mentions(Throwable error, String words) {
        return error != null
                && (String.valueOf(error.getMessage()).contains(words) || mentions(error.getCause(), words));
    }

    private static boolean noRoom(Path file) {
        try {
            return Files.getFileStore(file.getParent()).getUsableSpace() == 0;
        } catch (IOException unknown) {
            return false;
        }
    }

    /** The innermost words, which name the matter. */
    private static String reason(Throwable error) {
        return error.getCause() == null || error.getCause().getMessage() == null
                ? String.valueOf(error.getMessage())
                : reason(error.getCause());
    }

    private StartFailure() {}
}
