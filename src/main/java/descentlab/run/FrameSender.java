package descentlab.run;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.springframework.http.MediaType;

/** Sends a log's frames to one reader as they come, without the rows that it has. */
final class FrameSender {

    private final RunLog log;
    private final RowsHad had;
    private final OutputStream out;
    private int next;

    FrameSender(RunLog log, RowsHad had, HttpServletResponse response) throws IOException {
        this.log = log;
        this.had = had;
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // or a reverse proxy may hold the stream back
        this.out = response.getOutputStream();
    }

    /** Sends what there is, waiting until there is something; false if nothing came for so long, or the log has ended. */
    boolean sendOrWait(Duration longest) throws IOException, InterruptedException {
        List<byte[]> frames = log.await(next, longest);
        for (byte[] frame : had.unread(frames)) {
            out.write(frame);
        }
        out.flush();
        next += frames.size();
        return !frames.isEmpty();
    }

    /** Says nothing, so that a reader who is gone is noticed. */
    void beat() throws IOException {
        out.write(Frame.nothing());
        out.flush();
    }
}
