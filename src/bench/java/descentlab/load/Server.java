package descentlab.load;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import com.sun.management.OperatingSystemMXBean;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

/** One server of the built application, as it is seen from outside: its JVM, its log, and what it tells its operator. */
public final class Server implements AutoCloseable {

    /** A line of a class histogram: rank, instances, bytes, class. */
    private static final Pattern CLASS = Pattern.compile("(?m)^ *\\d+: +\\d+ +(\\d+) +(\\S+)");

    private final String name;
    private final long pid;
    private final Path log;
    private final URI metrics;
    private final JMXConnector management;
    private final MemoryMXBean memory;
    private final ThreadMXBean threads;
    private final OperatingSystemMXBean system;
    private final HotSpotDiagnosticMXBean diagnostic;

    /**
     * @param name tells it from others
     * @param log that it writes
     * @param managementPort on loopback
     */
    Server(String name, long pid, Path log, int managementPort) throws Exception {
        this.name = name;
        this.pid = pid;
        this.log = log;
        this.metrics = URI.create("http://127.0.0.1:" + managementPort);
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
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

    public String name() {
        return name;
    }

    public long pid() {
        return pid;
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

    /** How long ago its process was started; nothing where the system does not tell. */
    public Duration age() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
    }

    /** Whether its process lives. */
    public boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
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
        Path dump = Files.createTempFile("threads", ".json").toAbsolutePath();
        Files.delete(dump); // it is not written over
        diagnostic.dumpThreads(dump.toString(), ThreadDumpFormat.JSON);
        try (Stream<String> lines = Files.lines(dump)) {
            return lines.filter(line -> line.contains("\"virtual\": true")).count();
        } finally {
            Files.deleteIfExists(dump);
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

    /** Looks no more; the server goes on. */
    @Override
    public void close() {
        try {
            management.close();
        } catch (IOException gone) {
            // as is wanted
        }
    }
}
