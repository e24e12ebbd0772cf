package descentlab.cluster.hazelcast;

/** What is said about the other servers cannot be followed; this one does not start. */
final class WrongCluster extends RuntimeException {

    static final String SERVERS = "DESCENTLAB_CLUSTER";
    static final String ADDRESS = "DESCENTLAB_CLUSTER_ADDRESS";

    private static final String LIST = "Name the servers with commas between them, by address or by name, each with its port"
            + " where that is not " + Place.USUAL_PORT + ", such as 10.1.0.4,10.1.0.5:5702,[fd00::7]:5701,lab.internal;"
            + " a name may stand for many addresses. For a server that is alone, take the setting away.";
    private static final String ONE = "Name the address of this computer by which the other servers reach it, with its port"
            + " where that is not " + Place.USUAL_PORT + ", such as 10.1.0.4 or [fd00::7]:5702.";

    private final String action;

    private WrongCluster(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    static WrongCluster written(String setting, String entry) {
        return new WrongCluster(
                setting + " names \"" + entry + "\", which is neither an address nor the name of a computer, with or"
                        + " without a port from 1 to 65535.",
                setting.equals(ADDRESS) ? ONE : LIST,
                null);
    }

    static WrongCluster namesNobody(String setting) {
        return new WrongCluster(SERVERS + " is \"" + setting + "\", which names no server.", LIST, null);
    }

    static WrongCluster elsewhere(Place place) {
        return new WrongCluster(
                ADDRESS + " is \"" + place + "\", which is no address of this computer.", ONE, null);
    }

    static WrongCluster alone(String address) {
        return new WrongCluster(
                ADDRESS + " is \"" + address + "\", but " + SERVERS + " names no other servers.",
                "Name all servers in " + SERVERS + ", or take " + ADDRESS + " away.",
                null);
    }

    /** @param kind what a database URL begins with; the rest may hold a password */
    static WrongCluster database(String kind) {
        return new WrongCluster(
                SERVERS + " makes several servers one lab, which needs one PostgreSQL database for all of them, but"
                        + " DATABASE_URL " + (kind.isEmpty() ? "is not set." : "begins with \"" + kind + "\"."),
                "Set DATABASE_URL to the same on all servers, such as jdbc:postgresql://database/lab; for a server that is"
                        + " alone, take " + SERVERS + " away.",
                null);
    }

    static WrongCluster taken(int port, Throwable cause) {
        return new WrongCluster(
                "Port " + port + ", by which other servers reach this one, is in use.",
                "Stop what uses it, or name another in " + ADDRESS + " and for this server in " + SERVERS + ".",
                cause);
    }

    static WrongCluster failed(Throwable cause) {
        return new WrongCluster(
                "This server cannot take part in the lab of several that " + SERVERS + " names: " + cause.getMessage(),
                "Check " + SERVERS + " and " + ADDRESS + ", and that all servers run the same version.",
                cause);
    }

    /** What may be done about it. */
    String action() {
        return action;
    }
}
