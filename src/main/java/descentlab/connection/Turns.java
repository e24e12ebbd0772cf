package descentlab.connection;

import descentlab.client.Client;
import descentlab.client.FairQueue;
import descentlab.client.Requester;
import descentlab.client.Rush;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;

/**
 * Begins to answer what has arrived, clients in turn and few at the same time. Without it all that arrives would stand
 * in the one line in which virtual threads wait for a core, and whoever sends thousands of requests would be before
 * everybody else in it. Only what computes counts: a request that waits, for whatever it may be, makes room for the next.
 */
final class Turns implements AutoCloseable {

    private static final Duration LOOKED_AFTER = Duration.ofMillis(4);

    private final int most;
    private final ThreadFactory threads;
    private final Rush rush;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition queued = lock.newCondition();
    private final FairQueue<Runnable> waiting;
    private final List<Thread> running = new ArrayList<>();
    private boolean closed;

    /**
     * @param most how many may compute at the same time before others begin
     * @param threads makes the thread of each, a virtual one
     * @param presence how many turns a client has in a row
     * @param rush is told when some have to wait
     */
    Turns(int most, ThreadFactory threads, ToIntFunction<Client> presence, Rush rush) {
        this.waiting = new FairQueue<>(presence);
        this.most = most;
        this.threads = threads;
        this.rush = rush;
        Thread.ofPlatform().name("connection-turns").daemon().start(this::watch);
    }

    /** Does some work when its turn comes: at once, unless many compute. */
    void take(Requester who, Runnable work) {
        lock.lock();
        try {
            waiting.add(who, work);
            fill();
            if (!waiting.isEmpty()) {
                rush.waits();
                queued.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void fill() {
        while (running.size() < most && !waiting.isEmpty()) {
            Runnable work = waiting.take();
            Thread thread = threads.newThread(() -> {
                try {
                    work.run();
                } finally {
                    over(Thread.currentThread());
                }
            });
            running.add(thread);
            thread.start();
        }
    }

    private void over(Thread thread) {
        lock.lock();
        try {
            if (running.remove(thread)) {
                fill();
            }
        } finally {
            lock.unlock();
        }
    }

    /** As long as something waits for its turn, looks which of those that run do no longer. */
    private void watch() {
        try {
            while (true) {
                lock.lockInterruptibly();
                try {
                    while (waiting.isEmpty() && !closed) {
                        queued.await();
                    }
                    if (closed) {
                        return;
                    }
                    running.removeIf(thread -> thread.getState() != Thread.State.RUNNABLE);
                    fill();
                    if (!waiting.isEmpty()) {
                        rush.waits();
                    }
                } finally {
                    lock.unlock();
                }
                Thread.sleep(LOOKED_AFTER);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            queued.signal();
        } finally {
            lock.unlock();
        }
    }
}
