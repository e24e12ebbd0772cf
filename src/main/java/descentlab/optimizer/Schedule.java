package descentlab.optimizer;

/**
 * A learning-rate schedule: the rate of step t as a function of the base rate, t = 1, 2, ...
 *
 * <p>The first step of {@code exponential}, {@code step} and {@code cosine} runs at the base rate, as with PyTorch's
 * schedulers; {@code invsqrt} and {@code warmup} count t from 1 as written.
 */
public sealed interface Schedule {

    /** The default: the same rate at every step. */
    Schedule CONSTANT = new Constant();

    /** Learning rate of step t. */
    double rate(double lr, long t);

    /** lr. */
    record Constant() implements Schedule {
        @Override
        public double rate(double lr, long t) {
            return lr;
        }
    }

    /** lr / sqrt(t + c), the classical decay for convex problems. */
    record InvSqrt(@Setting(initial = 1, most = 1e12) double c) implements Schedule {
        @Override
        public double rate(double lr, long t) {
            return lr / Math.sqrt(t + c);
        }
    }

    /** lr gamma^(t-1). */
    record Exponential(@Setting(initial = 0.99, most = 1) double gamma) implements Schedule {
        @Override
        public double rate(double lr, long t) {
            return lr * StrictMath.pow(gamma, t - 1);
        }
    }

    /** lr factor^floor((t-1)/every). */
    record Step(
            @Setting(initial = 10, least = 1, most = 1e9) long every,
            @Setting(initial = 0.5, most = 1) double factor)
            implements Schedule {
        @Override
        public double rate(double lr, long t) {
            return lr * StrictMath.pow(factor, (t - 1) / every);
        }
    }

    /** lr (1 + cos(pi (t-1)/T)) / 2 until t-1 = T, then 0. */
    record Cosine(@Setting(initial = 100, least = 1, most = 1e9) long steps) implements Schedule {
        @Override
        public double rate(double lr, long t) {
            return t - 1 >= steps ? 0 : lr * (1 + StrictMath.cos(StrictMath.PI * (t - 1) / steps)) / 2;
        }
    }

    /** lr min(1, t/n): a linear rise to the base rate at step n. */
    record Warmup(@Setting(initial = 10, least = 1, most = 1e9) long n) implements Schedule {
        @Override
        public double rate(double lr, long t) {
            return t >= n ? lr : lr * t / n;
        }
    }
}
