package descentlab.siege;

import java.util.List;
import java.util.Random;

/** What scanners ask for, and paths that lead nowhere. */
final class UnknownPaths implements Attack {

    private static final int PER_SECOND = 120;

    private static final List<String> KNOWN = List.of(
            "/wp-login.php", "/.env", "/.git/config", "/actuator", "/actuator/env", "/actuator/heapdump", "/h2-console",
            "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//", "/;a=b", "/VAADIN/../application.properties",
            "/VAADIN/none.js", "/sw.js", "/favicon.png", "/lab", "/lab/none", "/api", "/api/none.csv", "/stream/none");

    @Override
    public String name() {
        return "unknown paths";
    }

    @Override
    public void wage(Front front) throws Exception {
        Random random = new Random();
        front.keepDoing(8, PER_SECOND, number -> {
            String path = number % 2 == 0
                    ? KNOWN.get(random.nextInt(KNOWN.size()))
                    : "/" + Integer.toString(random.nextInt(1 << 30), 36) + "/" + number;
            String answer = Raw.exchange(front, Raw.get(path));
            front.got().add(answer.startsWith("answered 5") ? answer + " at " + path : answer);
        });
    }
}
