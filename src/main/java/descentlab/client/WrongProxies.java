package descentlab.client;

/** What is said about proxies cannot be followed; the server does not start. */
final class WrongProxies extends RuntimeException {

    private final String action;

    private WrongProxies(String message, String action) {
        super(message);
        this.action = action;
    }

    static WrongProxies written(String entry) {
        return new WrongProxies(
                NamedProxies.SETTING + " names \"" + entry + "\", which is neither an address nor a range of them.",
                "Name the proxies' own addresses, with commas between them, such as 127.0.0.1,10.1.0.0/24,fd00::7;"
                        + " names of computers are not looked up.");
    }

    static WrongProxies believesAll(String strategy) {
        return new WrongProxies(
                "SERVER_FORWARD_HEADERS_STRATEGY is \"" + strategy + "\", by which every computer of a private network"
                        + " would be believed when it says who it is.",
                "Take that setting away, and name the proxies' addresses in " + NamedProxies.SETTING
                        + " instead, such as 127.0.0.1,10.1.0.0/24.");
    }

    /** What may be done about it. */
    String action() {
        return action;
    }
}
