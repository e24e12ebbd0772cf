package descentlab.anatomy;

/**
 * How a remembered sum of gradients enters a step, coordinate by coordinate: step = factor v + direct, and
 * v = beta before + what the step's own gradient adds.
 *
 * @param before v before the step
 * @param after v after it
 * @param factor of v in the step
 * @param direct what the step's gradient adds past v
 */
record Flow(double beta, double[] before, double[] after, double[] factor, double[] direct) {}
