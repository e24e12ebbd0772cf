package descentlab.frontend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The browser's pure files, run by the Node that builds them, so that a test can hold them against Java. */
public final class Node {

    private static final String SCRIPTS = "frontend/testing/";

    private Node() {}

    /**
     * Runs a script of frontend/testing to its end.
     *
     * @return the JSON that it printed
     */
    public static JsonNode run(String script, List<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("node", "--import", "./" + SCRIPTS + "typescript.mjs", SCRIPTS + script));
        command.addAll(arguments);
        Path complaints = Files.createTempFile("node", ".txt");
        try {
            Process node = start(new ProcessBuilder(command).redirectError(complaints.toFile()));
            String printed = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (node.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ":\n" + Files.readString(complaints));
            }
            return JsonMapper.shared().readTree(printed);
        } finally {
            Files.delete(complaints);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new AssertionError("This test needs Node 24 on PATH, where ./lab test puts it.", missing);
        }
    }
}
