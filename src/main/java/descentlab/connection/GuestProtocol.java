package descentlab.connection;

import descentlab.client.PeopleSeen;
import descentlab.client.Rush;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** HTTP/1.1 as Tomcat has it, over connections that are {@link Guests}. Public since Tomcat makes it, by its name. */
public final class GuestProtocol extends Http11NioProtocol {

    private static final long LOOKED_AFTER_MILLIS = 500;

    /** Of a WebSocket: it is at nobody's request any more, for as long as it is open. */
    private static final Set<SocketState> NO_LONGER_HTTP =
            EnumSet.of(SocketState.UPGRADING, SocketState.UPGRADED, SocketState.ASYNC_IO, SocketState.SUSPENDED);

    /** The guest whose request this thread reads or answers. */
    private static final ThreadLocal<Guest> AT_WORK = new ThreadLocal<>();

    private final GuestEndpoint endpoint;
    private Guests guests;
    private ScheduledFuture<?> watch;

    public GuestProtocol() {
        this(new GuestEndpoint());
    }

    private GuestProtocol(GuestEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        Door door = new Door();
        setHandler(door);
        endpoint.setHandler(door);
        bound(ConnectionBounds.ofHeap(), address -> false, new PeopleSeen(), new Rush());
    }

    /** Before it is started. */
    void bound(ConnectionBounds bounds, Predicate<InetAddress> proxies, PeopleSeen presence, Rush rush) {
        guests = new Guests(bounds, proxies, endpoint::close);
        endpoint.writeInto(guests, presence, rush);
        // Far more than there may be: those that were told to go are not all gone at once, and while Tomcat waits for
        // them it takes nobody, neither to be served nor to be refused.
        setMaxConnections(4 * bounds.all());
    }

    /** How many connections there may be. */
    public int most() {
        return guests.most();
    }

    Guests guests() {
        return guests;
    }

    @Override
    public void start() throws Exception {
        super.start();
        watch = getUtilityExecutor()
                .scheduleWithFixedDelay(
                        () -> guests.dismissSlow(System.nanoTime()),
                        LOOKED_AFTER_MILLIS,
                        LOOKED_AFTER_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            watch.cancel(false);
        }
        super.stop();
    }

    /** What Tomcat calls once headers are complete. */
    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(new HeadersDone(adapter));
    }

    private final class Door extends ConnectionHandler<NioChannel> {

        Door() {
            super(GuestProtocol.this);
        }

        @Override
        public SocketState process(SocketWrapperBase<NioChannel> wrapper, SocketEvent event) {
            Optional<Guest> guest = wrapper == null ? Optional.empty() : endpoint.guest(wrapper);
            if (guest.isEmpty()) {
                return super.process(wrapper, event);
            }
            AT_WORK.set(guest.get());
            try {
                SocketState state = super.process(wrapper, event);
                if (NO_LONGER_HTTP.contains(state)) {
                    guests.served(guest.get(), System.nanoTime());
                } else {
                    guests.looked(guest.get(), state == SocketState.LONG, System.nanoTime());
                }
                return state;
            } finally {
                AT_WORK.remove();
            }
        }

        /**
         * Tomcat would book each processor for its own management, all under one lock: where many are made at once,
         * threads stand in line for it and each turn takes a round of the scheduler.
         */
        @Override
        protected void register(Processor processor) {
            // nobody looks at it
        }

        @Override
        protected void unregister(Processor processor) {
            // it was not registered
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> wrapper) {
            endpoint.left(wrapper);
            super.release(wrapper);
        }
    }

    private final class HeadersDone implements Adapter {

        private final Adapter adapter;

        HeadersDone(Adapter adapter) {
            this.adapter = adapter;
        }

        @Override
        public void service(Request request, Response response) throws Exception {
            Guest guest = AT_WORK.get();
            if (guest == null) {
                adapter.service(request, response);
                return;
            }
            guests.served(guest, System.nanoTime());
            try {
                adapter.service(request, response);
            } finally {
                answered(guest, request);
            }
        }

        @Override
        public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
            try {
                return adapter.asyncDispatch(request, response, event);
            } finally {
                Guest guest = AT_WORK.get();
                if (guest != null) {
                    answered(guest, request);
                }
            }
        }

        /** Unless the answer is to come later. */
        private void answered(Guest guest, Request request) {
            AtomicBoolean later = new AtomicBoolean();
            request.action(ActionCode.ASYNC_IS_ASYNC, later);
            if (!later.get()) {
                guests.answered(guest, System.nanoTime());
            }
        }

        @Override
        public boolean prepare(Request request, Response response) throws Exception {
            return adapter.prepare(request, response);
        }

        @Override
        public void log(Request request, Response response, long time) {
            adapter.log(request, response, time);
        }

        @Override
        public void checkRecycled(Request request, Response response) {
            adapter.checkRecycled(request, response);
        }

        @Override
        public String getDomain() {
            return adapter.getDomain();
        }
    }
}
