package descentlab.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.node.ObjectNode;

/** The race that somebody's page shows, which they change, and whose bytes they read. */
public final class OwnRace {

    private static final Duration PATIENCE = Duration.ofSeconds(Incidents.BOUND_SECONDS);

    private static final long FIRST_WAIT = 250;
    private static final long LONGEST_WAIT = 8000;

    private final Site site;
    private final Page page;
    private final Course course;
    private final Random random;
    private final int rows;

    /** @param rows of the contours beneath it, which follow from the screen's size */
    public OwnRace(Site site, Page page, Course course, Random random, int rows) {
        this.site = site;
        this.page = page;
        this.course = course;
        this.random = random;
        this.rows = rows;
    }

    /** Picks a rate, or a start where there is no rate to pick, and reads the race that follows and its contours. */
    public void pick() throws Refused {
        Optional<PageTree.Element> slider = page.look(tree -> tree.last("descent-log-range"));
        if (slider.isPresent()) {
            follow(Rpc.event(
                    slider.get().number,
                    "range-input",
                    Site.JSON.createObjectNode().put("event.detail.value", round(Math.pow(10, -2 + 2 * random.nextDouble())))));
        } else {
            pickStart();
        }
        contours(page.look(tree -> race(tree).map(race -> race.value("field")).orElse("")));
    }

    /** Picks a start, and reads the race that follows; how long its first bytes took, in nanoseconds. */
    public long pickStart() throws Refused {
        PageTree.Element surface = page.look(tree -> race(tree).flatMap(race -> race.within("race-surface")))
                .orElseThrow(() -> new Refused("a page lacks one's own plot"));
        // In a corner across from where teachers' races start, since a start that is tried must be as high as theirs.
        int side = random.nextBoolean() ? 1 : -1;
        return follow(Rpc.event(surface.number, "start-change", Rpc.point(side * between(5, 6), -side * between(2.2, 3))));
    }

    private double between(double least, double most) {
        return round(least + (most - least) * random.nextDouble());
    }

    private static Optional<PageTree.Element> race(PageTree tree) {
        return tree.last("descent-race", each -> !each.value("run").isEmpty());
    }

    private long follow(ObjectNode picked) throws Refused {
        PageTree.Element race = page.look(OwnRace::race).orElseThrow(() -> new Refused("a page lacks a race of one's own"));
        String before = page.look(tree -> race.value("run"));
        long begin = System.nanoTime();
        page.send(List.of(picked));
        // The answer waits for messages before it that are still on their way by the push channel.
        if (!page.await(tree -> !race.value("run").equals(before), PATIENCE)) {
            throw new Refused("a click for a race of one's own got nothing: " + page.look(OwnRace::said));
        }
        long took = read(page.look(tree -> race.value("run")) + "?from=0") - begin;
        course.ownRuns.add(took);
        return took;
    }

    /** Waits for what the page gets after it has said that one may explore. */
    void awaitExploring() throws Refused {
        if (!page.await(tree -> tree.button("Show this to the teacher").isPresent(), PATIENCE)) {
            throw new Refused("a race of one's own to explore did not come");
        }
    }

    /** What the page says of the race. */
    static String said(PageTree tree) {
        return tree.last("p", p -> p.value("role").equals("status")).map(PageTree.Element::text).orElse("");
    }

    /** Reads a run, from a step on that its address says, or whatever else has an address, to its end; when its first bytes had come. */
    long read(String path) throws Refused {
        long first = 0;
        byte[] buffer = new byte[8192];
        try (Incidents.Expected bytes = course.errors.expect("the first bytes of a run");
                InputStream in = stream(path)) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                if (first == 0 && got > 0) {
                    first = System.nanoTime();
                    bytes.close();
                }
            }
        } catch (IOException broken) {
            throw new Refused("a run's stream broke: " + broken.getMessage());
        }
        if (first == 0) {
            throw new Refused("a run's stream was empty");
        }
        return first;
    }

    /** Where the connection is lost, asks again a little later and then ever later, as a page does. */
    private InputStream stream(String path) throws Refused {
        for (long wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
            try {
                return site.ask(
                                page.request("/" + path), HttpResponse.BodyHandlers.ofInputStream())
                        .body();
            } catch (Refused refused) {
                if (!refused.isUnanswered() || wait == LONGEST_WAIT) {
                    throw refused;
                }
                site.askAgain();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(wait));
            }
        }
    }

    /** Fetches what the plot draws beneath the race. */
    void contours(String field) throws Refused {
        if (!field.isEmpty()) {
            long begin = System.nanoTime();
            try (Incidents.Expected contours = course.errors.expect("the contours beneath a race")) {
                site.ask(
                        page.request("/stream/field?" + field + "&window=-7.4,3.8,-3.8,3.2&columns=252&rows=" + rows),
                        HttpResponse.BodyHandlers.discarding());
            }
            course.contours.add(System.nanoTime() - begin);
        }
    }

    private static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.5g", value));
    }
}
