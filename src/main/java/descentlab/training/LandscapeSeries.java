package descentlab.training;

import descentlab.landscape.Finding;
import descentlab.landscape.SlicePlan;
import descentlab.model.Crew;
import descentlab.model.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A landscape as rows: a series that trains, works all of it out, and has the grid; one for each path; one for the random walk; and
 * one for each line between two ends. The later ones have their rows once the first has ended. Where a number is none it is NaN.
 */
public final class LandscapeSeries implements Series {

    /** Of all of them. */
    public static final List<String> COLUMNS =
            List.of("x", "y", "loss", "error", "pictures", "epoch", "off", "foot", "t", "shuffled", "matched");

    private static final int X = 0;
    private static final int Y = 1;
    private static final int LOSS = 2;
    private static final int ERROR = 3;
    private static final int PICTURES = 4;
    private static final int EPOCH = 5;
    private static final int OFF = 6;
    private static final int FOOT = 7;
    private static final int T = 8;
    private static final int SHUFFLED = 9;
    private static final int MATCHED = 10;

    /** What all of them are of. */
    private static final class Whole {

        private final List<Training> trainings;
        private final TrainingPlan plan;
        private final Network network;
        private final Crew crew;
        private Surroundings surroundings;
        private int training;

        private Whole(List<Training> trainings, TrainingPlan plan, Network network, Crew crew) {
            this.trainings = trainings;
            this.plan = plan;
            this.network = network;
            this.crew = crew;
        }

        private boolean goOn(BooleanSupplier over) {
            if (training < trainings.size()) {
                training += trainings.get(training).advance(over) ? 1 : 0;
                return false;
            }
            if (surroundings == null) {
                surroundings = Surroundings.of(trainings, plan, network, crew).orElse(null);
            }
            return surroundings == null || surroundings.goOn(over);
        }

        private <F extends Finding> List<F> found(Class<F> kind) {
            return surroundings == null
                    ? List.of()
                    : surroundings.found().stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    /** Writes a series' rows. */
    private interface Rows {
        void write(LandscapeSeries into);
    }

    private final Whole whole;
    private final boolean works;
    private final Rows rows;
    private final Trace trace;
    private Outcome outcome;

    private LandscapeSeries(Whole whole, boolean works, Rows rows, Trace trace) {
        this.whole = whole;
        this.works = works;
        this.rows = rows;
        this.trace = trace;
    }

    private static LandscapeSeries of(Whole whole, boolean works, Rows rows) {
        return new LandscapeSeries(whole, works, rows, new Trace(COLUMNS, 1, false));
    }

    /** What they are called, where their trainings are called so. */
    public static List<String> names(List<String> runs, SlicePlan plan) {
        List<String> names = new ArrayList<>();
        names.add("slice");
        names.addAll(runs);
        names.add("random walk");
        runs.stream().skip(1).forEach(run -> names.add("line to " + run));
        if (plan.other().isPresent()) {
            names.add("line to another start");
        }
        return names;
    }

    /** The series of trainings that are about to start, as many as they have names. */
    public static List<LandscapeSeries> of(List<Training> trainings, TrainingPlan plan, Network network, Crew crew) {
        Whole whole = new Whole(trainings, plan, network, crew);
        List<LandscapeSeries> all = new ArrayList<>();
        all.add(of(whole, true, LandscapeSeries::grid));
        for (int i = 0; i < trainings.size(); i++) {
            int training = i;
            all.add(of(whole, false, series -> series.path(training)));
        }
        all.add(of(whole, false, LandscapeSeries::walk));
        for (int i = 1; i < trainings.size(); i++) {
            int training = i;
            all.add(of(whole, false, series -> series.line(training)));
        }
        if (plan.slice().other().isPresent()) {
            all.add(of(whole, false, series -> series.line(Finding.OTHER_START)));
        }
        return all;
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        if (outcome == null && (!works || whole.goOn(over))) {
            rows.write(this);
            end(new Outcome.Finished());
        }
        return outcome != null;
    }

    private void grid() {
        whole.found(Finding.Outlook.class).forEach(outlook -> {
            Finding.Grid grid = whole.found(Finding.Grid.class).getLast();
            double step = outlook.size() / (outlook.side() - 1);
            for (int i = 0; i < grid.losses().length; i++) {
                double[] row = none();
                row[X] = outlook.left() + i % outlook.side() * step;
                row[Y] = outlook.bottom() + i / outlook.side() * step;
                row[LOSS] = grid.losses()[i];
                row[ERROR] = grid.errors()[i];
                row[PICTURES] = grid.pictures();
                trace.add(row);
            }
        });
    }

    private void path(int training) {
        int place = whole.surroundings == null ? -1 : whole.surroundings.trainings().indexOf(training);
        if (place < 0) {
            outcome = whole.trainings.get(training).outcome();
            return;
        }
        Finding.Outlook outlook = whole.found(Finding.Outlook.class).getFirst();
        Finding.Track track = outlook.paths().get(place);
        Finding.Along along = whole.found(Finding.Along.class).get(place);
        for (int i = 0; i < track.x().length; i++) {
            double[] row = none();
            row[X] = track.x()[i];
            row[Y] = track.y()[i];
            row[LOSS] = along.losses()[i];
            row[ERROR] = along.errors()[i];
            row[PICTURES] = outlook.pictures();
            row[EPOCH] = track.epochs()[i];
            row[OFF] = track.off()[i];
            row[FOOT] = along.feet()[i];
            trace.add(row);
        }
    }

    private void walk() {
        whole.found(Finding.Walk.class).forEach(found -> IntStream.range(0, found.walk().x().length).forEach(i -> {
            double[] row = none();
            row[X] = found.walk().x()[i];
            row[Y] = found.walk().y()[i];
            trace.add(row);
        }));
    }

    private void line(int training) {
        whole.found(Finding.Line.class).stream()
                .filter(line -> (line.path() < 0 ? line.path() : whole.surroundings.trainings().get(line.path())) == training)
                .forEach(line -> {
                    for (int i = 0; i < line.at().length; i++) {
                        double[] row = none();
                        row[T] = line.at()[i];
                        row[LOSS] = line.asItIs()[i];
                        row[SHUFFLED] = line.shuffled()[i];
                        row[MATCHED] = line.matched()[i];
                        row[PICTURES] = whole.found(Finding.Outlook.class).getFirst().pictures();
                        trace.add(row);
                    }
                });
    }

    private static double[] none() {
        double[] row = new double[COLUMNS.size()];
        Arrays.fill(row, Double.NaN);
        return row;
    }

    @Override
    public Trace trace() {
        return trace;
    }

    /** Examples seen, of the one that trains. */
    @Override
    public long done() {
        return works ? whole.trainings.stream().mapToLong(Training::done).sum() : 0;
    }

    @Override
    public long total() {
        return works ? whole.trainings.stream().mapToLong(Training::total).sum() : 1;
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public void end(Outcome how) {
        outcome = outcome == null ? how : outcome;
    }

    /** Nobody goes on from one. */
    @Override
    public Series copy() {
        throw new IllegalStateException("a landscape is worked out once");
    }

    @Override
    public double result() {
        return trace.last(LOSS);
    }
}
