package descentlab.training;

import descentlab.optimizer.Optimizer;
import descentlab.optimizer.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A step of a descent, with all that went into it and came of it.
 *
 * @param step its number in the descent, from 1
 * @param stage of the method that took it, from 0
 * @param optimizer of that stage
 * @param t its number on the optimizer's own clock, from 1
 * @param x where it began, length 2
 * @param gradient the one that the optimizer saw there, with the noise
 * @param hessian second derivatives there, row-major; empty unless the optimizer asks for them
 * @param before what was remembered, and the {@link State#numbers} kept beside it
 * @param after the same after the step
 * @param next where it led
 */
public record StepTaken(
        long step,
        int stage,
        Optimizer optimizer,
        long t,
        double[] x,
        double[] gradient,
        double[] hessian,
        Remembered before,
        Remembered after,
        double[] next) {

    /**
     * What an optimizer remembers at a moment.
     *
     * @param memories by symbol
     * @param numbers as {@link State#numbers} has them
     */
    public record Remembered(Map<String, double[]> memories, List<double[]> numbers) {

        static Remembered by(State state) {
            Map<String, double[]> memories = new LinkedHashMap<>();
            state.memories().forEach(memory -> memories.put(memory.symbol(), memory.values().clone()));
            return new Remembered(memories, state.numbers().stream().map(double[]::clone).toList());
        }
    }
}
