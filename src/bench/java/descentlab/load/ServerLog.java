package descentlab.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in a server's log what it tells of failures. */
final class ServerLog {

    /** As Spring Boot writes it: time, level, process, thread, logger, message. */
    private static final Pattern LOGGED = Pattern.compile("\\S+ +(ERROR|WARN) .*? --- (?:\\[.*?] )*(.*)");

    /** What the JVM says of a thread that an error has ended, which no logger is asked for. */
    private static final Pattern ENDED = Pattern.compile("Exception in thread .*|(?:Exception: )?java\\.lang\\.\\w*Error\\b.*");

    private static final Pattern VARYING = Pattern.compile("\\b(?=\\w*\\d)[0-9a-fA-F-]{4,}\\b|\\d+");

    /** Somebody's connection was gone when they were written to, which is theirs to do. */
    private static final Pattern GONE =
            Pattern.compile(".*(Broken pipe|Connection reset|the WebSocket session has been closed"
                    // They did not take the message before in time; their page asks for what it missed.
                    + "|in state \\[TEXT_FULL_WRITING\\]).*");

    private final Incidents failures = new Incidents();

    /** What was logged last, until the next line that says something tells whether somebody was only gone. */
    private String pending = "";

    private ServerLog() {}

    /** Errors and warnings, counted by what they say without the numbers in it. */
    static Incidents failures(Path log) throws IOException {
        ServerLog read = new ServerLog();
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            lines.filter(line -> !line.isBlank()).forEach(read::add);
        }
        read.settle("");
        return read.failures;
    }

    private void settle(String next) {
        if (!pending.isEmpty() && !GONE.matcher(pending).matches() && !GONE.matcher(next).matches()) {
            failures.add(pending);
        }
        pending = "";
    }

    private void add(String line) {
        settle(line);
        Matcher logged = LOGGED.matcher(line);
        if (logged.matches()) {
            pending = "the server logged " + logged.group(1) + " " + varying(logged.group(2));
        } else if (ENDED.matcher(line).matches()) {
            failures.add("the server printed " + varying(line));
        }
    }

    private static String varying(String said) {
        return VARYING.matcher(said.strip().replaceAll(" +", " ")).replaceAll("#");
    }
}
