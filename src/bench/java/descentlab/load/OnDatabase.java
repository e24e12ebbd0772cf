package descentlab.load;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One server that keeps in a PostgreSQL, as several do. */
record OnDatabase(Alone alone, Database database) implements Lab {

    /** The server's settings, with others. */
    static Map<String, String> settings(Database database, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(others);
        all.put("DATABASE_URL", database.url());
        return all;
    }

    @Override
    public URI root() {
        return alone.root();
    }

    @Override
    public String secret() {
        return alone.secret();
    }

    @Override
    public List<Server> servers() {
        return alone.servers();
    }

    @Override
    public Map<String, Double> beside() {
        return database.counts();
    }

    @Override
    public void close() throws Exception {
        alone.close();
    }
}
