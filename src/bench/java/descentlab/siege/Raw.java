package descentlab.siege;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Requests that are bytes, as no client would send them. */
final class Raw {

    private static final int PATIENCE = 5000;
    private static final int MOST_READ = 1 << 16;
    private static final int STATUS_LINE = 12;

    private Raw() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A request's head; its lines are ended and the empty one is added. */
    static byte[] head(String... lines) {
        return bytes(String.join("\r\n", lines) + "\r\nHost: localhost\r\n\r\n");
    }

    static byte[] get(String path) {
        return head("GET " + path + " HTTP/1.1", "Connection: close");
    }

    /** A connection of the attack's, which ends with the front. */
    static Socket connect(Front front) throws IOException {
        Socket socket = front.opened(new Socket());
        socket.setSoTimeout(PATIENCE);
        socket.bind(new InetSocketAddress(front.from(), 0));
        socket.connect(front.to(), PATIENCE);
        return socket;
    }

    /** Sends some bytes, reads what comes, and says how it was answered. */
    static String exchange(Front front, byte[]... parts) throws IOException {
        Socket socket = connect(front);
        try {
            OutputStream out = socket.getOutputStream();
            try {
                for (byte[] part : parts) {
                    out.write(part);
                }
                out.flush();
            } catch (IOException refused) {
                // it may have been answered before it was read
            }
            return answer(socket.getInputStream());
        } finally {
            front.closed(socket);
            socket.close();
        }
    }

    /** Reads an answer, as far as is wanted; how it begins. */
    static String answer(InputStream in) {
        byte[] head = new byte[STATUS_LINE];
        try {
            int got = in.readNBytes(head, 0, STATUS_LINE);
            if (got < STATUS_LINE) {
                return "closed without an answer";
            }
            byte[] rest = new byte[8192];
            for (int read = 0, all = 0; read >= 0 && all < MOST_READ; all += read) {
                read = in.read(rest);
            }
        } catch (SocketTimeoutException late) {
            return head[0] == 0 ? "no answer within " + PATIENCE / 1000 + " s" : status(head);
        } catch (IOException reset) {
            return head[0] == 0 ? "reset without an answer" : status(head);
        }
        return status(head);
    }

    /** What the first bytes of an answer say. */
    static String status(byte[] head) {
        String line = new String(head, StandardCharsets.ISO_8859_1);
        return line.startsWith("HTTP/1.") ? "answered " + line.substring(9) : "answered by no status line";
    }
}
