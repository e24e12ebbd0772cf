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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A student: joins, follows, votes, and runs their own races, each a little later than they could. */
class Student implements Page.Listener, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SIZES = 10;

    final String name;
    private final Site site;
    private final String code;
    private final Course course;
    private final Random random;
    private final Page page;
    private final int size;
    private EventStream stream;
    private String run = "";

    /** Questions in which a vote of theirs was acknowledged. */
    private int votedOn;

    private int votedQuestion = -1;
    volatile int question;

    /** Acknowledged in the current round, for the teacher's count. */
    volatile boolean voted;

    volatile boolean handedIn;

    Student(Site site, String code, String name, Course course, long seed) {
        this.site = site;
        this.code = code;
        this.name = name;
        this.course = course;
        this.random = new Random(seed);
        this.size = (int) (seed % SIZES);
        this.page = new Page(site, course.errors, this);
    }

    void join() throws Refused {
        long begin = System.nanoTime();
        page.open("class/" + code);
        PageTree.Element nickname = found("the nickname's field", page.look(tree -> tree.byId("nickname")));
        PageTree.Element enter = found("the button to join", page.look(tree -> tree.byId("join")));
        page.send(List.of(
                Rpc.property(nickname.number, "value", name),
                Rpc.event(nickname.number, "change"),
                Rpc.click(enter.number)));
        found("the room after joining", page.look(tree -> tree.last("room-link")));
        stream = new EventStream(site, page.request("/stream/rooms/" + code), course, this::scene);
        course.joins.add(System.nanoTime() - begin);
    }

    private static <T> T found(String what, Optional<T> element) throws Refused {
        return element.orElseThrow(() -> new Refused("a page lacks " + what));
    }

    int votedOn() {
        return votedOn;
    }

    // What comes

    private void scene(JsonNode frame, long nanoTime) {
        course.scene.came(this, frame, nanoTime);
        String shown = frame.path("run").asString();
        if (!shown.equals(run)) {
            run = shown;
            long changed = course.experimentChanged;
            String field = frame.path("field").asString();
            later(0, 0, () -> {
                long first = read(shown);
                if (changed != 0 && first != 0) {
                    course.contents.add(first - changed);
                }
                contours(field);
            });
        }
    }

    @Override
    public void pushed(String message, long nanoTime) {
        if (message.contains("\"A question\"") || message.contains("Vote once more, now")) {
            voted = false;
            later(200, 2500, this::vote);
        } else if (message.contains("\"Your turn\"")) {
            handedIn = false;
            later(200, 2000, this::tryOut);
        } else if (message.contains("\"Exploring\"")) {
            later(200, 2000, this::explore);
        }
        course.board.came(this, message, nanoTime);
    }

    /** What somebody does who reads and thinks first. */
    private interface Deed {
        void run() throws Refused;
    }

    private void later(int least, int most, Deed deed) {
        int wait = least + (most > least ? random.nextInt(most - least) : 0);
        Thread.startVirtualThread(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(wait);
                deed.run();
            } catch (Refused refused) {
                if (!course.over) {
                    course.errors.add(refused.getMessage());
                }
            } catch (RuntimeException bug) {
                course.errors.add("a student failed", bug);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
    }

    // Reading

    /** Reads a run to its end; when its first bytes had come. */
    private long read(String path) throws Refused {
        HttpResponse<InputStream> response =
                site.ask(page.request("/" + path + "?from=0"), HttpResponse.BodyHandlers.ofInputStream());
        long first = 0;
        byte[] buffer = new byte[8192];
        try (InputStream in = response.body()) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                first = first == 0 && got > 0 ? System.nanoTime() : first;
            }
        } catch (IOException broken) {
            throw new Refused("a run's stream broke: " + broken.getMessage());
        }
        if (first == 0) {
            throw new Refused("a run's stream was empty");
        }
        return first;
    }

    /** Fetches what the plot draws beneath the race, in the size of one of some screens. */
    private void contours(String field) throws Refused {
        if (!field.isEmpty()) {
            long begin = System.nanoTime();
            site.ask(
                    page.request("/stream/field?" + field + "&window=-7.4,3.8,-3.8,3.2&columns=252&rows=" + (150 + size)),
                    HttpResponse.BodyHandlers.discarding());
            course.contours.add(System.nanoTime() - begin);
        }
    }

    // Acting

    private void vote() throws Refused {
        cast();
        if (random.nextInt(4) == 0) {
            pause(100, 500);
            cast(); // changes their mind
        }
        voted = true;
    }

    private void cast() throws Refused {
        PageTree.Element said = found("what is said of one's vote", page.look(tree -> tree.last("p", BallotWords::isSaid)));
        String before = page.look(tree -> said.text());
        List<ObjectNode> vote = page.look(tree -> BallotWords.vote(tree, random, before));
        int number = question;
        long begin = System.nanoTime();
        page.send(vote);
        if (!page.await(tree -> !said.text().equals(before), PATIENCE)) {
            throw new Refused("a vote was not acknowledged");
        }
        String now = page.look(tree -> said.text());
        if (!now.startsWith(BallotWords.IN)) {
            throw new Refused("a vote was refused: " + now);
        }
        course.votes.add(System.nanoTime() - begin);
        if (votedQuestion != number) {
            votedQuestion = number;
            votedOn++;
        }
    }

    private void tryOut() throws Refused {
        pick();
        for (int more = random.nextInt(3); more > 0; more--) {
            pause(300, 900);
            pick();
        }
        if (!page.await(tree -> tree.last("p", p -> p.text().startsWith("Handed in")).isPresent(), PATIENCE)) {
            throw new Refused("what was tried was not taken: " + page.look(Student::saidOfRace));
        }
        handedIn = true;
    }

    private static String saidOfRace(PageTree tree) {
        return tree.last("p", p -> p.value("role").equals("status")).map(PageTree.Element::text).orElse("");
    }

    private void explore() throws Refused {
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            pick();
            pause(400, 1200);
        }
    }

    private void pause(int least, int most) throws Refused {
        try {
            TimeUnit.MILLISECONDS.sleep(least + random.nextInt(most - least));
        } catch (InterruptedException over) {
            throw new Refused("interrupted");
        }
    }

    /** Picks a rate, or a start where there is no rate to pick, and reads the race that follows. */
    private void pick() throws Refused {
        PageTree.Element race = found(
                "a race of one's own", page.look(tree -> tree.last("descent-race", each -> !each.value("run").isEmpty())));
        String before = page.look(tree -> race.value("run"));
        Optional<PageTree.Element> slider = page.look(tree -> tree.last("descent-log-range"));
        PageTree.Element surface = found("one's own plot", page.look(tree -> race.within("race-surface")));
        ObjectNode picked = slider.isPresent()
                ? Rpc.event(
                        slider.get().number,
                        "range-input",
                        Site.JSON.createObjectNode().put("event.detail.value", round(Math.pow(10, -2 + 2 * random.nextDouble()))))
                : Rpc.event(
                        surface.number,
                        "start-change",
                        Rpc.point(round(-6 + 12 * random.nextDouble()), round(-3 + 6 * random.nextDouble())));
        long begin = System.nanoTime();
        page.send(List.of(picked));
        // The answer waits for messages before it that are still on their way by the push channel.
        if (!page.await(tree -> !race.value("run").equals(before), PATIENCE)) {
            throw new Refused("a race of one's own was refused: " + page.look(Student::saidOfRace));
        }
        course.ownRuns.add(read(page.look(tree -> race.value("run"))) - begin);
        contours(page.look(tree -> race.value("field")));
    }

    private static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.5g", value));
    }

    void heartbeat() throws Refused {
        page.heartbeat();
    }

    @Override
    public void close() throws IOException {
        page.close();
        if (stream != null) {
            stream.close();
        }
    }
}
