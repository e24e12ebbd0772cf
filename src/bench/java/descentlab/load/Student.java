package descentlab.load;

import descentlab.pressed.Sight;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A student: joins, follows, votes, and runs their own races, each a little later than they could. */
public class Student implements Page.Listener, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(Incidents.BOUND_SECONDS);
    private static final int SIZES = 10;

    /** In place of a question's number, of one that the class's table does not count. */
    static final int UNCOUNTED = 0;

    public final String name;
    private final Site site;
    private final String code;
    private final Course course;
    private final Random random;
    private final Page page;
    private final OwnRace race;
    private volatile EventStream stream;
    private volatile String run = "";

    /** Questions in which a vote of theirs was acknowledged, which the class's table counts. */
    private int votedOn;

    private int votedQuestion = -1;
    volatile int question;

    /** Acknowledged in the current round, for the teacher's count. */
    volatile boolean voted;

    volatile boolean handedIn;

    /** Whether they are told to try something, and lack what to try it with. */
    private volatile boolean asked;

    /** Whoever leaves waits for nothing more. */
    private volatile boolean left;

    public Student(Site site, String code, String name, Course course, long seed) {
        this.site = site;
        this.code = code;
        this.name = name;
        this.course = course;
        this.random = new Random(seed);
        this.page = new Page(site, course.errors, this);
        this.race = new OwnRace(site, page, course, random, 150 + (int) (seed % SIZES));
    }

    public void join() throws Refused {
        long begin = System.nanoTime();
        page.open("class/" + code);
        PageTree.Element nickname = found("the nickname's field", page.look(tree -> tree.byId("nickname")));
        PageTree.Element enter = found("the button to join", page.look(tree -> tree.byId("join")));
        page.send(List.of(
                Rpc.property(nickname.number, "value", name),
                Rpc.event(nickname.number, "change"),
                Rpc.click(enter.number)));
        // The answer waits for messages before it that are still on their way by the push channel.
        if (!page.await(tree -> tree.last("room-link").isPresent(), PATIENCE)) {
            throw new Refused("a page lacks the room after joining");
        }
        follow();
        course.joins.add(System.nanoTime() - begin);
    }

    /** The room's scenes, for as long as the page shows the room. */
    private void follow() throws Refused {
        stream = new EventStream(site, page.request("/stream/rooms/" + code), course, this::scene);
    }

    private void unfollow() throws Refused {
        try {
            EventStream before = stream;
            stream = null;
            if (before != null) {
                before.close();
            }
        } catch (IOException failed) {
            throw new Refused("the room's stream could not be closed: " + failed.getMessage());
        }
    }

    Page page() {
        return page;
    }

    private static <T> T found(String what, Optional<T> element) throws Refused {
        return element.orElseThrow(() -> new Refused("a page lacks " + what));
    }

    /** The server that a proxy has sent them to, by the proxy's cookie; empty without a proxy. */
    String server() {
        return page.cookie(Several.COOKIE);
    }

    /** The run that the room's last scene showed. */
    String run() {
        return run;
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
            String kind = frame.path("kind").asString();
            String field = frame.path("field").asString();
            later(0, 0, () -> {
                long first = race.read(kind.equals("spectrum") ? shown : shown + "?from=0");
                if (changed != 0 && first != 0) {
                    course.contents.add(first - changed);
                }
                if (kind.equals("race")) {
                    race.contours(field);
                }
            });
        }
    }

    @Override
    public void pushed(String message, long nanoTime) {
        if (message.contains("history.pushState")) { // to a page that the class visits, or back
            if (message.contains("\"room-link\"")) {
                later(0, 0, this::follow);
            } else {
                later(0, 0, this::unfollow);
            }
        }
        if (message.contains(BallotWords.ASKED) || message.contains(BallotWords.ASKED_AGAIN + ", now")) {
            voted = false;
            later(200, 2500, this::vote);
        } else if (message.contains("\"Your turn\"")) {
            handedIn = false;
            asked = true;
        } else if (message.contains("\"Exploring\"")) {
            later(200, 2000, this::explore);
        }
        if (asked && Sight.bringsTry(message)) {
            asked = false;
            later(200, 2000, this::tryOut);
        }
        course.board.came(this, message, nanoTime);
        course.following.forEach(one -> one.came(this, message, nanoTime));
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
                if (!course.over && !left) {
                    course.errors.add(refused.getMessage());
                }
            } catch (RuntimeException bug) {
                course.errors.add("a student failed", bug);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
    }

    // Acting

    private void vote() throws Refused {
        if (!page.await(BallotWords::isAsked, PATIENCE)) {
            throw new Refused("a question came without what to answer it with");
        }
        cast();
        if (random.nextInt(4) == 0) {
            pause(100, 500);
            cast(); // changes their mind
        }
        voted = true;
    }

    private void cast() throws Refused {
        String before = page.look(BallotWords::said);
        List<ObjectNode> vote = page.look(tree -> BallotWords.vote(tree, random, before));
        int number = question;
        long begin = System.nanoTime();
        page.send(vote);
        if (!page.await(tree -> !BallotWords.said(tree).equals(before), PATIENCE)) {
            throw new Refused("a vote was not acknowledged: before \"" + before + "\", sent "
                    + vote.getFirst().toString().replaceAll(".*\"data\"|.*\"value\"", "") + ", now \""
                    + page.look(BallotWords::said) + "\"");
        }
        String now = page.look(BallotWords::said);
        if (!now.startsWith(BallotWords.IN)) {
            throw new Refused("a vote was refused: " + now);
        }
        course.votes.add(System.nanoTime() - begin);
        if (number != UNCOUNTED && votedQuestion != number) {
            votedQuestion = number;
            votedOn++;
        }
    }

    private void tryOut() throws Refused {
        race.pick();
        for (int more = random.nextInt(3); more > 0; more--) {
            pause(300, 900);
            race.pick();
        }
        if (!page.await(tree -> tree.last("p", p -> p.text().startsWith("Handed in")).isPresent(), PATIENCE)) {
            throw new Refused("what was tried was not taken: " + page.look(OwnRace::said));
        }
        handedIn = true;
    }

    private void explore() throws Refused {
        race.awaitExploring();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            race.pick();
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

    void heartbeat() throws Refused {
        page.heartbeat();
    }

    @Override
    public void close() throws IOException {
        left = true;
        page.close();
        if (stream != null) {
            stream.close();
        }
    }
}
