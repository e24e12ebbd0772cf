package descentlab.load;

import descentlab.rig.ServerProcess;
import descentlab.rig.ThreeServers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Three servers that are one lab, with their database and their proxy. */
final class Several implements Lab {

    /** By which the proxy knows a browser's server. */
    static final String COOKIE = "SERVER";

    static final String COMPUTING = "computing of HAProxy";
    static final String IN = "bytes that HAProxy took in";
    static final String OUT = "bytes that HAProxy gave out";
    static final String CONNECTIONS = "connections to HAProxy";
    static final String REQUESTS = "requests through HAProxy";

    private final ThreeServers rig;
    private final Database database;
    private final List<Server> servers = new ArrayList<>();

    /** @param folder for what they keep and say */
    Several(Path folder, Map<String, String> settings) throws Exception {
        rig = ThreeServers.start(folder, COMMAND, settings);
        database = new Database(rig.postgres());
        for (int i = 0; i < ThreeServers.COUNT; i++) {
            ServerProcess process = rig.servers().get(i);
            servers.add(new Server(ThreeServers.name(i), process.pid(), process.log(), process.managementPort()));
        }
    }

    @Override
    public URI root() {
        return rig.root();
    }

    @Override
    public String secret() {
        try {
            return rig.setupSecret();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public List<Server> servers() {
        return servers;
    }

    /** The name of the server that leads a room; empty if none does. */
    String leader(String room) {
        try {
            return rig.leader(room).map(leader -> ThreeServers.name(rig.servers().indexOf(leader))).orElse("");
        } catch (IOException unread) {
            return "";
        }
    }

    @Override
    public Map<String, Double> beside() {
        Map<String, Double> counts = new TreeMap<>(database.counts());
        ProcessHandle.of(rig.proxy().pid())
                .flatMap(proxy -> proxy.info().totalCpuDuration())
                .map(Duration::toNanos)
                .ifPresent(time -> counts.put(COMPUTING, time / 1e9));
        counts.putAll(proxy());
        return counts;
    }

    /** What the proxy says of where browsers come in. */
    private Map<String, Double> proxy() {
        try {
            List<String> lines = rig.proxy().ask("show stat").lines().toList();
            List<String> names = List.of(lines.getFirst().replaceFirst("^# ", "").split(","));
            String[] values = lines.stream()
                    .filter(line -> line.startsWith("lab,FRONTEND,"))
                    .findFirst()
                    .orElseThrow()
                    .split(",", -1);
            return Map.of(
                    IN, Double.valueOf(values[names.indexOf("bin")]),
                    OUT, Double.valueOf(values[names.indexOf("bout")]),
                    CONNECTIONS, Double.valueOf(values[names.indexOf("scur")]),
                    REQUESTS, Double.valueOf(values[names.indexOf("req_tot")]));
        } catch (IOException silent) {
            return Map.of();
        }
    }

    @Override
    public void close() throws Exception {
        servers.forEach(Server::close);
        rig.close();
    }
}
