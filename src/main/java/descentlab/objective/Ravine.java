package descentlab.objective;

/**
 * a |x1| + b |x2|, convex with kinks on the axes. Where x_i is 0 its derivative counts as 0, the mean of the two
 * one-sided ones and a subgradient; second derivatives are 0 everywhere.
 */
record Ravine(double a, double b) implements Objective {

    @Override
    public double value(double x1, double x2) {
        return a * Math.abs(x1) + b * Math.abs(x2);
    }

    @Override
    public double valueAndGradient(double x1, double x2, double[] gradient) {
        gradient[0] = a * Math.signum(x1);
        gradient[1] = b * Math.signum(x2);
        return value(x1, x2);
    }

    @Override
    public void hessian(double x1, double x2, double[] hessian) {
        hessian[0] = 0;
        hessian[1] = 0;
        hessian[2] = 0;
    }
}
