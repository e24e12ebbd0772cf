package descentlab.load;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import com.sun.management.OperatingSystemMXBean;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The built application in a process of its own, with an empty home, and what its JVM says of itself. */
public final class Server implements AutoCloseable {

    private static final Pattern SETUP = Pattern.compile("(http://localhost:\\d+/)account/welcome#(\\S+)");

    /** A line of a class histogram: rank, instances, bytes, class. */
    private static final Pattern CLASS = Pattern.compile("(?m)^ *\\d+: +\\d+ +(\\d+) +(\\S+)");

    private static final long PATIENCE_SECONDS = 180;

    private final Path log;
    private final Process process;
    private final Path home;
    private final URI root;
    private final String secret;
    private final URI metrics;
    private JMXConnector management;
    private final MemoryMXBean memory;
    private final ThreadMXBean threads;
    private final OperatingSystemMXBean system;
    private final HotSpotDiagnosticMXBean diagnostic;

    public Server() throws Exception {
        this("load", Map.of());
    }

    /**
     * Starts it.
     *
     * @param name of what it is started for, which its log has
     * @param settings environment variables
     */
    public Server(String name, Map<String, String> settings) throws Exception {
        log = Path.of("target", name + "-server.log");
        int port;
        int managementPort;
        try (ServerSocket free = new ServerSocket(0);
                ServerSocket another = new ServerSocket(0)) {
            port = free.getLocalPort();
            managementPort = another.getLocalPort();
        }
        metrics = URI.create("http://127.0.0.1:" + managementPort);
        home = Files.createTempDirectory("descentlab-" + name);
        ProcessBuilder builder = new ProcessBuilder("./lab", "run")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(Map.of(
                "PORT", String.valueOf(port),
                "DESCENTLAB_MANAGEMENT_PORT", String.valueOf(managementPort),
                "DESCENTLAB_HOME", home.toString()));
        builder.environment()
                .keySet()
                .removeIf(variable -> variable.startsWith("DATABASE_")
                        || variable.equals("DESCENTLAB_SETUP")
                        || variable.equals("DESCENTLAB_MANAGEMENT_ADDRESS"));
        builder.environment().putAll(settings);
        process = builder.start();
        // It is not left behind when this is broken off.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Matcher setup = setup();
        root = URI.create(setup.group(1));
        secret = setup.group(2);
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
        try {
            management = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        } finally {
            machine.detach();
        }
        memory = bean(ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        threads = bean(ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
        system = bean(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, OperatingSystemMXBean.class);
        diagnostic = bean("com.sun.management:type=HotSpotDiagnostic", HotSpotDiagnosticMXBean.class);
    }

    private <T> T bean(String name, Class<T> type) throws IOException {
        return ManagementFactory.newPlatformMXBeanProxy(management.getMBeanServerConnection(), name, type);
    }

    /** Waits for the link by which the first teacher is set up, which the server prints once it answers. */
    private Matcher setup() throws Exception {
        long begin = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
            Matcher found = SETUP.matcher(Files.readString(log));
            if (found.find()) {
                return found;
            }
            Thread.sleep(100);
        }
        close();
        throw new IllegalStateException("the server did not start: see " + log);
    }

    public URI root() {
        return root;
    }

    /** What stands behind the # of the link for the first teacher. */
    public String secret() {
        return secret;
    }

    public long pid() {
        return process.pid();
    }

    /** Bytes in use after a full collection. */
    public long heapAfterCollection() throws InterruptedException {
        memory.gc();
        // References that the first collection has cleared let go of more.
        TimeUnit.MILLISECONDS.sleep(200);
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    public long mostHeap() {
        return memory.getHeapMemoryUsage().getMax();
    }

    /** Whether its process lives. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Bytes of the heap in use, garbage included. */
    public long heap() {
        return memory.getHeapMemoryUsage().getUsed();
    }

    public int platformThreads() {
        return threads.getThreadCount();
    }

    public int mostPlatformThreads() {
        return threads.getPeakThreadCount();
    }

    public long virtualThreads() throws IOException {
        Path dump = home.resolve("threads.json");
        Files.deleteIfExists(dump);
        diagnostic.dumpThreads(dump.toString(), ThreadDumpFormat.JSON);
        try (Stream<String> lines = Files.lines(dump)) {
            return lines.filter(line -> line.contains("\"virtual\": true")).count();
        }
    }

    /** Computing time so far, in nanoseconds. */
    public long computed() {
        return system.getProcessCpuTime();
    }

    /** The application's own figures for its operator, by name and tags; those that are zero are left out. */
    public Map<String, Double> figures() throws InterruptedException {
        return ServerMetrics.figures(metrics);
    }

    /** Bytes in use by each class, of what is reachable. */
    public Map<String, Long> bytesByClass() throws Exception {
        String histogram = (String) management.getMBeanServerConnection()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        Map<String, Long> bytes = new HashMap<>();
        for (Matcher line = CLASS.matcher(histogram); line.find(); ) {
            bytes.merge(line.group(2), Long.valueOf(line.group(1)), Long::sum);
        }
        // What a collector puts between objects is nobody's.
        bytes.keySet().removeIf(type -> type.contains("jdk.internal.vm.Filler"));
        return bytes;
    }

    /** What its log and its metrics tell of failures. */
    public Incidents failures() throws IOException, InterruptedException {
        Incidents failures = ServerLog.failures(log);
        failures.addAll(ServerMetrics.failures(metrics));
        return failures;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (management != null) {
            try {
                management.close();
            } catch (IOException gone) {
                // as is wanted
            }
        }
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
