package descentlab.siege;

import descentlab.load.Incidents;
import descentlab.load.Page;
import descentlab.load.Refused;

/** Thousands who open a run's stream and read nothing of it, or a byte now and then. */
final class StreamReaders implements Attack {

    private static final int READERS = 4000;
    private static final int PER_SECOND = 1200;

    /** Of some 300 kB: more than a connection holds on its way. */
    private static final String LONG_RACE = "lab/surface?objective=rosenbrock&start=-1,1&steps=5000&run=sgd(lr=0.0001)";

    @Override
    public String name() {
        return "stream readers who do not read";
    }

    @Override
    public void wage(Front front) throws Exception {
        Page page = front.opened(new Page(front.site(), new Incidents(), (message, nanoTime) -> {}));
        String run = "";
        while (run.isEmpty() && front.holds()) {
            run = run(front, page);
        }
        byte[] request = Raw.head("GET /" + run + "?from=0 HTTP/1.1", "Cookie: " + page.cookies());
        new Crowd(front, "streams", READERS, PER_SECOND, new Crowd.Way() {
            @Override
            public byte[] greeting(int number) {
                return request;
            }

            @Override
            public int gulp(int number) {
                return number % 2;
            }
        }).hold();
    }

    private static String run(Front front, Page page) {
        try {
            page.load("lab/surface");
            page.navigate(LONG_RACE);
            return page.look(tree -> tree.last("descent-race", race -> !race.value("run").isEmpty()))
                    .map(race -> race.value("run"))
                    .orElse("");
        } catch (Refused refused) {
            front.got().add(refused.getMessage());
            Front.sleep(500);
            return "";
        }
    }
}
