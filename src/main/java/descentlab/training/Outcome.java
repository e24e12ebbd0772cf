package descentlab.training;

import java.util.List;
import java.util.OptionalDouble;

/** How a descent or a training ended. */
public sealed interface Outcome {

    /** All names, in an order that numbers of outcomes stand for. */
    List<String> NAMES =
            List.of(Finished.NAME, Converged.NAME, Diverged.NAME, "cancelled", "budget-spent");

    /** Name in links and files. */
    String name();

    /** What happened in a sentence, or empty where there is nothing to explain. */
    default String explanation() {
        return "";
    }

    /** A learning rate at which it would not have run away, if it did and one is known. */
    default OptionalDouble suggestedRate() {
        return OptionalDouble.empty();
    }

    /** All steps were taken. */
    record Finished() implements Outcome {

        static final String NAME = "finished";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** All steps were taken and the gradient at the last point is practically zero. */
    record Converged(double gradientNorm) implements Outcome {

        static final String NAME = "converged";

        @Override
        public String name() {
            return NAME;
        }
    }

    /**
     * The parameters ran away.
     *
     * @param step the step at which the bound was crossed: a step of a descent, a number of examples in training
     * @param explanation which bound was crossed
     * @param suggestedRate a learning rate at which it would not have, if one is known
     */
    record Diverged(long step, String explanation, OptionalDouble suggestedRate) implements Outcome {

        static final String NAME = "diverged";

        /** Without a rate to suggest. */
        public Diverged(long step, String explanation) {
            this(step, explanation, OptionalDouble.empty());
        }

        @Override
        public String name() {
            return NAME;
        }
    }

    /** Stopped on request. */
    record Cancelled() implements Outcome {
        @Override
        public String name() {
            return "cancelled";
        }

        @Override
        public String explanation() {
            return "Stopped before its end.";
        }
    }

    /** Stopped since it had used up the time a run may take. */
    record BudgetSpent(String explanation) implements Outcome {
        @Override
        public String name() {
            return "budget-spent";
        }
    }
}
