package descentlab.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A class behind one address that drags all at once: each student's page asks thirty times a second, half of them for a race at another
 * rate, half for a race and the heights of its turned objective. How many pictures a second each of them gets, and how late.
 */
final class HandCrowd {

    private static final int STUDENTS = 50;
    private static final int ASKED_A_SECOND = 30;
    private static final int SECONDS = 10;
    private static final String RUNS = "&steps=20&run=sgd(lr=%s)&run=momentum(lr=0.1,beta=0.8)&run=adagrad(lr=2)";

    private final URI root;

    /** @param root of the running application, with a slash at its end */
    HandCrowd(URI root) {
        this.root = root;
    }

    public static void main(String[] arguments) throws Exception {
        new HandCrowd(URI.create(arguments[0])).measure();
    }

    private static final class Student implements WebSocket.Listener {
        private final ConcurrentHashMap<Long, Long> asked = new ConcurrentHashMap<>();
        private final List<Double> waits = new ArrayList<>();
        private final boolean turns;
        private WebSocket socket;
        private byte[] head;

        private Student(boolean turns) {
            this.turns = turns;
        }

        void ask(long number) {
            asked.put(number, System.nanoTime());
            String rate = String.valueOf(0.1 + number % 300 / 1000.0);
            String angle = "objective=ellipse&rotate=" + number % 90;
            String question = turns
                    ? number + "\nrace?" + angle + RUNS.formatted("0.4") + "\nfield?" + angle
                            + "&window=-6,2,-3,2&columns=90&rows=70"
                    : number + "\nrace?objective=ellipse" + RUNS.formatted(rate);
            socket.sendText(question, true);
        }

        @Override
        public synchronized CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            if (head == null) {
                head = new byte[Integer.BYTES];
                data.get(head);
            }
            if (last) {
                long number = Integer.toUnsignedLong(ByteBuffer.wrap(head).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt());
                head = null;
                Long since = asked.get(number);
                if (since != null) {
                    waits.add((System.nanoTime() - since) / 1e6);
                }
            }
            from.request(1);
            return null;
        }
    }

    void measure() throws Exception {
        List<Student> students = new ArrayList<>();
        List<HttpClient> clients = new ArrayList<>();
        URI socket = URI.create(root.toString().replaceFirst("^http", "ws")).resolve("stream/hand");
        try {
            for (int i = 0; i < STUDENTS; i++) {
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(new CookieManager())
                        .build();
                clients.add(client);
                client.send(HttpRequest.newBuilder(root).header("Accept", "text/html").build(), BodyHandlers.discarding());
                Student student = new Student(i % 2 == 1);
                student.socket = client.newWebSocketBuilder().buildAsync(socket, student).join();
                students.add(student);
            }
            long begun = System.nanoTime();
            for (long number = 1; number <= (long) SECONDS * ASKED_A_SECOND; number++) {
                for (Student student : students) {
                    student.ask(number);
                }
                long left = begun + number * TimeUnit.SECONDS.toNanos(1) / ASKED_A_SECOND - System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(left);
            }
            TimeUnit.SECONDS.sleep(1);
            report(students, (System.nanoTime() - begun) / 1e9 - 1);
        } finally {
            clients.forEach(HttpClient::shutdownNow);
        }
    }

    private static void report(List<Student> students, double seconds) {
        double[] rates = students.stream().mapToDouble(student -> student.waits.size() / seconds).sorted().toArray();
        double[] waits = students.stream().flatMap(student -> student.waits.stream()).mapToDouble(each -> each).sorted().toArray();
        System.out.printf(
                "%d students dragging at once: pictures a second of each, least %.1f, median %.1f; wait p50 %.0f, p95 %.0f, most %.0f ms%n",
                students.size(),
                rates[0],
                rates[rates.length / 2],
                waits[waits.length / 2],
                waits[waits.length * 95 / 100],
                Arrays.stream(waits).max().orElse(Double.NaN));
    }
}
