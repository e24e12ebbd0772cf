package descentlab.load;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** What a class goes to: one server, or several, with what they need beside them. */
public interface Lab extends AutoCloseable {

    /** Starts a server, in the project's folder. */
    List<String> COMMAND = List.of("./lab", "run");

    /** Where browsers come in. */
    URI root();

    /** What stands behind the # of the link for the first teacher. */
    String secret();

    List<Server> servers();

    /** What is counted so far of what they need beside them, by name. */
    default Map<String, Double> beside() {
        return Map.of();
    }
}
