package descentlab.optimizer;

import descentlab.rule.RuleStep;
import descentlab.rule.FloatUpdate;
import descentlab.rule.Rule;
import descentlab.rule.Span;
import descentlab.rule.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An optimizer made of an update rule that somebody wrote, with values for the rule's parameters. The rate reported for a
 * coordinate is what the step took from it over its gradient, NaN where that is 0.
 *
 * @param parameters values in the order of the rule's parameters
 * @param single whether it computes in single precision
 */
public record RuleOptimizer(Rule rule, double lr, List<Double> parameters, boolean single, Schedule schedule)
        implements Optimizer {

    /** Its name in specs. */
    public static final String NAME = "rule";

    /** The key that says whether it computes in single precision. */
    public static final String SINGLE = "single";

    public RuleOptimizer {
        parameters = List.copyOf(parameters);
        if (parameters.size() != rule.parameters().size()) {
            throw new IllegalArgumentException("a value for each parameter, got " + parameters.size());
        }
    }

    @Override
    public State start(int dimension, Hessian hessian) {
        return start(new int[] {dimension}, hessian);
    }

    @Override
    public State start(int[] ends, Hessian hessian) {
        return new Following(this, ends);
    }

    /**
     * A step on a surface worked out part by part, in double precision.
     *
     * @param memories what was remembered before it, by name, of each coordinate
     * @param numbers what was remembered beside that, as {@link State#numbers} has it
     * @param t its number, from 1
     * @param x where it begins
     * @param g the gradient there
     */
    public RuleStep inParts(
            Map<String, double[]> memories, List<double[]> numbers, long t, double[] x, double[] g) {
        List<double[]> remembered = new ArrayList<>();
        int next = 0;
        for (Rule.Remembered each : rule.remembered()) {
            remembered.add(each.span() == Span.ELEMENT ? memories.get(each.name()) : numbers.get(next++));
        }
        return new RuleStep(rule, values(), remembered, schedule.rate(lr, t), t, x, g);
    }

    private double[] values() {
        return parameters.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static final class Following extends State {

        /** Up to so many coordinates rates are worked out in each step, since of a surface they are always asked for. */
        private static final int FEW = 16;

        private final RuleOptimizer settings;

        private final Update update;
        private final List<Memory> memories = new ArrayList<>();
        private final List<double[]> numbers = new ArrayList<>();
        /** That of the last step, as long as {@link #rate} is what it took; null once that is a rate. */
        private double[] gradient;
        /** Whether nothing is known of the last step's rates. */
        private boolean unrated;

        Following(RuleOptimizer settings, int[] ends) {
            super(settings, ends[ends.length - 1]);
            this.settings = settings;
            update = settings.single
                    ? new FloatUpdate(settings.rule, settings.values(), ends)
                    : new Update(settings.rule, settings.values(), ends);
            List<Rule.Remembered> remembered = settings.rule.remembered();
            for (int i = 0; i < remembered.size(); i++) {
                if (remembered.get(i).span() == Span.ELEMENT) {
                    memories.add(new Memory(remembered.get(i).name(), update.state(i)));
                } else {
                    numbers.add(update.state(i));
                }
            }
        }

        @Override
        protected void step(double lr, double[] x, double[] g) {
            update.step(lr, t(), x, g, rate);
            unrated = false;
            if (x.length <= FEW) {
                Update.rates(rate, g);
            } else {
                gradient = g;
            }
        }

        @Override
        protected void stepUnrated(double lr, double[] x, double[] g) {
            update.step(lr, t(), x, g, null);
            unrated = true;
            gradient = null;
        }

        @Override
        protected void settleRates() {
            if (unrated) {
                Arrays.fill(rate, Double.NaN);
                unrated = false;
            }
            if (gradient != null) {
                Update.rates(rate, gradient);
                gradient = null;
            }
        }

        @Override
        public Optional<String> obstacle(double[] x, double[] g) {
            Map<String, double[]> remembered = new HashMap<>();
            memories.forEach(memory -> remembered.put(memory.symbol(), memory.values()));
            return settings.inParts(remembered, numbers, t() + 1, x, g).obstacle();
        }

        @Override
        public List<Memory> memories() {
            return memories;
        }

        @Override
        public List<double[]> numbers() {
            return numbers;
        }
    }
}
