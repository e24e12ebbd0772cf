package descentlab.objective;

import java.util.Optional;

/** Test functions that are polynomials but no pure quadratic form; x and y stand for x1 and x2. */
enum Polynomial implements Objective {

    /** (1 - x)^2 + 100 (y - x^2)^2 (Rosenbrock 1960). */
    ROSENBROCK {
        @Override
        public double value(double x, double y) {
            double a = 1 - x;
            double b = y - x * x;
            return a * a + 100 * (b * b);
        }

        @Override
        public double valueAndGradient(double x, double y, double[] gradient) {
            double b = y - x * x;
            gradient[0] = -2 * (1 - x) - 400 * x * b;
            gradient[1] = 200 * b;
            return value(x, y);
        }

        @Override
        public void hessian(double x, double y, double[] hessian) {
            hessian[0] = 2 - 400 * (y - x * x) + 800 * x * x;
            hessian[1] = -400 * x;
            hessian[2] = 200;
        }
    },

    /** (1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2 (Beale 1958). */
    BEALE {
        @Override
        public double value(double x, double y) {
            double a = 1.5 - x + x * y;
            double b = 2.25 - x + x * y * y;
            double c = 2.625 - x + x * y * y * y;
            return a * a + b * b + c * c;
        }

        @Override
        public double valueAndGradient(double x, double y, double[] gradient) {
            double a = 1.5 - x + x * y;
            double b = 2.25 - x + x * y * y;
            double c = 2.625 - x + x * y * y * y;
            gradient[0] = 2 * (a * (y - 1) + b * (y * y - 1) + c * (y * y * y - 1));
            gradient[1] = 2 * x * (a + 2 * b * y + 3 * c * y * y);
            return a * a + b * b + c * c;
        }

        @Override
        public void hessian(double x, double y, double[] hessian) {
            double a = 1.5 - x + x * y;
            double b = 2.25 - x + x * y * y;
            double c = 2.625 - x + x * y * y * y;
            double ax = y - 1;
            double bx = y * y - 1;
            double cx = y * y * y - 1;
            double by = 2 * x * y;
            double cy = 3 * x * y * y;
            hessian[0] = 2 * (ax * ax + bx * bx + cx * cx);
            hessian[1] = 2 * (ax * x + bx * by + cx * cy + a + 2 * b * y + 3 * c * y * y);
            hessian[2] = 2 * (x * x + by * by + cy * cy + 2 * b * x + 6 * c * x * y);
        }
    },

    /** (x^2 + y - 11)^2 + (x + y^2 - 7)^2 (Himmelblau 1972). */
    HIMMELBLAU {
        @Override
        public double value(double x, double y) {
            double a = x * x + y - 11;
            double b = x + y * y - 7;
            return a * a + b * b;
        }

        @Override
        public double valueAndGradient(double x, double y, double[] gradient) {
            double a = x * x + y - 11;
            double b = x + y * y - 7;
            gradient[0] = 4 * x * a + 2 * b;
            gradient[1] = 2 * a + 4 * y * b;
            return a * a + b * b;
        }

        @Override
        public void hessian(double x, double y, double[] hessian) {
            hessian[0] = 4 * (x * x + y - 11) + 8 * x * x + 2;
            hessian[1] = 4 * (x + y);
            hessian[2] = 4 * (x + y * y - 7) + 8 * y * y + 2;
        }
    },

    /** (x + 2y - 7)^2 + (2x + y - 5)^2, kept as squares so that f near its minimum does not cancel. */
    BOOTH {
        @Override
        public double value(double x, double y) {
            double a = x + 2 * y - 7;
            double b = 2 * x + y - 5;
            return a * a + b * b;
        }

        @Override
        public double valueAndGradient(double x, double y, double[] gradient) {
            double a = x + 2 * y - 7;
            double b = 2 * x + y - 5;
            gradient[0] = 2 * a + 4 * b;
            gradient[1] = 4 * a + 2 * b;
            return a * a + b * b;
        }

        @Override
        public void hessian(double x, double y, double[] hessian) {
            hessian[0] = 10;
            hessian[1] = 8;
            hessian[2] = 10;
        }

        @Override
        public Optional<Curvature> constantHessian() {
            return Optional.of(new Curvature(10, 8, 10));
        }
    },

    /** (x^4 - 16 x^2 + 5 x + y^4 - 16 y^2 + 5 y) / 2 (Styblinski and Tang 1990). */
    STYBLINSKI_TANG {
        @Override
        public double value(double x, double y) {
            return (part(x) + part(y)) / 2;
        }

        private static double part(double x) {
            double square = x * x;
            return square * square - 16 * square + 5 * x;
        }

        @Override
        public double valueAndGradient(double x, double y, double[] gradient) {
            gradient[0] = 2 * x * x * x - 16 * x + 2.5;
            gradient[1] = 2 * y * y * y - 16 * y + 2.5;
            return value(x, y);
        }

        @Override
        public void hessian(double x, double y, double[] hessian) {
            hessian[0] = 6 * x * x - 16;
            hessian[1] = 0;
            hessian[2] = 6 * y * y - 16;
        }
    },

    /** 2 x^2 - 1.05 x^4 + x^6 / 6 + x y + y^2. */
    THREE_HUMP_CAMEL {
        @Override
        public double value(double x, double y) {
            double square = x * x;
            return square * (2 + square * (-1.05 + square / 6)) + x * y + y * y;
        }

        @Override
        public double valueAndGradient(double x, double y, double[] gradient) {
            double square = x * x;
            gradient[0] = x * (4 + square * (-4.2 + square)) + y;
            gradient[1] = x + 2 * y;
            return value(x, y);
        }

        @Override
        public void hessian(double x, double y, double[] hessian) {
            double square = x * x;
            hessian[0] = 4 + square * (-12.6 + 5 * square);
            hessian[1] = 1;
            hessian[2] = 2;
        }
    },

    /** x^3 - 3 x y^2: three valleys and three ridges meet at the origin, where the Hessian vanishes. */
    MONKEY_SADDLE {
        @Override
        public double value(double x, double y) {
            return x * (x * x - 3 * (y * y));
        }

        @Override
        public double valueAndGradient(double x, double y, double[] gradient) {
            gradient[0] = 3 * (x * x - y * y);
            gradient[1] = -6 * x * y;
            return value(x, y);
        }

        @Override
        public void hessian(double x, double y, double[] hessian) {
            hessian[0] = 6 * x;
            hessian[1] = -6 * y;
            hessian[2] = -6 * x;
        }
    }
}
