package descentlab.anatomy;

import descentlab.optimizer.Optimizers;
import descentlab.training.StepTaken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Why a step went where it went.
 *
 * @param step its number in its run, from 1
 * @param stage of the run that took it, from 0
 * @param optimizer of that stage, by its name in specs
 * @param terms the lines by which it was computed, from where it began to where it led
 * @param chain what the gradients up to this one add to the step by way of a remembered sum, newest first; they add up to
 *     the step, but for rounding and for decoupled weight decay. Empty where no sum is remembered
 */
public record Anatomy(long step, int stage, String optimizer, List<Term> terms, List<Link> chain) {

    /** How many steps are told apart in a chain; what is older is one link. */
    static final int LONGEST = 16;

    /**
     * What one gradient, or all that are older, adds to a step.
     *
     * @param step at which that gradient was seen, of the older ones the last
     * @param older whether it stands for all up to that step
     * @param values in each coordinate
     */
    public record Link(long step, boolean older, double[] values) {}

    /** @param steps those up to the one in question, which is the last; of older ones none is needed */
    static Anatomy of(List<StepTaken> steps) {
        StepTaken last = steps.getLast();
        List<Working> workings = steps.stream().map(Derivation::of).toList();
        return new Anatomy(
                last.step(),
                last.stage(),
                Optimizers.of(last.optimizer()).name(),
                List.copyOf(workings.getLast().terms()),
                chain(workings));
    }

    private static List<Link> chain(List<Working> workings) {
        Flow last = workings.getLast().flow();
        if (last == null) {
            return List.of();
        }
        List<Link> chain = new ArrayList<>();
        double[] weight = last.factor().clone();
        double[] direct = last.direct();
        for (int i = workings.size() - 1; i >= 0; i--) {
            Flow flow = workings.get(i).flow();
            long step = workings.get(i).step.step();
            double[] link = new double[weight.length];
            double[] rest = new double[weight.length];
            for (int k = 0; k < link.length; k++) {
                link[k] = weight[k] * (flow.after()[k] - flow.beta() * flow.before()[k]) + direct[k];
                weight[k] *= flow.beta();
                rest[k] = weight[k] * flow.before()[k];
            }
            chain.add(new Link(step, false, link));
            direct = new double[weight.length];
            boolean goesOn = i > 0 && workings.get(i - 1).flow() != null
                    && Arrays.equals(workings.get(i - 1).flow().after(), flow.before());
            if (!goesOn) {
                if (rest[0] != 0 || rest[1] != 0) {
                    chain.add(new Link(step - 1, true, rest));
                }
                break;
            }
        }
        return chain;
    }
}
