package descentlab.rule;

/** A pass over a tensor in double precision, as {@link RulePlan} has it. Compiled; holds no state. */
interface Pass {

    /**
     * @param x receives what becomes of it in the last pass, as do {@code states} and {@code taken}
     * @param g the gradient
     * @param states for each state that has one an array of an entry for each element
     * @param shared for each other state an array, of an entry for each tensor or of one
     * @param taken receives what was taken from x, if the code keeps that
     * @param sums for each sum an array, of an entry for each tensor or of one
     * @param numbers the rate, the number of the step, how many elements there are, and the parameters
     * @param from the tensor's first element
     * @param to its end, exclusive
     * @param tensor its number
     * @param last whether it is the last tensor
     */
    void run(
            double[] x,
            double[] g,
            double[][] states,
            double[][] shared,
            double[] taken,
            double[][] sums,
            double[] numbers,
            int from,
            int to,
            int tensor,
            boolean last);
}
