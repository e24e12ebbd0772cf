package descentlab.optimizer;

import descentlab.rule.Rule;
import descentlab.rule.Span;
import descentlab.rule.Update;
import java.util.ArrayList;
import java.util.List;

/**
 * An optimizer made of an update rule that somebody wrote, with values for the rule's parameters. The rate reported for a
 * coordinate is what the step took from it over its gradient, NaN where that is 0.
 *
 * @param parameters values in the order of the rule's parameters
 */
public record RuleOptimizer(Rule rule, double lr, List<Double> parameters, Schedule schedule) implements Optimizer {

    /** Its name in specs. */
    public static final String NAME = "rule";

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

    private static final class Following extends State {

        private final Update update;
        private final List<Memory> memories = new ArrayList<>();
        private final List<double[]> numbers = new ArrayList<>();

        Following(RuleOptimizer settings, int[] ends) {
            super(settings, ends[ends.length - 1]);
            update = new Update(
                    settings.rule,
                    settings.parameters.stream().mapToDouble(Double::doubleValue).toArray(),
                    ends);
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
