package descentlab.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A log in this process's memory. All readers share the same bytes. */
final class MemoryRunLog implements RunLog {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<byte[]> frames = new ArrayList<>();
    private boolean ended;
    private long bytes;

    @Override
    public void append(byte[] frame) {
        add(frame, false);
    }

    @Override
    public void end(byte[] frame) {
        add(frame, true);
    }

    private void add(byte[] frame, boolean last) {
        lock.lock();
        try {
            if (!ended) {
                frames.add(frame);
                bytes += frame.length;
                ended = last;
                grown.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<byte[]> await(int from, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lockInterruptibly();
        try {
            while (frames.size() <= from && !ended && left > 0) {
                left = grown.awaitNanos(left);
            }
            return from < frames.size() ? List.copyOf(frames.subList(from, frames.size())) : List.of();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean ended() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int size() {
        lock.lock();
        try {
            return frames.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }
}
