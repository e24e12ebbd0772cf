package descentlab.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What three servers say to each other, by whichever engine. */
@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ClusterContract {

    private static final Duration SOON = Duration.ofSeconds(5);

    /** Those that stay, since a start takes long. */
    protected final List<Cluster> servers = new ArrayList<>();

    private final List<Cluster> guests = new ArrayList<>();

    /** One more server, which sees the others or is about to. */
    protected abstract Cluster join();

    @BeforeAll
    void start() {
        for (int i = 0; i < 3; i++) {
            servers.add(join());
        }
        await(() -> servers.stream().allMatch(server -> server.servers().size() == 3));
    }

    @AfterEach
    void guestsLeave() {
        guests.forEach(Cluster::close);
        guests.clear();
        await(() -> servers.stream().allMatch(server -> server.servers().size() == 3));
    }

    @AfterAll
    void stop() {
        servers.forEach(Cluster::close);
    }

    /** A server for one test, which all see. */
    protected Cluster guest() {
        Cluster guest = join();
        guests.add(guest);
        await(() -> Stream.concat(servers.stream(), guests.stream())
                .allMatch(server -> server.servers().containsAll(Set.of(guest.self(), one().self(), two().self(), three().self()))));
        return guest;
    }

    protected Cluster one() {
        return servers.get(0);
    }

    protected Cluster two() {
        return servers.get(1);
    }

    protected Cluster three() {
        return servers.get(2);
    }

    protected static void await(BooleanSupplier condition) {
        await(SOON, condition);
    }

    protected static void await(Duration longest, BooleanSupplier condition) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("time is over").isNegative();
            try {
                Thread.sleep(5);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    protected static CompletableFuture<byte[]> echo(byte[] question) {
        return CompletableFuture.completedFuture(bytes(new String(question, UTF_8) + "!"));
    }

    protected static String answer(CompletableFuture<byte[]> asked) throws Exception {
        return new String(asked.get(10, TimeUnit.SECONDS), UTF_8);
    }

    protected static void assertUnanswered(CompletableFuture<byte[]> asked) {
        assertThatThrownBy(() -> asked.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(Unanswered.class);
    }

    private static List<String> names() {
        return IntStream.range(0, 300).mapToObj(i -> "run-" + i).toList();
    }

    private static boolean agree(List<Cluster> servers) {
        return names().stream()
                .allMatch(name -> servers.stream()
                                .map(server -> server.ownerOf(name))
                                .distinct()
                                .count()
                        == 1);
    }

    private static long owned(Cluster asked, Cluster owner) {
        return names().stream()
                .filter(name -> asked.ownerOf(name).equals(owner.self()))
                .count();
    }

    @Test
    void serversSeeEachOther() {
        List<ServerId> all = servers.stream().map(Cluster::self).toList();
        assertThat(all).doesNotHaveDuplicates();
        assertThat(servers).allSatisfy(server -> {
            assertThat(server.servers()).containsExactlyInAnyOrderElementsOf(all);
            assertThat(server.isShared()).isTrue();
        });
    }

    @Test
    void allNameTheSameOwner() {
        await(() -> agree(servers) && servers.stream().allMatch(server -> owned(one(), server) > 60));
    }

    @Test
    void whatAServerOwnedIsAnothersWhenItIsGone() {
        Cluster guest = guest();
        List<Cluster> all = Stream.concat(servers.stream(), Stream.of(guest)).toList();
        await(() -> agree(all) && owned(one(), guest) > 40);
        guest.close();
        await(() -> owned(two(), guest) == 0 && agree(servers) && owned(one(), one()) > 60);
    }

    @Test
    void anyServerAnswersAnyOther() throws Exception {
        servers.forEach(server -> server.answer("echo", question -> {
            String name = new String(question, UTF_8) + " to " + server.self();
            return CompletableFuture.completedFuture(bytes(name));
        }));
        for (Cluster asking : servers) {
            for (Cluster asked : servers) {
                assertThat(answer(asking.ask(asked.self(), "echo", bytes("x")))).isEqualTo("x to " + asked.self());
            }
        }
    }

    private static long messages(Cluster server, Envelope.Kind kind, String subject) {
        AtomicLong sum = new AtomicLong();
        server.said().each(flow -> {
            if (flow.kind() == kind && flow.subject().equals(subject)) {
                sum.addAndGet(flow.messages());
                assertThat(flow.bytes()).isGreaterThanOrEqualTo(flow.messages());
            }
        });
        return sum.get();
    }

    @Test
    void whatIsSaidToOthersIsCounted() throws Exception {
        one().answer("counted", ClusterContract::echo);
        two().tell("counted", bytes("x"));
        answer(two().ask(one().self(), "counted", bytes("x")));
        answer(one().ask(one().self(), "counted", bytes("said to itself")));
        assertThat(messages(two(), Envelope.Kind.TOLD, "counted")).isEqualTo(2);
        assertThat(messages(two(), Envelope.Kind.QUESTION, "counted")).isEqualTo(1);
        assertThat(messages(one(), Envelope.Kind.QUESTION, "counted")).isZero();
        await(() -> messages(one(), Envelope.Kind.ANSWER, "counted") == 1);
    }

    @Test
    void whatNobodyAnswersFailsAtOnce() {
        one().answer("null", question -> CompletableFuture.completedFuture(null));
        one().answer("thrown", question -> {
            throw new IllegalStateException("as the test wants");
        });
        one().answer("failed", question -> CompletableFuture.failedFuture(new IllegalStateException("as the test wants")));
        long begin = System.nanoTime();
        for (Cluster asking : List.of(one(), two())) {
            for (String subject : List.of("nothing", "null", "thrown", "failed")) {
                assertUnanswered(asking.ask(one().self(), subject, bytes("x")));
            }
            assertUnanswered(asking.ask(ServerId.random(), "echo", bytes("x")));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void whatIsNotAnsweredForLongFails() {
        one().answer("never", question -> new CompletableFuture<>());
        long begin = System.nanoTime();
        List<CompletableFuture<byte[]>> asked = Stream.of(one(), two())
                .map(server -> server.ask(one().self(), "never", bytes("x")))
                .toList();
        asked.forEach(ClusterContract::assertUnanswered);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(7));
    }

    @Test
    void slowAnswersDoNotWaitForEachOther() {
        two().answer("slow", question -> {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return echo(question);
        });
        long begin = System.nanoTime();
        List<CompletableFuture<byte[]>> asked = IntStream.range(0, 500)
                .mapToObj(i -> one().ask(two().self(), "slow", bytes("" + i)))
                .toList();
        assertThat(IntStream.range(0, 500)).allSatisfy(i -> assertThat(answer(asked.get(i))).isEqualTo(i + "!"));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void whoeverWaitsForAnAnswerMayAskWhatFollows() throws Exception {
        servers.forEach(server -> server.answer("echo", ClusterContract::echo));
        CompletableFuture<byte[]> second = one().ask(two().self(), "echo", bytes("x"))
                .thenApply(first -> one().ask(three().self(), "echo", first).join());
        assertThat(answer(second)).isEqualTo("x!!");
    }

    @Test
    void whatOneTellsArrivesInItsOrder() {
        List<String> heard = new CopyOnWriteArrayList<>();
        List<String> expected = IntStream.range(0, 2000).mapToObj(i -> "" + i).toList();
        two().hear("count", (from, message) -> {
            if (from.equals(one().self())) {
                heard.add(new String(message, UTF_8));
            }
        });
        for (String each : expected) {
            one().tell("count", bytes(each));
            three().tell("count", bytes("other"));
        }
        await(() -> heard.size() >= expected.size());
        assertThat(heard).isEqualTo(expected);
    }

    @Test
    void allOthersAreToldOnce() throws Exception {
        AtomicInteger[] heard = new AtomicInteger[3];
        for (int i = 0; i < 3; i++) {
            AtomicInteger count = heard[i] = new AtomicInteger();
            servers.get(i).hear("once", (from, message) -> count.incrementAndGet());
        }
        one().tell("another subject", bytes("x"));
        one().tell("once", bytes("x"));
        await(() -> heard[1].get() == 1 && heard[2].get() == 1);
        Thread.sleep(100);
        assertThat(heard).extracting(AtomicInteger::get).containsExactly(0, 1, 1);
    }

    @Test
    void aListenerThatWasStoppedHearsNothing() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        Runnable stop = two().hear("stopped", (from, message) -> heard.add("stopped"));
        two().hear("stopped", (from, message) -> heard.add("going on"));
        stop.run();
        one().tell("stopped", bytes("x"));
        await(() -> !heard.isEmpty());
        assertThat(heard).containsExactly("going on");
    }

    @Test
    void aListenerThatFailsIsNoHindranceToOthers() {
        List<String> heard = new CopyOnWriteArrayList<>();
        two().hear("failing", (from, message) -> {
            throw new IllegalStateException("as the test wants");
        });
        two().hear("failing", (from, message) -> heard.add(new String(message, UTF_8)));
        one().tell("failing", bytes("a"));
        one().tell("failing", bytes("b"));
        await(() -> heard.size() == 2);
    }

    @Test
    void aMegabyteArrivesWhole() throws Exception {
        byte[] large = new byte[1 << 20];
        new Random(1).nextBytes(large);
        CompletableFuture<byte[]> told = new CompletableFuture<>();
        two().hear("large", (from, message) -> told.complete(message));
        two().answer("large", CompletableFuture::completedFuture);
        one().tell("large", large);
        assertThat(told.get(5, TimeUnit.SECONDS)).isEqualTo(large);
        assertThat(one().ask(two().self(), "large", large).get(5, TimeUnit.SECONDS)).isEqualTo(large);
    }

    @Test
    void nobodyChangesWhatAnotherHas() throws Exception {
        byte[] question = bytes("question");
        byte[] answer = bytes("answer");
        CountDownLatch changed = new CountDownLatch(1);
        CompletableFuture<byte[]> seen = new CompletableFuture<>();
        one().answer("bytes", asked -> {
            try {
                changed.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            seen.complete(asked);
            return CompletableFuture.completedFuture(answer);
        });
        CompletableFuture<byte[]> asked = one().ask(one().self(), "bytes", question);
        question[0] = 'X';
        changed.countDown();
        asked.get(5, TimeUnit.SECONDS)[0] = 'X';
        assertThat(seen.get()).isEqualTo(bytes("question"));
        assertThat(answer).isEqualTo(bytes("answer"));
    }

    @Test
    void aServerThatLeavesIsGoneForTheOthers() {
        Cluster guest = guest();
        AtomicInteger changes = new AtomicInteger();
        AtomicInteger none = new AtomicInteger();
        one().onChange(changes::incrementAndGet);
        one().onChange(none::incrementAndGet).run();
        guest.answer("never", question -> new CompletableFuture<>());
        CompletableFuture<byte[]> asked = one().ask(guest.self(), "never", bytes("x"));
        CompletableFuture<byte[]> asking = guest.ask(guest.self(), "never", bytes("x"));
        long begin = System.nanoTime();
        guest.close();
        await(() -> servers.stream().noneMatch(server -> server.servers().contains(guest.self())));
        assertUnanswered(asked);
        assertUnanswered(asking);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        assertUnanswered(one().ask(guest.self(), "never", bytes("x")));
        assertThat(changes).hasPositiveValue();
        assertThat(none).hasValue(0);
    }

    @Test
    void whatWasToldBeforeOneLeavesArrives() {
        AtomicInteger heard = new AtomicInteger();
        servers.forEach(server -> server.hear("last words", (from, message) -> heard.incrementAndGet()));
        Cluster guest = guest();
        for (int i = 0; i < 200; i++) {
            guest.tell("last words", new byte[100_000]);
        }
        guest.close();
        await(() -> heard.get() == 600);
    }

    @Test
    void oneThatHasLeftSaysAndAsksNothing() {
        Cluster left = guest();
        left.close();
        left.close();
        left.tell("left", bytes("x"));
        assertUnanswered(left.ask(one().self(), "echo", bytes("x")));
        assertUnanswered(left.ask(left.self(), "echo", bytes("x")));
        assertThat(left.ownerOf("name")).isNotNull();
        assertThat(left.servers()).contains(left.self());
    }

    @Test
    void oneThatComesIsSeenAndHeard() throws Exception {
        List<ServerId> heard = new CopyOnWriteArrayList<>();
        AtomicInteger changes = new AtomicInteger();
        one().onChange(changes::incrementAndGet);
        one().hear("coming", (from, message) -> heard.add(from));
        Cluster come = join();
        try {
            come.answer("echo", ClusterContract::echo);
            // Whom it sees hear it at once.
            assertThat(come.servers()).hasSize(4);
            come.tell("coming", bytes("x"));
            await(() -> heard.equals(List.of(come.self())));
            await(() -> one().servers().contains(come.self()));
            assertThat(changes).hasPositiveValue();
            assertThat(answer(one().ask(come.self(), "echo", bytes("x")))).isEqualTo("x!");
        } finally {
            come.close();
        }
    }
}
