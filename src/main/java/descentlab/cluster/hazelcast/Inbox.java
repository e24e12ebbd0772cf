package descentlab.cluster.hazelcast;

import com.hazelcast.internal.serialization.Data;
import com.hazelcast.internal.serialization.impl.SerializationConstants;
import com.hazelcast.topic.Message;
import com.hazelcast.topic.MessageListener;
import com.hazelcast.topic.impl.DataAwareMessage;
import descentlab.cluster.BrokenSeal;
import descentlab.cluster.Envelope;
import descentlab.cluster.Seal;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/** Takes what comes off the engine's thread at once, opens it on another, and hands it on in its order. */
final class Inbox implements MessageListener<Object> {

    /** Bytes that may wait: more than any burst of ours, and little beside a heap. */
    private static final long MOST_WAITING = 64 << 20;

    private final Seal seal;
    private final Dropped dropped;
    private final Executor thread;
    private final BiConsumer<Envelope, Runnable> reader;
    private final AtomicLong waiting = new AtomicLong();

    /**
     * @param thread one, which keeps the order
     * @param reader is given what came, and what to call once it need no longer be kept
     */
    Inbox(Seal seal, Dropped dropped, Executor thread, BiConsumer<Envelope, Runnable> reader) {
        this.seal = seal;
        this.dropped = dropped;
        this.thread = thread;
        this.reader = reader;
    }

    @Override
    public void onMessage(Message<Object> message) {
        // Of anything but bytes not even the class is looked at, which asking for the object would do.
        if (!(message instanceof DataAwareMessage whole) || !isBytes(whole.getMessageData())) {
            dropped.add("it is no bytes");
            return;
        }
        byte[] sealed = (byte[]) message.getMessageObject();
        if (waiting.addAndGet(sealed.length) > MOST_WAITING) {
            waiting.addAndGet(-sealed.length);
            dropped.add("more came than could be read");
            return;
        }
        thread.execute(() -> open(sealed));
    }

    private static boolean isBytes(Data data) {
        return data != null && data.getType() == SerializationConstants.CONSTANT_TYPE_BYTE_ARRAY;
    }

    private void open(byte[] sealed) {
        Runnable done = () -> waiting.addAndGet(-sealed.length);
        try {
            reader.accept(seal.open(sealed), done);
        } catch (BrokenSeal broken) {
            done.run();
            dropped.add(broken.getMessage());
        }
    }
}
