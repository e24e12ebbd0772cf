package descentlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import descentlab.client.Elsewhere.Holder;
import descentlab.client.Takings.Taking;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes as what another server tells: counts within bounds, or an IllegalArgumentException. */
class ToldCountsFuzzTest {

    @Provide
    Arbitrary<List<Taking>> takings() {
        Arbitrary<Allowance> allowances = Combinators.combine(
                        Arbitraries.strings().ofMaxLength(30), Arbitraries.integers().between(1, 1000), Arbitraries.doubles().between(0.01, 100))
                .as(Allowance::new);
        return Combinators.combine(
                        allowances,
                        Arbitraries.strings().ofMaxLength(Takings.LONGEST),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(-Takings.MOST_COUNTED, Takings.MOST_COUNTED))
                .as(Taking::new)
                .list()
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<Map<Holder, Integer>> holders() {
        return Arbitraries.maps(
                        Combinators.combine(Arbitraries.strings().ofMaxLength(60), Arbitraries.strings())
                                .as((client, name) -> Holder.of(new Requester(name, new Client(client)))),
                        Arbitraries.integers().between(1, 100))
                .ofMaxSize(20);
    }

    @Property(tries = 1_000, seed = "61")
    void whatIsWrittenIsRead(@ForAll("takings") List<Taking> takings, @ForAll("holders") Map<Holder, Integer> holders) {
        assertThat(Takings.read(Takings.write(takings))).containsExactlyInAnyOrderElementsOf(takings);
        assertThat(Elsewhere.read(Elsewhere.write(holders))).isEqualTo(holders);
    }

    @Property(tries = 3_000, seed = "62")
    void whatIsBrokenIsRefused(
            @ForAll("takings") List<Taking> takings, @ForAll("holders") Map<Holder, Integer> holders, @ForAll long seed) {
        Random random = new Random(seed);
        readTakings(broken(Takings.write(takings), random));
        readHolders(broken(Elsewhere.write(holders), random));
    }

    @Property(tries = 3_000, seed = "63")
    void whatIsNoiseIsRefused(@ForAll byte[] noise) {
        byte[] begun = noise.clone();
        if (begun.length > 0) {
            begun[0] = Takings.VERSION;
        }
        List.of(noise, begun).forEach(bytes -> {
            readTakings(bytes);
            readHolders(bytes);
        });
    }

    @Property(tries = 200, seed = "64")
    void whatEndsEarlyOrLateIsRefused(@ForAll("takings") List<Taking> takings, @ForAll("holders") Map<Holder, Integer> holders) {
        byte[] one = Takings.write(takings);
        byte[] other = Elsewhere.write(holders);
        for (int length = 0; length <= Math.max(one.length, other.length) + 1; length++) {
            int end = length;
            if (length != one.length && length <= one.length + 1) {
                assertThatIllegalArgumentException().isThrownBy(() -> Takings.read(Arrays.copyOf(one, end)));
            }
            if (length != other.length && length <= other.length + 1) {
                assertThatIllegalArgumentException().isThrownBy(() -> Elsewhere.read(Arrays.copyOf(other, end)));
            }
        }
    }

    private static byte[] broken(byte[] message, Random random) {
        byte[] broken = message.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        }
        return broken;
    }

    private static void readTakings(byte[] bytes) {
        try {
            List<Taking> takings = Takings.read(bytes);
            assertThat(takings).hasSizeLessThanOrEqualTo(Takings.MOST).allSatisfy(taking -> {
                assertThat(taking.who()).hasSizeLessThanOrEqualTo(Takings.LONGEST);
                assertThat(taking.count()).isBetween(-Takings.MOST_COUNTED, Takings.MOST_COUNTED);
                assertThat(taking.allowance().perSecond()).isFinite().isPositive();
            });
            MemoryCounters counters = new MemoryCounters(() -> java.time.Instant.EPOCH);
            takings.forEach(counters::count);
            takings.forEach(taking -> counters.take(taking.allowance(), taking.who()));
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static void readHolders(byte[] bytes) {
        try {
            assertThat(new HashMap<>(Elsewhere.read(bytes)))
                    .hasSizeLessThanOrEqualTo(Elsewhere.MOST)
                    .allSatisfy((holder, count) -> assertThat(count).isBetween(1, Elsewhere.MOST));
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
