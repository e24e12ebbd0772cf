package descentlab.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kills a writing server at random moments, and looks at each next start whether all is there that the one before had
 * acknowledged, at the last whether all of all is. Fails if anything is lost, or was refused where nothing was wrong.
 */
public final class Crash {

    /** It is killed within so many acknowledgements, and so soon after. */
    private static final int MOST_ACKNOWLEDGED = 200;
    private static final long LONGEST_MILLIS = 30;

    private final Path folder = Files.createTempDirectory("descentlab-crash");
    private final Path home = folder.resolve("home");
    private final Path acknowledged = folder.resolve("acknowledged");
    private final Path classes = folder.resolve("classes.jsa");
    private final List<String> all = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private Crash() throws IOException {}

    /** Argument: how many rounds. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 50 : Integer.parseInt(arguments[0]);
        if (rounds < 1 || rounds > 1000) {
            throw new IllegalArgumentException(rounds + " rounds; allowed: 1 to 1000");
        }
        System.exit(new Crash().run(rounds) ? 0 : 1);
    }

    private boolean run(int rounds) throws IOException, InterruptedException {
        Files.writeString(acknowledged, "");
        look(); // once, so that the others start from an archive of the classes
        for (int round = 1; round <= rounds; round++) {
            List<String> said = killed();
            Files.write(acknowledged, said);
            all.addAll(said);
            if (round % 10 == 0 || !wrong.isEmpty()) {
                System.out.printf("%d rounds, %d acknowledged, %d wrong%n", round, all.size(), wrong.size());
            }
            if (!wrong.isEmpty()) {
                break;
            }
        }
        Files.write(acknowledged, all);
        look();
        wrong.forEach(System.out::println);
        System.out.printf(
                "%d answers and votes were acknowledged, %s%n",
                all.size(), wrong.isEmpty() ? "and all are there" : "and something is wrong: see " + folder);
        if (wrong.isEmpty()) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
        return wrong.isEmpty();
    }

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                Files.exists(classes) ? "-XX:SharedArchiveFile=" + classes : "-XX:ArchiveClassesAtExit=" + classes,
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                home.toString(),
                acknowledged.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr").toFile())
                .start();
    }

    /** Starts one, lets it write for a while, kills it; what it had acknowledged by then. */
    private List<String> killed() throws IOException, InterruptedException {
        Process victim = start();
        List<String> said = new ArrayList<>();
        boolean checked = false;
        int most = ThreadLocalRandom.current().nextInt(MOST_ACKNOWLEDGED);
        try (BufferedReader lines = victim.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(Victim.CHECKED)) {
                    checked = true;
                } else if (line.startsWith(Victim.ANSWER) || line.startsWith(Victim.VOTE)) {
                    said.add(line);
                } else if (line.startsWith(Victim.LOST) || line.startsWith(Victim.REFUSED)) {
                    wrong.add(line);
                    victim.destroyForcibly();
                }
                if (checked && said.size() == most) {
                    killLater(victim);
                }
            }
        } catch (IOException cutOff) {
            // in the middle of a line, as it was killed
        } finally {
            victim.destroyForcibly().waitFor();
        }
        if (!checked) {
            wrong.add("it did not start: see " + folder.resolve("stderr"));
        }
        return said.stream().filter(Crash::whole).toList();
    }

    /** Whether a line was not cut off. */
    private static boolean whole(String line) {
        return line.startsWith(Victim.ANSWER)
                ? line.matches("\\S+ \\S{32} [0-9a-f-]{36}")
                : line.matches("\\S+ [0-9a-f-]{36} \\S{8} \\S{32} \\d+ \\d");
    }

    private static void killLater(Process victim) {
        long millis = ThreadLocalRandom.current().nextLong(LONGEST_MILLIS);
        Thread.startVirtualThread(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException never) {
                Thread.currentThread().interrupt();
            }
            victim.destroyForcibly(); // kill -9
        });
    }

    private void look() throws IOException, InterruptedException {
        Process looking = start("look");
        try (BufferedReader lines = looking.inputReader()) {
            lines.lines().filter(line -> line.startsWith(Victim.LOST)).forEach(wrong::add);
        }
        if (looking.waitFor() != 0) {
            wrong.add("the last look failed: see " + folder.resolve("stderr"));
        }
    }
}
