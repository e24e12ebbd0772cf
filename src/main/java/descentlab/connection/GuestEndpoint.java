package descentlab.connection;

import descentlab.client.PeopleSeen;
import descentlab.client.Rush;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.apache.tomcat.websocket.server.WsServerContainer;

/** Tomcat's endpoint, which asks {@link Guests} before it takes a connection and tells them what becomes of it. */
final class GuestEndpoint extends NioEndpoint {

    /** Headers are read past it, into the buffer that they are kept in; so it may be small. */
    private static final int READ_BUFFER = 2 << 10;

    /** Streams fill it over and over; to one that has nothing to say it is a burden. */
    private static final int WRITE_BUFFER = 4 << 10;

    /**
     * Bytes that the system keeps of what was sent and not taken yet. By itself it lets them grow to megabytes for each
     * reader that does not read, and takes them from all connections of the machine together.
     */
    private static final int SENDING = 128 << 10;

    /** Bytes that the system keeps of what has arrived and was not read yet: requests are small. */
    private static final int RECEIVING = 64 << 10;

    /** Requests that compute at the same time; each core has a next one at hand. */
    private static final int RUNNING_EACH_CORE = 2;

    private final Map<SocketChannel, Guest> guests = new ConcurrentHashMap<>();
    private final Executor inTurns = this::start;
    private Guests book;
    private PeopleSeen presence = new PeopleSeen();
    private Rush rush = new Rush();
    private Turns turns;

    /**
     * Go on with messages of WebSockets that take several frames. All virtual threads wait for a core in one line: there each next
     * frame would stand behind all that a class asks for in the same moment.
     */
    private ExecutorService framers;

    /** Whose request this thread hands over to be answered. */
    private final ThreadLocal<Guest> handed = new ThreadLocal<>();

    GuestEndpoint() {
        getSocketProperties().setAppReadBufSize(READ_BUFFER);
        getSocketProperties().setAppWriteBufSize(WRITE_BUFFER);
        getSocketProperties().setTxBufSize(SENDING);
        getSocketProperties().setRxBufSize(RECEIVING);
        // Buffers of closed connections would be kept on top of what the open ones may have.
        getSocketProperties().setBufferPool(0);
    }

    /** Before the first connection. */
    void writeInto(Guests to, PeopleSeen people, Rush told) {
        book = to;
        presence = people;
        rush = told;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        Optional<Guest> guest = address(socket).flatMap(from -> book.admit(socket, from, System.nanoTime()));
        if (guest.isEmpty()) {
            destroySocket(socket);
            return true; // it has been seen to
        }
        guests.put(socket, guest.get());
        boolean taken = super.setSocketOptions(socket);
        if (!taken) {
            left(socket);
        }
        return taken;
    }

    private static Optional<InetAddress> address(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress from
                    ? Optional.of(from.getAddress())
                    : Optional.of(InetAddress.getLoopbackAddress()); // of this machine's own kind
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    @Override
    public boolean processSocket(SocketWrapperBase<NioChannel> wrapper, SocketEvent event, boolean dispatch) {
        Optional<Guest> guest =
                event == SocketEvent.OPEN_READ && wrapper != null ? guest(wrapper) : Optional.empty();
        if (guest.isEmpty()) {
            return super.processSocket(wrapper, event, dispatch);
        }
        if (!book.heard(guest.get(), System.nanoTime())) {
            return false; // it was told to go: nobody waits for a turn only to see that
        }
        handed.set(guest.get());
        try {
            return super.processSocket(wrapper, event, dispatch);
        } finally {
            handed.remove();
        }
    }

    /** Those who ask wait for their turn; what goes on with an answer does not. */
    private void start(Runnable work) {
        Guest guest = handed.get();
        if (turns != null && guest != null) {
            turns.take(guest.requester(), work);
        } else if (framers != null && isNextFrame(work)) {
            framers.execute(work);
        } else {
            super.getExecutor().execute(work);
        }
    }

    /** Tomcat's name for it is its own. */
    private static boolean isNextFrame(Runnable work) {
        return work.getClass().getPackageName().equals(WsServerContainer.class.getPackageName());
    }

    @Override
    public Executor getExecutor() {
        return super.getExecutor() == null ? null : inTurns;
    }

    @Override
    public void startInternal() throws Exception {
        if (super.getExecutor() instanceof VirtualThreadExecutor) {
            int cores = Runtime.getRuntime().availableProcessors();
            framers = Executors.newFixedThreadPool(cores, Thread.ofPlatform().name("push-frames-", 0).daemon().factory());
            turns = new Turns(
                    RUNNING_EACH_CORE * cores,
                    Thread.ofVirtual().name("request-", 0).factory(),
                    presence,
                    rush);
        }
        super.startInternal();
    }

    @Override
    public void stopInternal() {
        super.stopInternal();
        if (turns != null) {
            turns.close();
            framers.shutdown(); // Tomcat does itself what is refused
        }
    }

    /** The guest of a connection that is open. */
    Optional<Guest> guest(SocketWrapperBase<NioChannel> wrapper) {
        SocketChannel socket = wrapper.getSocket().getIOChannel();
        return socket == null ? Optional.empty() : Optional.ofNullable(guests.get(socket));
    }

    /** A connection is about to be closed. */
    void left(SocketWrapperBase<NioChannel> wrapper) {
        SocketChannel socket = wrapper.getSocket().getIOChannel();
        if (socket != null) {
            left(socket);
        }
    }

    private void left(SocketChannel socket) {
        Guest guest = guests.remove(socket);
        if (guest != null) {
            book.left(guest);
        }
    }

    /**
     * Closes a connection once nobody works on it; returns at once. Where nobody does now, it is closed by who asks for
     * it: a thread of its own would have to wait for a core, and those to be closed add to the open ones meanwhile.
     */
    void close(Object connection) {
        SocketWrapperBase<NioChannel> wrapper = connections.get(connection);
        if (wrapper == null) {
            return; // it has gone by itself
        }
        if (wrapper.getLock().tryLock()) {
            closeAndUnlock(wrapper);
        } else {
            Thread.ofVirtual().name("connection-close").start(() -> {
                wrapper.getLock().lock();
                closeAndUnlock(wrapper);
            });
        }
    }

    private static void closeAndUnlock(SocketWrapperBase<NioChannel> wrapper) {
        try {
            close(wrapper);
        } finally {
            wrapper.getLock().unlock();
        }
    }

    /** One that Tomcat is still about to watch would be missed with a stack trace: it is to see the end instead. */
    private static void close(SocketWrapperBase<NioChannel> wrapper) {
        SocketChannel socket = wrapper.getSocket().getIOChannel();
        if (socket == null || socket.isRegistered()) {
            wrapper.close();
            return;
        }
        try {
            socket.shutdownOutput();
            socket.shutdownInput();
        } catch (IOException alreadyGone) {
            wrapper.close();
        }
    }
}
