package descentlab.load;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** The teacher's browser: makes the account, signs in, opens a room, and leads it by its page. */
public final class Teacher implements AutoCloseable {

    public static final String NAME = "Load Teacher";
    private static final String PASSWORD = "a class at work 1";
    private static final Duration PATIENCE = Duration.ofSeconds(Incidents.BOUND_SECONDS);
    private static final int TRIES = 5;

    /** Of questions and of tries, after the one of the race. */
    private static final int TABS = 2;

    private static final int PAUSE = 700;
    private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}");
    private static final Pattern COUNT = Pattern.compile("(\\d+) of \\d+ have (voted|handed in)");
    private static final int VOTES = 10;
    private static final String SIGNED_IN = "/account";

    private final Site site;
    private volatile Page page;
    private String code = "";

    public Teacher(Site site, Course course) {
        this(site, course, (message, nanoTime) -> {});
    }

    /** @param listener is told what comes by the push channel */
    public Teacher(Site site, Course course, Page.Listener listener) {
        this.site = site;
        this.page = new Page(site, course.errors, listener);
    }

    private Teacher(Site site, Page page) {
        this.site = site;
        this.page = page;
    }

    /** The same teacher in the same browser, who leads another room there. */
    Teacher inAnotherTab() {
        return new Teacher(site, page.beside());
    }

    /** Makes the first account by the server's link, and signs in with it. */
    public void setUp(String secret) throws Refused, InterruptedException {
        page.withSecret(secret).open("account/welcome");
        String token = SignIn.token(page);
        ObjectNode typed = Site.JSON.createObjectNode();
        typed.putObject("Object.fromEntries(new FormData(element))")
                .put("username", NAME)
                .put("password", PASSWORD)
                .put(SignIn.TOKEN, token);
        page.send(List.of(Rpc.event(element("form"), "submit", typed)));
        for (int left = TRIES; left > 0; left--) {
            Thread.sleep(1500); // the password is being hashed
            if (SignIn.in(site, page, token, NAME, PASSWORD).endsWith(SIGNED_IN)) {
                return;
            }
        }
        throw new Refused("the teacher could not sign in");
    }

    /** Signs in once more in a browser that has done so before and whose session is over, and out again. */
    public void signInAgain() throws Refused {
        Page door = page.inNewSession();
        door.open("login");
        String to = SignIn.in(site, door, SignIn.token(door), NAME, PASSWORD);
        if (!to.endsWith(SIGNED_IN)) {
            throw new Refused("a teacher on a known device could not sign in: " + to.replaceFirst(".*/", "").replaceAll("\\d+", "#"));
        }
        Page inside = door.next();
        inside.load("account");
        inside.navigate("account");
        SignIn.out(site, inside, SignIn.token(inside));
    }

    /** A page of another browser in which the same teacher has signed in. */
    public static Page elsewhere(Site site, Course course) throws Refused {
        Page door = new Page(site, course.errors, (message, nanoTime) -> {});
        door.load("login");
        door.navigate("login");
        String to = SignIn.in(site, door, SignIn.token(door), NAME, PASSWORD);
        if (!to.endsWith(SIGNED_IN)) {
            throw new Refused("the teacher could not sign in elsewhere: " + to);
        }
        return door;
    }

    /** Opens a room, whose page this is from now on. */
    public String openRoom() throws Refused {
        page = page.next();
        page.open("class/mine");
        page.send(List.of(Rpc.click(page.look(tree -> tree.byId("open-room")).orElseThrow().number)));
        code = page.look(tree -> tree.last("span", span -> CODE.matcher(span.text()).matches()))
                .map(PageTree.Element::text)
                .orElseThrow(() -> new Refused("no room was opened"))
                .replace("-", "");
        return code;
    }

    /** Loads the room's page anew, as one does whose page fails, and ends what is under way in the room. */
    public void startAnew() throws Refused, InterruptedException {
        page = page.next().open("class/" + code + "/lead");
        for (int index = 1; index <= TABS; index++) {
            tab(index);
            Thread.sleep(PAUSE);
            pressIfThere("Put it away");
            pressIfThere("End trying");
        }
        tab(0);
        pressIfThere("Have all follow");
        pressIfThere("Let them go on");
    }

    /** Loads the room's page anew, as a browser does by itself whose server no longer knows the page. */
    public void comeBack() throws Refused {
        page = page.next();
        page.open("class/" + code + "/lead");
    }

    /** The page that is open. */
    public Page page() {
        return page;
    }

    private void pressIfThere(String text) throws Refused {
        if (page.look(tree -> tree.button(text)).isPresent()) {
            press(text);
        }
    }

    /** The page that leads the room, once more, in the same browser. */
    Page leadBeside() throws Refused {
        return page.beside().open("class/" + code + "/lead");
    }

    /** The page by which a phone leads the room, in the same browser. */
    Page remoteBeside() throws Refused {
        return page.beside().open("class/" + code + "/remote");
    }

    /** A plan's file. */
    String plan(String id) throws Refused {
        return site.ask(page.request("/api/plans/" + id + ".yaml"), HttpResponse.BodyHandlers.ofString()).body();
    }

    private int element(String tag) throws Refused {
        return page.look(tree -> tree.last(tag)).orElseThrow(() -> new Refused("the teacher's page lacks " + tag)).number;
    }

    // The race

    public void lead(int step, boolean playing, double speed) throws Refused {
        ObjectNode data = Site.JSON.createObjectNode();
        data.put("event.detail.step", step).put("event.detail.playing", playing);
        data.put("event.detail.speed", speed);
        page.send(List.of(Rpc.event(element("room-lead"), "lead-change", data)));
    }

    void moveStart(double x1, double x2) throws Refused {
        page.send(List.of(Rpc.event(element("race-surface"), "start-change", Rpc.point(x1, x2))));
    }

    void pressId(String id) throws Refused {
        page.send(List.of(Rpc.click(page.look(tree -> tree.byId(id)).orElseThrow().number)));
    }

    // Questions and tries

    public void tab(int index) throws Refused {
        int tabs = element("vaadin-tabs");
        page.send(List.of(Rpc.property(tabs, "selected", index), Rpc.event(tabs, "selected-changed")));
    }

    /** Chooses of a list by the key of an item, which are numbered from 1. */
    public void select(String label, int key) throws Refused {
        int select = page.look(tree -> tree.last("vaadin-select", each -> each.value("label").equals(label)))
                .orElseThrow(() -> new Refused("the teacher's page lacks a choice of " + label))
                .number;
        page.send(List.of(
                Rpc.property(select, "value", String.valueOf(key)), Rpc.event(select, "value-changed")));
    }

    public void radio(String label, String option) throws Refused {
        PageTree.Element group = page.look(tree -> tree.last("vaadin-radio-group", each -> each.value("label").equals(label)))
                .orElseThrow(() -> new Refused("the teacher's page lacks a choice of " + label));
        String key = page.look(tree -> group.children("vaadin-radio-button").stream()
                .filter(button -> button.text().strip().equals(option))
                .map(button -> button.value("value"))
                .findFirst()
                .orElse(""));
        page.send(List.of(Rpc.property(group.number, "value", key), Rpc.event(group.number, "value-changed")));
    }

    /** Waits until a button is there. */
    void awaitButton(String text) throws Refused {
        if (!page.await(tree -> tree.button(text).isPresent(), PATIENCE)) {
            throw new Refused("the teacher's page lacks the button " + text);
        }
    }

    public void press(String text) throws Refused {
        Optional<PageTree.Element> button = page.look(tree -> tree.button(text));
        page.send(List.of(Rpc.click(
                button.orElseThrow(() -> new Refused("the teacher's page lacks the button " + text)).number)));
    }

    /** Waits until the page says that at least so many have voted or handed in; whether it does. */
    boolean awaitCount(int least) {
        return awaitCount(page, least);
    }

    static boolean awaitCount(Page page, int least) {
        return page.await(
                tree -> tree.last("p", p -> {
                            Matcher count = COUNT.matcher(p.text());
                            return count.find() && Integer.parseInt(count.group(1)) >= least;
                        })
                        .isPresent(),
                PATIENCE);
    }

    /** Questions that each has voted on, by nickname, as the room's table says. */
    public Map<String, Integer> votes() throws Refused {
        String csv = site.ask(page.request("/api/rooms/" + code + "/class.csv"), HttpResponse.BodyHandlers.ofString()).body();
        Map<String, Integer> votes = new HashMap<>();
        csv.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells ->
                votes.put(cells[0], Integer.parseInt(cells[VOTES])));
        return votes;
    }

    void heartbeat() throws Refused {
        page.heartbeat();
    }

    @Override
    public void close() {
        page.close();
    }
}
