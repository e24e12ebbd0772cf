package descentlab.owndata;

import com.fasterxml.jackson.annotation.JsonInclude;
import descentlab.client.Allowance;
import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.client.Refusal;
import descentlab.client.Share;
import descentlab.dataset.CsvLayout;
import descentlab.dataset.DataException;
import descentlab.dataset.Survey;
import descentlab.progress.LearnerCookie;
import descentlab.progress.LearnerToken;
import descentlab.progress.Progress;
import descentlab.progress.TooManyAttemptsException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Takes a file that somebody gives: bounded while it arrives, in bytes, time and number at once; read through on the shelf's
 * thread; and kept only if it is a table. Of what is refused nothing is held.
 */
@RestController
class OwnDataController {

    /** Where files are given. */
    static final String PATH = "/api/own-data";

    /** A class that gives a file each, at once, and then again. */
    private static final Allowance GIVEN = new Allowance("files of own data", 120, 0.2);

    private static final Share UPLOADS = new Share("uploads of own data", 8, 4, 1);
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int PIECE = 1 << 16;

    /** What is at fault where a file is. */
    private static final String BODY = "body";

    private final OwnData files;
    private final Shelf shelf;
    private final Progress learners;
    private final Counters counters;

    OwnDataController(OwnData files, Shelf shelf, Progress learners, Counters counters) {
        this.files = files;
        this.shelf = shelf;
        this.learners = learners;
        this.counters = counters;
    }

    /** A file that is kept now; or, for pages, why it is not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kept(String key, Integer rows, Integer columns, String refusal) {}

    /**
     * Only as text/csv, which no form of another site can send.
     *
     * @param told whether a refusal is an answer like any other: a browser would report another status as an error of the page
     */
    @PostMapping(path = PATH, consumes = "text/csv", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Kept> give(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean told,
            HttpServletRequest request)
            throws IOException, InterruptedException, DataException {
        LearnerToken learner = LearnerCookie.read(request).orElseThrow(() -> new ResponseStatusException(
                HttpStatus.FORBIDDEN,
                "Data is kept for somebody: send the cookie “learner” of a browser that has opened a page here."));
        Client client = Client.of(request);
        counters.take(GIVEN, client).ifPresent(wait -> {
            throw busy("Too many files came from your address in a short time. Try again in a few minutes.");
        });
        try {
            learners.admit(learner, client);
        } catch (TooManyAttemptsException tooMany) {
            throw busy(tooMany.getMessage());
        }
        try (Counters.Held held = counters.hold(UPLOADS, client)
                .orElseThrow(() -> busy("Others give files just now. Try again in a moment."))) {
            return ResponseEntity.ok(read(learner, name, request));
        } catch (DataException refused) {
            if (told) {
                return ResponseEntity.ok(new Kept(null, null, null, refused.getMessage()));
            }
            throw refused.carriedBy(BODY);
        }
    }

    private static ResponseStatusException busy(String why) {
        Refusal.DOWNLOAD.count();
        return new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS, why);
    }

    private Kept read(LearnerToken learner, String name, HttpServletRequest request)
            throws IOException, InterruptedException, DataException {
        long said = request.getContentLengthLong();
        if (said > Survey.MOST_BYTES) {
            throw tooLarge(said + " bytes");
        }
        int room = said < 0 ? Survey.MOST_BYTES : (int) said;
        shelf.take(room);
        try {
            byte[] content = arrived(request.getInputStream(), room);
            Survey survey = await(shelf.survey(content, CsvLayout.Wish.NONE));
            String key = files.keep(learner, name, content);
            return new Kept(key, survey.rows(), survey.columns().size(), null);
        } finally {
            shelf.giveBack(room);
        }
    }

    private static ResponseStatusException tooLarge(String came) {
        Refusal.LARGE_BODY.count();
        ResponseStatusException tooLarge = new ResponseStatusException(
                HttpStatus.CONTENT_TOO_LARGE,
                "A file may have " + Survey.MOST_BYTES / 1_000_000 + " MB; this one has more. Nothing of it was kept.");
        tooLarge.getBody().setProperty("parameter", BODY);
        tooLarge.getBody().setProperty("came", came);
        tooLarge.getBody().setProperty("allowed", "at most " + Survey.MOST_BYTES + " bytes");
        return tooLarge;
    }

    /** What comes, in room that grows with it. */
    private static byte[] arrived(InputStream in, int most) throws IOException {
        long until = System.nanoTime() + LONGEST.toNanos();
        byte[] bytes = new byte[Math.min(PIECE, most + 1)];
        int count = 0;
        for (int read = 0; read >= 0; count += Math.max(read, 0)) {
            if (count == bytes.length) {
                if (count > most) {
                    throw tooLarge("more");
                }
                bytes = Arrays.copyOf(bytes, (int) Math.min(2L * count, most + 1L));
            }
            if (System.nanoTime() > until) {
                throw new ResponseStatusException(
                        HttpStatus.REQUEST_TIMEOUT, "The file took more than " + LONGEST.toMinutes() + " minutes to arrive.");
            }
            read = in.read(bytes, count, bytes.length - count);
        }
        if (count > most) {
            throw tooLarge("more");
        }
        return Arrays.copyOf(bytes, count);
    }

    private static <T> T await(CompletableFuture<T> work) throws InterruptedException, DataException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DataException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
