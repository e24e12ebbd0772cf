package descentlab.objective;

/** Test functions with waves on top, and so with many local minima; x and y stand for x1 and x2. */
enum Wavy implements Objective {

    /** 20 + x^2 - 10 cos(2 pi x) + y^2 - 10 cos(2 pi y) (Rastrigin 1974). */
    RASTRIGIN {
        @Override
        public double value(double x, double y) {
            return x * x + y * y + 10 * (1 - StrictMath.cos(TURN * x)) + 10 * (1 - StrictMath.cos(TURN * y));
        }

        @Override
        public double valueAndGradient(double x, double y, double[] gradient) {
            gradient[0] = 2 * x + 10 * TURN * StrictMath.sin(TURN * x);
            gradient[1] = 2 * y + 10 * TURN * StrictMath.sin(TURN * y);
            return value(x, y);
        }

        @Override
        public void hessian(double x, double y, double[] hessian) {
            hessian[0] = 2 + 10 * TURN * TURN * StrictMath.cos(TURN * x);
            hessian[1] = 0;
            hessian[2] = 2 + 10 * TURN * TURN * StrictMath.cos(TURN * y);
        }
    },

    /**
     * 20 + e - 20 exp(-r/5) - exp((cos(2 pi x) + cos(2 pi y))/2) with r = sqrt((x^2 + y^2)/2) (Ackley 1987).
     *
     * <p>The first exponential is a cone at the origin, without derivatives there. Its gradient there counts as 0, the
     * mean over all directions, and so do its second derivatives, which are infinite: what remains is the waves' part.
     */
    ACKLEY {
        @Override
        public double value(double x, double y) {
            double mean = (StrictMath.cos(TURN * x) + StrictMath.cos(TURN * y)) / 2;
            // 20 - 20 exp(-a r) and e - exp(mean) without cancelling near the minimum.
            return -20 * StrictMath.expm1(-STEEPNESS * radius(x, y)) - StrictMath.E * StrictMath.expm1(mean - 1);
        }

        private static double radius(double x, double y) {
            return Math.sqrt((x * x + y * y) / 2);
        }

        private static double waves(double x, double y) {
            return StrictMath.exp((StrictMath.cos(TURN * x) + StrictMath.cos(TURN * y)) / 2);
        }

        @Override
        public double valueAndGradient(double x, double y, double[] gradient) {
            double r = radius(x, y);
            double waves = waves(x, y);
            // d exp(-a r) / dx = -a exp(-a r) x / (2 r)
            double cone = r == 0 ? 0 : 20 * STEEPNESS * StrictMath.exp(-STEEPNESS * r) / (2 * r);
            gradient[0] = cone * x + waves * StrictMath.PI * StrictMath.sin(TURN * x);
            gradient[1] = cone * y + waves * StrictMath.PI * StrictMath.sin(TURN * y);
            return value(x, y);
        }

        @Override
        public void hessian(double x, double y, double[] hessian) {
            double r = radius(x, y);
            double waves = waves(x, y);
            double cone = r == 0 ? 0 : 20 * STEEPNESS * StrictMath.exp(-STEEPNESS * r) / (2 * r);
            // The cone's gradient is cone(r) (x, y), and d cone / dx = -cone (a + 1/r) x / (2 r).
            double bend = r == 0 ? 0 : -cone * (STEEPNESS + 1 / r) / (2 * r);
            double sx = StrictMath.PI * StrictMath.sin(TURN * x);
            double sy = StrictMath.PI * StrictMath.sin(TURN * y);
            double cx = StrictMath.PI * TURN * StrictMath.cos(TURN * x);
            double cy = StrictMath.PI * TURN * StrictMath.cos(TURN * y);
            hessian[0] = cone + bend * x * x + waves * (cx - sx * sx);
            hessian[1] = bend * x * y - waves * sx * sy;
            hessian[2] = cone + bend * y * y + waves * (cy - sy * sy);
        }
    };

    private static final double TURN = 2 * StrictMath.PI;
    private static final double STEEPNESS = 0.2;
}
