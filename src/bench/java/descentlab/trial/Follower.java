package descentlab.trial;

import descentlab.load.Page;
import descentlab.load.Refused;
import descentlab.load.Site;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Follows a room's scenes as a page does, connects again when that ends, and measures the longest silence. */
final class Follower implements AutoCloseable {

    private final Site site;
    private final String room;
    private final Supplier<Page> page;
    private volatile InputStream in;
    private volatile boolean over;
    private long last = System.nanoTime();
    private long longest;
    private boolean heard;

    /** @param page with the cookies of the browser */
    Follower(Site site, String room, Supplier<Page> page) {
        this.site = site;
        this.room = room;
        this.page = page;
        Thread.startVirtualThread(this::follow);
    }

    private void follow() {
        while (!over) {
            try {
                in = site.ask(
                                page.get().request("/stream/rooms/" + room).header("Accept", "text/event-stream"),
                                HttpResponse.BodyHandlers.ofInputStream())
                        .body();
                read();
            } catch (Refused | IOException lost) {
                // connects again
            }
            Screen.pause(375, 625);
        }
    }

    private void read() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1024)) {
            for (String line = lines.readLine(); line != null && !over; line = lines.readLine()) {
                if (line.equals("event: scene")) {
                    came();
                }
            }
        }
    }

    private synchronized void came() {
        long now = System.nanoTime();
        longest = Math.max(longest, now - last);
        last = now;
        heard = true;
    }

    /** Connects anew, as a page does that is loaded anew. */
    void again() {
        InputStream now = in;
        if (now != null) {
            try {
                now.close();
            } catch (IOException closed) {
                // that is what is wanted
            }
        }
    }

    /** Measures from now on. */
    synchronized void begin() {
        longest = 0;
        heard = false;
    }

    /** Nanoseconds between two scenes at most since it was begun, or from the last one to now if none has come. */
    synchronized long longest() {
        return heard ? longest : System.nanoTime() - last;
    }

    @Override
    public void close() {
        over = true;
        again();
    }
}
