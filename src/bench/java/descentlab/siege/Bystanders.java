package descentlab.siege;

import descentlab.load.Course;
import descentlab.load.Gathering;
import descentlab.load.OwnRace;
import descentlab.load.Page;
import descentlab.load.Refused;
import descentlab.load.Student;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * What else goes on in the class: some race on their own in the surface lab, now and then somebody comes late and leaves
 * again, and the teacher signs in once more on the device that knows them.
 */
final class Bystanders {

    private static final int RACERS = 3;
    private static final int BETWEEN_RACES = 300;

    /** In an hour no more than a large class has, since each has a session and a seat of their own. */
    private static final int BETWEEN_COMERS = 30_000;

    private static final int BETWEEN_SIGN_INS = 30_000;

    /** As browsers send them by themselves; a page that sends none for a quarter of an hour is taken for gone. */
    private static final long BETWEEN_HEARTBEATS = TimeUnit.MINUTES.toNanos(5);

    private final Gathering gathering;
    private final Course course;
    private final LongConsumer races;
    private volatile boolean over;
    private int comers;

    /** @param races is given how long each small race took, in nanoseconds */
    Bystanders(Gathering gathering, LongConsumer races) {
        this.gathering = gathering;
        this.course = gathering.course;
        this.races = races;
    }

    private interface Deed {
        void run() throws Exception;
    }

    void begin() {
        for (int i = 0; i < RACERS; i++) {
            Random random = new Random(1000 + i);
            Racer racer = new Racer(random);
            overAndOver("racing alone", BETWEEN_RACES, racer::race);
        }
        overAndOver("coming late", BETWEEN_COMERS, this::comeLate);
        overAndOver("signing in again", BETWEEN_SIGN_INS, gathering.teacher::signInAgain);
    }

    void end() {
        over = true;
    }

    private void overAndOver(String what, int between, Deed deed) {
        Thread.startVirtualThread(() -> {
            while (!over && Front.sleep(between)) {
                try {
                    deed.run();
                } catch (Exception failed) {
                    if (!over) {
                        course.errors.add(failed instanceof Refused ? what + ": " + failed.getMessage() : what + ": " + failed);
                    }
                }
            }
        });
    }

    private void comeLate() throws Exception {
        comers++;
        try (Student late = new Student(gathering.site(), gathering.code(), "Late " + comers, course, comers)) {
            late.join();
            Thread.sleep(1000);
        }
    }

    /** One alone in the surface lab. */
    private final class Racer {

        private final Random random;
        private Page page;
        private long heartbeat;

        Racer(Random random) {
            this.random = random;
        }

        void race() throws Refused {
            if (page == null) {
                page = new Page(gathering.site(), course.errors, (message, nanoTime) -> {}).open("lab/surface");
                heartbeat = System.nanoTime();
            }
            try {
                if (System.nanoTime() - heartbeat > BETWEEN_HEARTBEATS) {
                    page.heartbeat();
                    heartbeat = System.nanoTime();
                }
                races.accept(new OwnRace(gathering.site(), page, course, random, 150).pickStart());
            } catch (Refused refused) {
                page.close();
                page = null; // loads it anew, as one does whose page fails
                throw refused;
            }
        }
    }
}
