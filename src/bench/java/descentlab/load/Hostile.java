package descentlab.load;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.node.ObjectNode;

/** Those who do the class harm, or try to: what they meet with is counted apart. */
public final class Hostile implements AutoCloseable {

    private static final int STREAMS = 4;
    private static final int WINDOW = 1024;

    /** So that guessing does not take the computer from the class by the computing that it costs here. */
    private static final long BETWEEN_GUESSES = 5;

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public final LongAdder votes = new LongAdder();
    public final LongAdder codes = new LongAdder();
    public final LongAdder undrained = new LongAdder();
    private final URI root;
    private final String code;
    private final InetAddress near;
    private final InetAddress elsewhere;
    private final Incidents met;
    private final List<AutoCloseable> open = new ArrayList<>();
    private volatile boolean over;

    /**
     * @param near where those are who have joined the class
     * @param elsewhere where the one is who guesses codes
     * @param met counts what they met with
     */
    public Hostile(URI root, String code, InetAddress near, InetAddress elsewhere, Incidents met) {
        this.root = root;
        this.code = code;
        this.near = near;
        this.elsewhere = elsewhere;
        this.met = met;
    }

    public void begin() {
        Thread.startVirtualThread(() -> untilOver("slow reader", this::readNothing));
        Thread.startVirtualThread(() -> untilOver("vote machine", this::voteAtSpeed));
        Thread.startVirtualThread(() -> untilOver("code guesser", this::guess));
    }

    private interface Deed {
        void run() throws Exception;
    }

    private void untilOver(String who, Deed deed) {
        while (!over) {
            try {
                deed.run();
            } catch (Refused | IOException | RuntimeException refused) {
                if (!over) {
                    met.add(who + ": " + refused.getMessage());
                }
                rest();
            } catch (Exception unexpected) {
                met.add(who, unexpected);
                return;
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private Page join(Site site, String name) throws Refused {
        Page page = new Page(site, met, (message, nanoTime) -> {});
        page.load("class/" + code);
        page.navigate("class/" + code);
        int nickname = page.look(tree -> tree.byId("nickname")).orElseThrow().number;
        int enter = page.look(tree -> tree.byId("join")).orElseThrow().number;
        page.send(List.of(
                Rpc.property(nickname, "value", name), Rpc.event(nickname, "change"), Rpc.click(enter)));
        synchronized (open) {
            open.add(page);
        }
        return page;
    }

    // One who has joined, opens push channel, room and run streams, and reads nothing of any

    private Page slow;

    private void readNothing() throws Exception {
        if (slow == null) {
            slow = join(new Site(root, near), "Slow Reader");
        }
        List<Socket> sockets = new ArrayList<>();
        try {
            sockets.add(ask(slow, slow.pushPath(), "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"));
            String run = slow.look(tree -> tree.last("descent-race", race -> !race.value("run").isEmpty()))
                    .map(race -> race.value("run"))
                    .orElse("");
            for (int i = 0; i < STREAMS; i++) {
                sockets.add(ask(slow, "/stream/rooms/" + code, "Connection: keep-alive\r\n"));
                if (!run.isEmpty()) {
                    sockets.add(ask(slow, "/" + run, "Connection: keep-alive\r\n"));
                }
            }
            for (int seconds = 0; seconds < 30 && !over; seconds++) {
                Thread.sleep(1000);
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private Socket ask(Page page, String path, String headers) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(WINDOW);
        socket.bind(new InetSocketAddress(near, 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), root.getPort()));
        OutputStream out = socket.getOutputStream();
        out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost:" + root.getPort() + "\r\nCookie: " + page.cookies()
                        + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        undrained.increment();
        return socket;
    }

    // One who votes as fast as the server answers

    private Page machine;

    private void voteAtSpeed() throws Exception {
        if (machine == null) {
            machine = join(new Site(root, near), "Vote Machine");
        }
        Random random = new Random(1);
        if (machine.look(BallotWords::isAsked)) {
            machine.send(machine.look(tree -> BallotWords.vote(tree, random, "")));
            votes.increment();
        } else {
            machine.send(List.of(Rpc.event(1, "vaadin-page-visibility-change", visibility())));
            Thread.sleep(200);
        }
    }

    private static ObjectNode visibility() {
        return Site.JSON.createObjectNode().put("event.detail", "VISIBLE");
    }

    // One who tries codes at a program's speed

    private Page guesser;
    private final Random luck = new Random(2);

    private void guess() throws Exception {
        if (guesser == null) {
            guesser = new Page(new Site(root, elsewhere), met, (message, nanoTime) -> {});
            guesser.load("class");
            guesser.navigate("class");
        }
        StringBuilder tried = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            tried.append(LETTERS.charAt(luck.nextInt(LETTERS.length())));
        }
        guesser.navigate("class/" + tried);
        codes.increment();
        Thread.sleep(BETWEEN_GUESSES);
        boolean throttled = guesser.look(tree -> tree.byId("room-code"))
                .filter(field -> field.value("errorMessage").startsWith("Too many"))
                .isPresent();
        if (throttled) {
            met.add("code guesser: told to wait");
        }
        boolean stream = luck.nextInt(10) == 0;
        if (stream) {
            met.add("code guesser: the stream of a guessed room answered " + guesser.statusOf("/stream/rooms/" + tried));
        }
    }

    @Override
    public void close() throws Exception {
        over = true;
        synchronized (open) {
            for (AutoCloseable each : open) {
                each.close();
            }
        }
    }
}
