package descentlab.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A way to a port of this machine on which everything takes its time, in both directions. */
final class DelayProxy implements AutoCloseable {

    private static final int PIECE = 16 << 10;

    /** Bytes and when they may arrive; none at the end. */
    private record Piece(byte[] bytes, long due) {}

    private final ServerSocket entry;
    private final int target;
    private final long delay;

    /** @param milliseconds one way */
    DelayProxy(int target, long milliseconds) throws IOException {
        this.entry = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.target = target;
        this.delay = TimeUnit.MILLISECONDS.toNanos(milliseconds);
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return entry.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = entry.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                carry(near, far);
                carry(far, near);
            }
        } catch (IOException closed) {
            // then nobody comes any more
        }
    }

    private void carry(Socket from, Socket to) {
        LinkedBlockingQueue<Piece> way = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().start(() -> read(from, way));
        Thread.ofPlatform().daemon().start(() -> write(way, to));
    }

    private void read(Socket from, LinkedBlockingQueue<Piece> way) {
        byte[] buffer = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                way.add(new Piece(Arrays.copyOf(buffer, length), System.nanoTime() + delay));
            }
        } catch (IOException closed) {
            // as at its end
        }
        way.add(new Piece(null, System.nanoTime() + delay));
    }

    private static void write(LinkedBlockingQueue<Piece> way, Socket to) {
        try (to) {
            OutputStream out = to.getOutputStream();
            for (Piece piece = way.take(); piece.bytes() != null; piece = way.take()) {
                TimeUnit.NANOSECONDS.sleep(piece.due() - System.nanoTime());
                out.write(piece.bytes());
            }
        } catch (IOException | InterruptedException closed) {
            // the other side finds out
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
    }
}
