package descentlab.load;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;

/** Whether something the teacher did has come to everyone's screen, and how long it took to each. */
final class Watching<T> {

    private final Predicate<T> wanted;
    private final ObjLongConsumer<Student> seen;
    private final Set<Student> waiting = ConcurrentHashMap.newKeySet();
    private final CountDownLatch all;
    private volatile long begun;

    Watching(Iterable<Student> students, Predicate<T> wanted, List<Samples> samples) {
        this(students, wanted, (student, took) -> samples.forEach(each -> each.add(took)));
    }

    /** @param seen is told who has seen it and how long that took */
    Watching(Iterable<Student> students, Predicate<T> wanted, ObjLongConsumer<Student> seen) {
        this.wanted = wanted;
        this.seen = seen;
        students.forEach(waiting::add);
        this.all = new CountDownLatch(waiting.size());
    }

    /** To be called just before the teacher's request is sent. */
    void begin() {
        begun = System.nanoTime();
    }

    void came(Student student, T what, long nanoTime) {
        long start = begun;
        if (start != 0 && wanted.test(what) && waiting.remove(student)) {
            seen.accept(student, nanoTime - start);
            all.countDown();
        }
    }

    /**
     * Waits for all.
     *
     * @return how many it has not come to
     */
    int await(Duration longest) throws InterruptedException {
        all.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        return waiting.size();
    }
}
