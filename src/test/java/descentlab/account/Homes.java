package descentlab.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A home folder of a test's own, in which there is no teacher yet. */
final class Homes {

    private Homes() {}

    static void fresh(DynamicPropertyRegistry registry) {
        try {
            Path home = Files.createTempDirectory("descentlab-account");
            registry.add("DESCENTLAB_HOME", home::toString);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
