package descentlab.shell;

import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.client.Share;
import descentlab.heap.HeapShare;
import descentlab.trouble.RefusalAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what a request may carry, before anything reads it: all that pages send are answers and settings, some kilobytes
 * at most. A body that does not say how long it is is read here, up to the bound. Large ones are few at the same time, and
 * half of them at most from one client, since each lies in memory for as long as it takes to arrive.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestBounds extends OncePerRequestFilter {

    /** Most bytes of a body. */
    static final int MOST_BYTES = 1 << 20;

    /** Bytes up to which a body is small: then it is hardly more than its connection. */
    static final int SMALL = 8 << 10;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;

    /** Where whole files are taken, by one who counts what comes and how many send at the same time. */
    private static final String BOUNDED_BY_ITSELF = "/api/own-data";

    /** The bytes, and the text that is made of them. */
    private static final int COPIES = 2;

    private final Counters counters;
    private final Share large;

    @Autowired
    RequestBounds(Counters counters) {
        this(counters, HeapShare.BODIES.room(COPIES * MOST_BYTES));
    }

    RequestBounds(Counters counters, int largeOnes) {
        this.counters = counters;
        int ofOne = Math.max(1, largeOnes / 2);
        this.large = new Share("large bodies", largeOnes, ofOne, ofOne);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long said = request.getContentLengthLong();
        if (request.getMethod().equals("POST") && request.getServletPath().equals(BOUNDED_BY_ITSELF)) {
            chain.doFilter(request, response);
        } else if (said > MOST_BYTES) {
            refuse(request, response, said + " bytes");
        } else if (said >= 0 && said <= SMALL || said < 0 && WITHOUT_BODY.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else if (said > SMALL) {
            amongFew(request, response, () -> chain.doFilter(request, response));
        } else {
            byte[] begin = request.getInputStream().readNBytes(SMALL + 1);
            if (begin.length <= SMALL) {
                chain.doFilter(new Read(request, begin), response);
            } else {
                amongFew(request, response, () -> readOn(begin, request, response, chain));
            }
        }
    }

    private void readOn(byte[] begin, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] rest = request.getInputStream().readNBytes(MOST_BYTES + 1 - begin.length);
        if (begin.length + rest.length > MOST_BYTES) {
            refuse(request, response, "more");
            return;
        }
        byte[] body = Arrays.copyOf(begin, begin.length + rest.length);
        System.arraycopy(rest, 0, body, begin.length, rest.length);
        chain.doFilter(new Read(request, body), response);
    }

    private interface Answering {
        void answer() throws ServletException, IOException;
    }

    /** Answers as one of few. */
    private void amongFew(HttpServletRequest request, HttpServletResponse response, Answering answering)
            throws ServletException, IOException {
        Optional<Counters.Held> held = counters.hold(large, Client.of(request));
        if (held.isEmpty()) {
            descentlab.client.Refusal.LARGE_BODY.count();
            String detail = "The server takes " + large.all() + " requests of more than " + SMALL + " bytes at the same"
                    + " time, " + large.mostOfOne() + " of one address; there are as many. Try again in a moment.";
            new RefusalAnswer(TOO_MANY, "Too many", detail).write(request, response);
            return;
        }
        try (Counters.Held one = held.get()) {
            answering.answer();
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String came)
            throws IOException {
        descentlab.client.Refusal.LARGE_BODY.count();
        String detail = "A request may carry at most " + MOST_BYTES + " bytes; this one carries " + came
                + ". Nothing of it was taken.";
        new RefusalAnswer(TOO_LARGE, "Too much", detail, "body", came, "at most " + MOST_BYTES + " bytes")
                .write(request, response);
    }

    /** A request whose body has been read. */
    private static final class Read extends HttpServletRequestWrapper {

        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            Charset charset =
                    getCharacterEncoding() == null ? StandardCharsets.UTF_8 : Charset.forName(getCharacterEncoding());
            return new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("this body has been read already");
        }
    }
}
