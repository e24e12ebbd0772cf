package descentlab.cluster;

import descentlab.cluster.Envelope.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * What a server has said to others so far, counted by kind and subject. What is told to several counts once for each of
 * them; what a server says to itself does not count.
 */
public final class Said {

    /** What is said of one kind on one subject. */
    public static final class Flow {

        private final Kind kind;
        private final String subject;
        private final LongAdder messages = new LongAdder();
        private final LongAdder bytes = new LongAdder();

        private Flow(Kind kind, String subject) {
            this.kind = kind;
            this.subject = subject;
        }

        public Kind kind() {
            return kind;
        }

        /** Empty for what servers greet each other by and take leave with. */
        public String subject() {
            return subject;
        }

        public long messages() {
            return messages.sum();
        }

        /** As they are handed to the engine, seal included; what it adds of its own is not counted. */
        public long bytes() {
            return bytes.sum();
        }
    }

    private record Key(Kind kind, String subject) {}

    private final Map<Key, Flow> flows = new ConcurrentHashMap<>();
    private final List<Consumer<Flow>> watchers = new ArrayList<>();

    /** Greetings are there from the first on, so that a reader finds that something is counted. */
    public Said() {
        begun(new Key(Kind.GREETING, ""));
    }

    /** Counts one message. */
    public void add(Kind kind, String subject, int bytes) {
        Flow flow = flows.get(new Key(kind, subject));
        if (flow == null) {
            flow = begun(new Key(kind, subject));
        }
        flow.messages.increment();
        flow.bytes.add(bytes);
    }

    private synchronized Flow begun(Key key) {
        Flow before = flows.get(key);
        if (before != null) {
            return before;
        }
        Flow flow = new Flow(key.kind(), key.subject());
        flows.put(key, flow);
        watchers.forEach(watcher -> watcher.accept(flow));
        return flow;
    }

    /** Calls with each flow that there is, and with each that begins later. */
    public synchronized void each(Consumer<Flow> watcher) {
        flows.values().forEach(watcher);
        watchers.add(watcher);
    }
}
