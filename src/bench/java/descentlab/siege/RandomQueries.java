package descentlab.siege;

import java.util.List;
import java.util.Random;

/** Links to every endpoint with whatever comes to mind: wrong, malformed, outside of the domain, too long. */
final class RandomQueries implements Attack {

    private static final int PER_SECOND = 120;

    private static final List<String> PATHS = List.of(
            "/api/surface.csv", "/api/surface.json", "/api/training.csv", "/api/training.json", "/api/sweep.csv",
            "/api/sweep.json", "/api/spectrum.json", "/api/progress.json", "/api/rooms/ABCD2345/class.csv",
            "/api/rooms/%00/tries.json", "/stream/field", "/stream/spectrum", "/stream/spectrum/random",
            "/stream/spectrum/presets", "/stream/spectrum/turning", "/stream/runs/abc", "/stream/rooms/ABCD2345",
            "/lab/surface", "/lab/training", "/lab/training/images", "/lab/spectrum", "/exercises/none", "/resume",
            "/class/%ff", "/data/none", "/login", "/");

    private static final List<String> NAMES = List.of(
            "objective", "f", "q", "c", "b", "rotate", "start", "steps", "noise", "seed", "run", "data", "model", "batch",
            "epochs", "every", "shuffle", "init", "matrix", "points", "window", "columns", "rows", "size", "kappa", "from",
            "pictures", "v-r", "v-uiId", "location", "query", "continue", "error", "wait");

    private static final List<String> VALUES = List.of(
            "", "log(-1)", "log(x1)", "sqrt(x1-9)", "1/0", "x1/x2", "x1^x2", "((((x1", "sin(", "NaN", "-NaN", "Infinity", "1e999",
            "-1", "0", "201", "99999999999999999999", "%zz", "%", "%E0%A4%A", "%00", "nope", "init", "uidl", "heartbeat",
            "push", "ellipse", "rosenbrock", "-5,-2", "1,2,3", "adagrad(lr=0.4)", "adagrad(lr=0.001..10)", "adam(lr=)",
            "sgd(lr=-1)", "sgd(lr=1e300)", "newton(lr=1)", "2,1;1,3", "1,1;1,1", "1e150,0;0,1e-150", "i", "1+2i;3", "true",
            "airfoil", "silhouettes", "linear", "lenet", "zipf-text", "<script>", "' or 1=1", "\u00e9", "a".repeat(5000));

    @Override
    public String name() {
        return "random queries to every endpoint";
    }

    @Override
    public void wage(Front front) throws Exception {
        Random random = new Random();
        front.keepDoing(8, PER_SECOND, number -> {
            String path = PATHS.get(number % PATHS.size());
            String answer = Raw.exchange(front, Raw.get(path + query(random)));
            front.got().add(answer.startsWith("answered 5") ? answer + " at " + path : answer);
        });
    }

    private static String query(Random random) {
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            query.append(query.isEmpty() ? '?' : '&').append(any(random, NAMES)).append('=').append(any(random, VALUES));
        }
        return query.toString().replace(" ", "%20");
    }

    private static String any(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
