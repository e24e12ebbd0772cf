package descentlab.siege;

import descentlab.load.Incidents;
import descentlab.load.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;

/** Misuse of the push channel: huge frames, frames that never end, a flood of tiny ones, foreign origins, long polling. */
final class Sockets implements Attack {

    private static final int FINAL_TEXT = 0x81;
    private static final int FIRST_TEXT = 0x01;
    private static final int CONTINUED = 0x00;
    private static final int MASKED = 0x80;
    private static final int MB = 1 << 20;
    private static final int MOST_MB = 32;
    private static final int TINY_PER_TICK = 100;
    private static final int POLLS = 300;

    @Override
    public String name() {
        return "push channel misused";
    }

    @Override
    public void wage(Front front) throws Exception {
        Page page = new Page(front.site(), new Incidents(), (message, nanoTime) -> {});
        page.load("lab/surface");
        page.navigate("lab/surface");
        front.together(
                once -> front.keepDoing(1, 2, number -> foreign(front, page)),
                once -> front.keepDoing(2, 2, number -> huge(front, page)),
                once -> front.keepDoing(2, 2, number -> endless(front, page)),
                once -> front.keepDoing(2, 2, number -> tiny(front, page)),
                once -> poll(front, page));
    }

    private static byte[] upgrade(Front front, Page page, String origin) {
        return Raw.bytes("GET " + page.pushPath() + " HTTP/1.1\r\nHost: localhost:" + front.to().getPort() + "\r\nCookie: "
                + page.cookies() + "\r\nOrigin: " + origin
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    }

    private static void foreign(Front front, Page page) throws IOException {
        byte[] head = upgrade(front, page, "http://elsewhere.example");
        front.got().add("foreign origin: " + Raw.exchange(front, head));
    }

    private interface Talk {
        void to(OutputStream out) throws IOException;
    }

    /** Opens a channel as its page would, and misuses it until the server has had enough of it. */
    private static void misuse(Front front, Page page, String what, Talk talk) throws IOException {
        Socket socket = Raw.connect(front);
        try {
            OutputStream out = socket.getOutputStream();
            out.write(upgrade(front, page, "http://localhost:" + front.to().getPort()));
            byte[] head = new byte[12];
            if (socket.getInputStream().readNBytes(head, 0, head.length) < head.length || !Raw.status(head).endsWith("101")) {
                front.got().add(what + ": " + Raw.status(head));
                return;
            }
            try {
                talk.to(out);
                front.got().add(what + ": taken to its end");
            } catch (IOException ended) {
                front.got().add(what + ": let go by the server");
            }
        } finally {
            front.closed(socket);
            socket.close();
        }
    }

    /** A frame's head, as the client sends it: with a mask, here of zeros. */
    private static byte[] frame(int kind, long length) {
        ByteBuffer head = ByteBuffer.allocate(14).put((byte) kind);
        if (length < 126) {
            head.put((byte) (MASKED | length));
        } else {
            head.put((byte) (MASKED | 127)).putLong(length);
        }
        head.putInt(0);
        byte[] bytes = new byte[head.position()];
        head.flip().get(bytes);
        return bytes;
    }

    private static void huge(Front front, Page page) throws IOException {
        misuse(front, page, "a frame of 1 GB", out -> {
            out.write(frame(FINAL_TEXT, 1 << 30));
            fill(front, out, new byte[0]);
        });
    }

    private static void endless(Front front, Page page) throws IOException {
        misuse(front, page, "a message without end", out -> {
            out.write(frame(FIRST_TEXT, 0));
            fill(front, out, frame(CONTINUED, 64 << 10));
        });
    }

    private static void fill(Front front, OutputStream out, byte[] before) throws IOException {
        byte[] text = Raw.bytes("1".repeat(64 << 10));
        for (int sent = 0; sent < MOST_MB * MB && front.holds(); sent += text.length) {
            out.write(before);
            out.write(text);
        }
    }

    private static void tiny(Front front, Page page) throws IOException {
        misuse(front, page, "thousands of tiny frames", out -> {
            byte[] one = frame(FINAL_TEXT, 1);
            ByteBuffer some = ByteBuffer.allocate(TINY_PER_TICK * (one.length + 1));
            for (int i = 0; i < TINY_PER_TICK; i++) {
                some.put(one).put((byte) 'x');
            }
            for (int ticks = 0; ticks < 50 && front.holds(); ticks++) {
                out.write(some.array());
                Front.sleep(50);
            }
        });
    }

    private static void poll(Front front, Page page) throws IOException {
        byte[] request = Raw.head(
                "GET " + page.pushPath().replace("Transport=websocket", "Transport=long-polling") + " HTTP/1.1",
                "Cookie: " + page.cookies());
        new Crowd(front, "long polls", POLLS, 100, number -> request).hold();
    }
}
