package descentlab.siege;

import descentlab.load.Incidents;
import descentlab.load.Page;
import descentlab.load.PageTree;
import descentlab.load.Refused;
import descentlab.load.Rpc;
import descentlab.load.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Many sessions that start large trainings on pictures: all of one client, or of as many clients as it takes. */
final class TrainingSeats implements Attack {

    private static final int SESSIONS = 24;
    private static final int EACH = 3;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final String PATH = "lab/training/images";
    private static final String LARGE = PATH + "?data=silhouettes&model=lenet&batch=4096&epochs=50&run=adam(lr=0.003)&seed=";

    private final boolean oneClient;
    private final Map<Integer, Site> sites = new ConcurrentHashMap<>();

    TrainingSeats(boolean oneClient) {
        this.oneClient = oneClient;
    }

    @Override
    public String name() {
        return oneClient ? "training seats, one client" : "training seats, many clients";
    }

    @Override
    public void wage(Front front) throws Exception {
        AtomicInteger taken = new AtomicInteger();
        Queue<Page> running = new ConcurrentLinkedQueue<>();
        front.keepDoing(4, 12, number -> {
            if (number >= SESSIONS) {
                Front.sleep(500);
                return;
            }
            Page browser = new Page(
                    oneClient ? front.site() : elsewhere(front, number),
                    new Incidents(),
                    (message, nanoTime) -> {});
            for (int i = 0; i < EACH && front.holds(); i++) {
                Page page = browser.beside();
                page.load(PATH);
                page.navigate(LARGE + (number * EACH + i));
                if (page.look(tree -> tree.last("training-chart", chart -> !chart.value("run").isEmpty())).isPresent()) {
                    front.got().add("trainings taken");
                    front.got().holds("trainings", taken.incrementAndGet());
                    running.add(page);
                } else {
                    front.got().add("refused: " + page.look(TrainingSeats::said));
                }
            }
        });
        stop(running);
    }

    /** A training goes on for its page's coming back: so that it ends, it is stopped. */
    private static void stop(Queue<Page> running) throws InterruptedException {
        List<Thread> all = running.stream()
                .map(page -> Thread.startVirtualThread(() -> {
                    try {
                        Optional<PageTree.Element> stop = page.look(tree -> tree.button("Stop"));
                        if (stop.isPresent()) {
                            page.send(List.of(Rpc.click(stop.get().number)));
                        }
                    } catch (Refused gone) {
                        // then the server ends it, when its time is over
                    }
                }))
                .toList();
        for (Thread each : all) {
            each.join(LONGEST_STOP);
        }
    }

    private Site elsewhere(Front front, int number) throws IOException {
        Site site = sites.get(number);
        if (site == null) {
            site = front.site(InetAddress.getByName("127.0.7." + (1 + number)));
            sites.put(number, site);
        }
        return site;
    }

    private static String said(PageTree tree) {
        return tree.last("div", div -> div.value("role").equals("alert"))
                .map(PageTree.Element::text)
                .orElse("")
                .replaceAll("\\d+", "#");
    }
}
