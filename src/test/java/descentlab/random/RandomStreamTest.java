package descentlab.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {

    /** What is asked for, so that every kind of number is drawn in every state of the other ones. */
    private static double draw(Random random, int number) {
        return switch (number % 6) {
            case 0, 4 -> random.nextGaussian();
            case 1 -> random.nextInt(number + 1);
            case 2 -> random.nextDouble();
            case 3 -> random.nextLong();
            default -> random.nextInt(1 << 30);
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE, 0x5DEECE66DL})
    void givesTheNumbersThatJavasOwnGives(long seed) {
        Random own = new Random(seed);
        RandomStream stream = new RandomStream(seed);
        for (int i = 0; i < 10_000; i++) {
            assertThat(draw(stream, i)).as("number %d", i).isEqualTo(draw(own, i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 1001})
    void aCopyGoesOnWithTheSameNumbersApartFromTheOther(int drawn) {
        RandomStream stream = new RandomStream(7);
        for (int i = 0; i < drawn; i++) {
            stream.nextGaussian();
        }
        RandomStream copy = stream.copy();
        double[] first = stream.doubles(5).toArray();
        double gaussian = stream.nextGaussian();
        assertThat(copy.doubles(5).toArray()).isEqualTo(first);
        assertThat(copy.nextGaussian()).isEqualTo(gaussian);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aSeedSetAnewBeginsAnew(int drawn) {
        RandomStream stream = new RandomStream(7);
        for (int i = 0; i < drawn; i++) {
            stream.nextGaussian();
        }
        stream.setSeed(8);
        assertThat(stream.nextGaussian()).isEqualTo(new Random(8).nextGaussian());
    }
}
