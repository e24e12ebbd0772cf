package descentlab.python;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A Python with a library, for tests that run scripts. {@code ./lab test} sees to it that there is one with NumPy. */
record Interpreter(String command, String library) {

    /** With each script: a busy machine's many take their time. */
    private static final long PATIENCE_SECONDS = 300;

    private static final List<String> OWN = List.of("run_all.py", "jax_stand_in.py", "keras_stand_in.py");

    /** A library that is stood in for, if need be, over another. */
    private static final Map<String, String> OVER = Map.of("jax", "torch", "keras", "torch");

    /** What was found out, since each test asks and a library takes seconds to load. */
    private static final Map<Interpreter, Boolean> IMPORTED = new ConcurrentHashMap<>();

    /** One that can import the library, or what it can be stood in for by; empty if there is none on this machine. */
    static Optional<Interpreter> with(String library) {
        return Stream.of(System.getenv("PYTHON"), "python3", "/usr/bin/python3")
                .filter(Objects::nonNull)
                .map(command -> new Interpreter(command, library))
                .filter(Interpreter::works)
                .findFirst();
    }

    /** Whether the library itself is there. */
    boolean hasItself() {
        return imports(library);
    }

    private boolean works() {
        return imports(library) || OVER.containsKey(library) && imports(OVER.get(library));
    }

    private boolean imports(String module) {
        return IMPORTED.computeIfAbsent(new Interpreter(command, module), Interpreter::loads);
    }

    private boolean loads() {
        try {
            return run(1, ProcessBuilder.Redirect.DISCARD, "-c", "import " + library) == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    /**
     * Runs scripts, by one process that parts in as many as there are cores, since libraries take their time to load.
     *
     * @param scripts by name
     * @param ending of their files' names, which tells what they are
     * @param files what they find on the server, by its name there
     * @return what each printed, a failure's trace included
     */
    Map<String, String> run(Map<String, String> scripts, String ending, Map<String, byte[]> files) {
        try {
            Path folder = Files.createTempDirectory("scripts");
            Files.createDirectory(folder.resolve("all"));
            for (String name : OWN) {
                try (InputStream own = Interpreter.class.getResourceAsStream(name)) {
                    Files.copy(Objects.requireNonNull(own), folder.resolve("all").resolve(name));
                }
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            for (Map.Entry<String, String> script : scripts.entrySet()) {
                Files.writeString(folder.resolve(script.getKey() + ending), script.getValue());
            }
            Path log = folder.resolve("log");
            int code = run(
                    scripts.size(),
                    ProcessBuilder.Redirect.to(log.toFile()),
                    folder.resolve("all/run_all.py").toString(),
                    folder.toString(),
                    library);
            if (code != 0) {
                throw new IllegalStateException(Files.readString(log));
            }
            Map<String, String> printed = new LinkedHashMap<>();
            for (String name : scripts.keySet()) {
                printed.put(name, Files.readString(folder.resolve(name + ".out"), StandardCharsets.UTF_8));
            }
            FileSystemUtils.deleteRecursively(folder);
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Python says of a text that is no program; empty if it is one. */
    String misreads(String script) {
        try {
            Path folder = Files.createTempDirectory("script");
            Path file = Files.writeString(folder.resolve("script.py"), script);
            Path said = folder.resolve("said");
            int code = run(1, ProcessBuilder.Redirect.to(said.toFile()), "-c", "compile(open(r'" + file + "').read(), 'script', 'exec')");
            String misread = code == 0 ? "" : Files.readString(said);
            FileSystemUtils.deleteRecursively(folder);
            return misread;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(int scripts, ProcessBuilder.Redirect output, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(command), Stream.of(arguments)).toList());
        builder.environment().put("OMP_NUM_THREADS", "1"); // what is computed is so small that threads only wait
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE"); // nor do they spin where a script asks for two
        Process process = builder.redirectErrorStream(true).redirectOutput(output).start();
        try {
            if (!process.waitFor(scripts * PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not come to an end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
