package descentlab.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A JVM that runs one class of the tests, whose compiler knows of nothing else. */
public final class OtherJvm {

    private OtherJvm() {}

    /**
     * What its {@code main} prints, once it has ended well.
     *
     * @param options of the JVM, besides the path to its classes
     */
    public static List<String> lines(Class<?> main, List<String> options, String... arguments) throws IOException, InterruptedException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                        options.stream(),
                        Stream.of("-cp", classes, main.getName()),
                        Stream.of(arguments))
                .flatMap(words -> words)
                .toList();
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s ends well", main.getSimpleName()).isZero();
        return printed.lines().toList();
    }
}
