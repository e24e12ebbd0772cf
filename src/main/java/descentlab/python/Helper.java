package descentlab.python;

import descentlab.random.SeededRandom;

/** Functions that some scripts need and others do not. */
final class Helper {

    /** The derivative of a maximum. */
    static final String SELECT = """
            def select(a, b, c, d):
                \"""c where a is larger than b, d where it is smaller, their mean at a tie.\"""
                return c if a > b else d if a < b else (c + d) / 2 if a == b else math.nan
            """;

    /** The derivatives of a power by its exponent. */
    static final String POWER_LOG = """
            def power_log(a, b, times=1):
                \"""The derivative of a**b by b, taken once or twice; its limit 0 at a = 0.\"""
                return 0.0 if a == 0 and b > 0 else a**b * np.log(a) ** times
            """;

    /** Quotients of a coordinate that never had a gradient. */
    static final String OVER = """
            def over(a, b):
                \"""a / b, and 0 where b is 0: a coordinate that never had a gradient stays.\"""
                return np.where(b == 0, 0.0, a / np.where(b == 0, 1.0, b))
            """;

    /** Sums over each of several tensors. */
    static final String PER_TENSOR = """
            def per_tensor(function, a):
                \"""What a function makes of each tensor of a vector, at each of the tensor's entries.\"""
                parts = [a[end - size : end] for size, end in zip(SIZES, itertools.accumulate(SIZES))]
                return np.concatenate([np.ones_like(part) * function(part) for part in parts])
            """;

    /** Powers as products in the lab's order, since roundings show in single precision. */
    static final String WHOLE_POWER = """
            def whole_power(a, n):
                \"""a**n by products, squaring as far as n allows.\"""
                product, square = 1, a
                while n:
                    product, square, n = product * square if n % 2 else product, square * square, n // 2
                return product
            """;

    /** The two precisions of a rule in single precision. */
    static final String PRECISIONS = """
            def single(a):
                \"""Numbers rounded to single precision, as a vector: a number alone would not stay so beside others.\"""
                return np.reshape(np.asarray(a, dtype=np.float32), (-1,))


            def double(a):
                \"""The same numbers in double precision.\"""
                return np.asarray(a, dtype=np.float64)
            """;

    /** Java's random numbers, and the lab's streams of them. */
    static final String RANDOM = """
            class JavaRandom:
                \"""The lab's random numbers: those of java.util.Random.\"""

                def __init__(self, seed):
                    self.x, self.spare = (seed ^ 0x5DEECE66D) % 2**48, None

                def bits(self, count):
                    self.x = (0x5DEECE66D * self.x + 11) % 2**48
                    return self.x >> 48 - count

                def uniform(self):
                    return ((self.bits(26) << 27) + self.bits(27)) / 2**53

                def below(self, bound):
                    bits = self.bits(31)
                    if bound & bound - 1 == 0:
                        return bound * bits >> 31
                    while bits - bits % bound + bound > 2**31:
                        bits = self.bits(31)
                    return bits % bound

                def gaussian(self):
                    \"""Marsaglia's polar method, which makes two at a time.\"""
                    if self.spare is not None:
                        spare, self.spare = self.spare, None
                        return spare
                    square = 0
                    while square >= 1 or square == 0:
                        a, b = 2 * self.uniform() - 1, 2 * self.uniform() - 1
                        square = a * a + b * b
                    factor = math.sqrt(-2 * math.log(square) / square)
                    self.spare = b * factor
                    return a * factor


            def stream(seed, purpose):
                \"""Random numbers for a purpose, so that noise does not shift an order: a seed for each by SplitMix64.\"""
                z = (seed + 0x9E3779B97F4A7C15 * purpose) % 2**64
                z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64
                z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
                return JavaRandom(z ^ z >> 31)
            """;

    private Helper() {}

    /** The lab's stream for a purpose, under a seed. */
    static String stream(String seed, SeededRandom purpose) {
        return "stream(" + seed + ", " + (purpose.ordinal() + 1) + ")";
    }

    /** Adds those of a code's functions that are written here; those of derivatives are for NumPy only. */
    static void addFor(SourceText script, String code) {
        script.addAsItIs(code.contains("select(") ? SELECT : "");
        script.addAsItIs(code.contains("power_log(") ? POWER_LOG : "");
        script.add(code.contains("over(") ? OVER : "");
        script.add(code.contains("per_tensor(") ? PER_TENSOR : "");
        script.add(code.contains("double(") ? PRECISIONS : "");
        script.add(code.contains("whole_power(") ? WHOLE_POWER : "");
    }
}
