package descentlab.siege;

/** Requests that cost the server as much as it allows, and whose answers are not read. */
final class Expensive implements Attack {

    private static final int REQUESTS = 400;
    private static final int PER_SECOND = 60;
    private static final String RUNS = "&run=adam(lr=0.00%1$d1..10)&run=adagrad(lr=0.00%1$d1..10)&run=rmsprop(lr=0.00%1$d1..10)"
            + "&run=yogi(lr=0.00%1$d1..10)&run=momentum(lr=0.00%1$d1..10)&run=nesterov(lr=0.00%1$d1..10)";

    @Override
    public String name() {
        return "expensive requests, unread";
    }

    @Override
    public void wage(Front front) throws Exception {
        new Crowd(front, "unread answers", REQUESTS, PER_SECOND, new Crowd.Way() {
            @Override
            public byte[] greeting(int number) {
                return Raw.head("GET " + link(number) + " HTTP/1.1");
            }

            @Override
            public int gulp(int number) {
                return 0;
            }
        }).hold();
    }

    private static String link(int number) {
        return switch (number % 7) {
            case 0 -> "/api/sweep.json?objective=rosenbrock&steps=20000&points=200" + String.format(RUNS, number % 10);
            case 1 -> "/stream/field?columns=400&rows=400&f=" + longest(number);
            case 2 -> "/api/surface.csv?steps=20000&start=1,1&f=" + longest(number) + "&run=adam(lr=0.001)&run=sgd(lr=0.0001)";
            case 3 -> "/api/training.csv?data=silhouettes&model=lenet&epochs=50&run=adam(lr=0.009)&seed=" + number;
            case 4 -> "/api/training.json?data=zipf-text&model=logistic&epochs=1000&run=adagrad(lr=0.1)&seed=" + number;
            case 5 -> "/stream/spectrum?matrix=" + matrix(200, number);
            default -> "/api/surface.json?objective=rosenbrock&start=-1,1&steps=20000&noise=1&seed=" + number
                    + "&run=sgd(lr=0.0001)&run=adam(lr=0.001)&run=adagrad(lr=0.1)&run=rmsprop(lr=0.001)";
        };
    }

    /** A typed function of 200 characters, which is the most, and none that was asked for before. */
    private static String longest(int number) {
        StringBuilder f = new StringBuilder("x1^2*0." + (number + 1));
        while (f.length() < 180) {
            f.append("*sin(x1*x2)");
        }
        return f.toString();
    }

    private static String matrix(int size, int number) {
        String row = (number % 9 + 1) + ",1".repeat(size - 1);
        return (row + ";").repeat(size - 1) + row;
    }
}
