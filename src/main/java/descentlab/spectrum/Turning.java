package descentlab.spectrum;

import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.DiagonalPreconditioning;
import descentlab.linalg.MatrixPreset;
import descentlab.linalg.Symmetric2;
import descentlab.objective.NamedObjective;
import descentlab.objective.Objectives;
import descentlab.objective.Point;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.Descent;
import descentlab.training.Trace;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The chapter's quadratic 0.1 x1^2 + 2 x2^2 turned about the origin degree by degree, and what becomes of its
 * condition number, of the diagonal preconditioner's, and of Adagrad, which is a diagonal preconditioner too.
 *
 * @param optimizer the spec of the optimizer
 * @param steps how many steps it takes
 * @param turned at 0, 1, ..., 90 degrees
 * @param printed the rotated objective as the chapter prints it, 0.1 (x1+x2)^2 + 2 (x1-x2)^2
 */
record Turning(String optimizer, int steps, List<Case> turned, Case printed) {

    private static final String OPTIMIZER = "adagrad(lr=2)";
    private static final int STEPS = 20;
    private static final int QUARTER = 90;

    /**
     * One quadratic.
     *
     * @param hessian a, b, d of [[a, b], [b, d]]
     * @param off the entry off the diagonal of the rescaled Hessian, whose diagonal is 1
     * @param kappa condition number of the Hessian
     * @param rescaled condition number of the rescaled Hessian
     * @param path x1, x2 of every step, the start included
     * @param f the objective at every step
     */
    record Case(double[] hessian, double off, double kappa, double rescaled, double[] path, double[] f) {

        static Case of(Symmetric2 hessian, NamedObjective objective) {
            DiagonalPreconditioning.Applied applied =
                    (DiagonalPreconditioning.Applied) DiagonalPreconditioning.of(hessian.matrix());
            ComplexMatrix scaled = applied.matrix();
            double off = scaled.at(0, 1).getRealPart();
            Trace trace = descend(objective);
            double[] path = new double[2 * trace.rows()];
            for (int step = 0; step < trace.rows(); step++) {
                path[2 * step] = trace.at(step, Descent.X1);
                path[2 * step + 1] = trace.at(step, Descent.X2);
            }
            return new Case(
                    new double[] {hessian.a(), hessian.b(), hessian.d()},
                    off,
                    hessian.conditionNumber(),
                    new Symmetric2(1, off, 1).conditionNumber(),
                    path,
                    IntStream.range(0, trace.rows())
                            .mapToDouble(step -> trace.at(step, Descent.F))
                            .toArray());
        }

        private static Trace descend(NamedObjective objective) {
            Optimizer adagrad = OptimizerSpec.parse(OPTIMIZER);
            Point start = objective.start();
            Descent descent = new Descent(objective.function(), adagrad, start, STEPS, 0, 0);
            descent.advance(STEPS);
            return descent.trace();
        }
    }

    static Turning compute() {
        NamedObjective ellipse = Objectives.named("ellipse").orElseThrow();
        NamedObjective printed = Objectives.named("rotated").orElseThrow();
        return new Turning(
                OPTIMIZER,
                STEPS,
                IntStream.rangeClosed(0, QUARTER)
                        .mapToObj(degrees -> Case.of(
                                MatrixPreset.ELLIPSE.turned(degrees), ellipse.rotated(degrees)))
                        .toList(),
                Case.of(MatrixPreset.PRINTED_ROTATED, printed));
    }
}
