package descentlab.trial;

import descentlab.load.Course;
import descentlab.load.Page;
import descentlab.load.Refused;
import descentlab.load.Site;
import descentlab.load.Teacher;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/** The teacher's browser: plays the race all the time, and does what is wanted until it is done. */
final class Desk extends Screen {

    private static final int STEPS = 20;
    private static final Duration DONE = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int SHOWN = 400;

    private final Teacher teacher;
    private final String code;
    private final Follower follower;
    private volatile boolean playing;

    /** When something was sent, and when it was taken. */
    private record Played(long sent, long taken) {}

    private final ConcurrentLinkedQueue<Played> taken = new ConcurrentLinkedQueue<>();
    private int played;

    Desk(Site site, Course course, Troubles troubles, String setupSecret) throws Refused, InterruptedException {
        super(troubles);
        teacher = new Teacher(site, course, this);
        teacher.setUp(setupSecret);
        code = teacher.openRoom();
        teacher.comeBack();
        follower = new Follower(site, code, this::page);
        Thread.startVirtualThread(this::live);
    }

    String code() {
        return code;
    }

    Follower follower() {
        return follower;
    }

    @Override
    Page page() {
        return teacher.page();
    }

    @Override
    synchronized void comeBack() throws Refused {
        try {
            teacher.comeBack();
        } catch (Refused refused) {
            if (refused.getMessage().contains("answered 302")) {
                troubles.wrong("the teacher has to sign in again");
            }
            throw refused;
        }
        follower.again();
        if (page().look(tree -> tree.last("input", input -> input.value("name").equals("password"))).isPresent()) {
            troubles.wrong("the teacher has to sign in again");
        }
        if (page().look(tree -> tree.last("room-lead")).isEmpty()) {
            throw new Refused("a teacher's page that came back leads nothing");
        }
    }

    /** Whether the race is played all the time. */
    void play(boolean on) {
        playing = on;
    }

    private void live() {
        while (!over) {
            if (playing) {
                attempt(() -> {
                    long sent = System.nanoTime();
                    teacher.lead(played++ % STEPS, false, 1 + played / 1e6);
                    taken.add(new Played(sent, System.nanoTime()));
                });
            } else {
                attempt(() -> {});
            }
            pause(200, 300);
        }
    }

    /** Nanoseconds from a moment until the server had first taken what was played after it. */
    OptionalLong takenAfter(long moment) {
        return taken.stream()
                .filter(played -> played.sent() > moment)
                .mapToLong(played -> played.taken() - moment)
                .min();
    }

    private interface Deed {
        void run() throws Refused;
    }

    private synchronized void attempt(Deed deed) {
        try {
            if (isThere()) {
                deed.run();
            }
        } catch (Refused refused) {
            lost(refused);
        }
    }

    /**
     * Presses a button of a tab until that has come about.
     *
     * @return how often it was pressed
     */
    int press(int tab, String button, BooleanSupplier done) {
        return press(tab, button, () -> {}, done);
    }

    private int press(int tab, String button, Deed before, BooleanSupplier done) {
        int[] pressed = {0};
        long begin = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - begin > LONGEST.toNanos()) {
                throw new IllegalStateException("the teacher cannot press " + button);
            }
            attempt(() -> {
                teacher.tab(tab);
                pause(SHOWN, SHOWN);
                if (!done.getAsBoolean() && page().look(tree -> tree.button(button)).isPresent()) {
                    before.run();
                    pressed[0]++;
                    teacher.press(button);
                }
            });
            long sent = System.nanoTime();
            while (!done.getAsBoolean() && !isLost() && System.nanoTime() - sent < DONE.toNanos()) {
                pause(20, 20);
            }
        }
        return pressed[0];
    }

    /** Asks for a number. */
    void ask(BooleanSupplier done) {
        press(1, "Ask the class", () -> teacher.select("The question", 4), done);
    }

    /** Has everyone pick a rate. */
    void tryOut(BooleanSupplier done) {
        press(2, "Let everyone try", () -> teacher.radio("Each picks", "a learning rate"), done);
    }

    /** Whether a tab of the page soon says something. */
    boolean shows(int tab, String text, Duration longest) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < longest.toNanos()) {
            attempt(() -> teacher.tab(tab));
            if (awaits(tree -> tree.last("p", p -> p.text().contains(text)).isPresent(), Duration.ofSeconds(1))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        super.close();
        follower.close();
    }
}
