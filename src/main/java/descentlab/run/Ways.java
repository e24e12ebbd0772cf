package descentlab.run;

import descentlab.objective.Point;
import descentlab.optimizer.Method;
import descentlab.training.Descent;
import descentlab.training.Outcome;
import descentlab.training.Series;
import descentlab.training.Trace;

/** Thins traces to what a picture of many of them needs. */
final class Ways {

    private Ways() {}

    /** At most {@code most} points, two at least: the first, the last finite one, and others evenly between by step. */
    static RunService.Way of(Method method, Point start, Series descent, int most) {
        Trace trace = descent.trace();
        Outcome outcome = descent.outcome();
        int rows = finiteRows(trace);
        if (rows == 0) {
            return new RunService.Way(
                    method, outcome, new double[] {start.x1(), start.x2()}, start, Double.NaN);
        }
        int kept = Math.min(rows, Math.max(2, most));
        double[] points = new double[2 * kept];
        for (int i = 0; i < kept; i++) {
            int row = kept == 1 ? 0 : (int) Math.round((double) i * (rows - 1) / (kept - 1));
            points[2 * i] = trace.at(row, Descent.X1);
            points[2 * i + 1] = trace.at(row, Descent.X2);
        }
        int last = rows - 1;
        return new RunService.Way(
                method,
                outcome,
                points,
                new Point(trace.at(last, Descent.X1), trace.at(last, Descent.X2)),
                trace.at(last, Descent.F));
    }

    private static int finiteRows(Trace trace) {
        int rows = trace.rows();
        while (rows > 0
                && !(Double.isFinite(trace.at(rows - 1, Descent.X1)) && Double.isFinite(trace.at(rows - 1, Descent.X2)))) {
            rows--;
        }
        return rows;
    }
}
