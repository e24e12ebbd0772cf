package descentlab.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/**
 * Threads that lend a hand: whoever has tasks works on them himself, and idle helpers take what he has not begun. With
 * all helpers busy elsewhere, or none, the work is done all the same. Tasks must be independent of each other.
 */
public final class Crew {

    /** No helpers. */
    public static final Crew NONE = new Crew(0);

    private static final int INDEX_BITS = 32;

    private final int helpers;
    private final PassPool passes = new PassPool();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Deque<Tasks> open;

    /** A crew of that many daemon threads. */
    public Crew(int helpers) {
        this.helpers = helpers;
        this.open = new ArrayDeque<>(Math.max(16, helpers * helpers));
        for (int i = 1; i <= helpers; i++) {
            Thread.ofPlatform().name("crew-" + i).daemon().priority(Thread.MIN_PRIORITY + 1).start(this::serve);
        }
    }

    /** One helper for each core but that of the caller. */
    public static Crew ofAllCores() {
        return new Crew(Runtime.getRuntime().availableProcessors() - 1);
    }

    /** Working memory for networks, shared by all that the crew works for. */
    PassPool passes() {
        return passes;
    }

    private void serve() {
        try {
            while (true) {
                take().help();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Tasks take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (open.isEmpty()) {
                work.await();
            }
            return open.remove();
        } finally {
            lock.unlock();
        }
    }

    /** Tasks that are the same each time but for their data; {@code task} hears the number of the one to do. */
    Tasks tasks(IntConsumer task) {
        return new Tasks(task);
    }

    /** Numbered tasks, to be done again and again by one thread at a time; allocates nothing. */
    final class Tasks {

        private final IntConsumer task;

        /** How many there are, and the first that nobody has begun; in one word, so that no straggler mixes rounds. */
        private final AtomicLong countAndNext = new AtomicLong();

        private final AtomicInteger unfinished = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private volatile Thread caller;

        private Tasks(IntConsumer task) {
            this.task = task;
        }

        /** Does tasks 0 to {@code count}, exclusive, and comes back when all are done. */
        void run(int count) {
            failure.setPlain(null);
            caller = Thread.currentThread();
            unfinished.set(count);
            countAndNext.set((long) count << INDEX_BITS);
            int hands = Math.min(helpers, count - 1);
            if (hands > 0) {
                call(hands);
            }
            help();
            if (hands > 0) {
                callOff();
            }
            while (unfinished.get() > 0) {
                LockSupport.park(this);
            }
            Throwable thrown = failure.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
        }

        private void call(int hands) {
            lock.lock();
            try {
                for (int i = 0; i < hands; i++) {
                    open.add(this);
                    work.signal();
                }
            } finally {
                lock.unlock();
            }
        }

        private void callOff() {
            lock.lock();
            try {
                open.removeIf(tasks -> tasks == this);
            } finally {
                lock.unlock();
            }
        }

        private void help() {
            for (int number = claim(); number >= 0; number = claim()) {
                try {
                    task.accept(number);
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                }
                Thread waiting = caller;
                if (unfinished.decrementAndGet() == 0 && waiting != Thread.currentThread()) {
                    LockSupport.unpark(waiting);
                }
            }
        }

        /** A task nobody has begun, or -1. */
        private int claim() {
            while (true) {
                long state = countAndNext.get();
                int next = (int) state;
                if (next >= state >>> INDEX_BITS) {
                    return -1;
                }
                if (countAndNext.compareAndSet(state, state + 1)) {
                    return next;
                }
            }
        }
    }
}
