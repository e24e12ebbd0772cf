package descentlab.run;

import descentlab.experiment.BasinExperiment;
import descentlab.experiment.CloudExperiment;
import descentlab.experiment.HeatExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.SurfaceMap;
import descentlab.experiment.SweepExperiment;
import descentlab.objective.Minima;
import descentlab.objective.Objective;
import descentlab.optimizer.HeatSpec;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.SweepSpec;
import descentlab.training.Basins;
import descentlab.training.HeatMap;
import descentlab.training.NoiseCloud;
import descentlab.training.Series;
import descentlab.training.StartGrid;
import descentlab.training.Sweep;
import java.util.List;
import java.util.function.IntFunction;

/** A map of a surface: a series for each of its runs. */
final class MapCourse implements Course {

    private record Header(String kind, List<String> runs) {}

    private final List<String> names;
    private final long rows;
    private final IntFunction<Series> series;

    /** @param rows bytes of all of them, if they are many */
    private MapCourse(List<String> names, long rows, IntFunction<Series> series) {
        this.names = names;
        this.rows = rows;
        this.series = series;
    }

    /** @param minima where basins may end; null of other maps */
    static MapCourse of(SurfaceMap map, Minima minima) {
        SurfaceExperiment race = map.race();
        Objective objective = race.objective().function();
        return switch (map) {
            case SweepExperiment sweep ->
                new MapCourse(
                        sweep.runs().stream().map(SweepSpec::print).toList(),
                        0,
                        run -> new Sweep(
                                objective,
                                sweep.runs().get(run),
                                sweep.points(),
                                race.start(),
                                race.steps(),
                                race.noise(),
                                race.seed()));
            case BasinExperiment basins ->
                new MapCourse(
                        race.runs().stream().map(MethodSpec::print).toList(),
                        bytes((long) race.runs().size() * basins.starts(), Basins.COLUMNS),
                        run -> new Basins(
                                objective,
                                race.runs().get(run),
                                new StartGrid(basins.window(), basins.columns(), basins.rows()),
                                minima,
                                race.steps(),
                                basins.tolerance(),
                                race.noise(),
                                race.seed()));
            case HeatExperiment heat ->
                new MapCourse(
                        heat.runs().stream().map(HeatSpec::print).toList(),
                        bytes((long) heat.runs().size() * heat.pairs(), HeatMap.COLUMNS),
                        run -> new HeatMap(
                                objective,
                                heat.runs().get(run),
                                heat.rates(),
                                heat.values(),
                                race.start(),
                                race.steps(),
                                race.noise(),
                                race.seed()));
            case CloudExperiment cloud ->
                new MapCourse(
                        race.runs().stream().map(MethodSpec::print).toList(),
                        bytes(cloud.rows(), NoiseCloud.COLUMNS),
                        run -> new NoiseCloud(
                                objective,
                                race.runs().get(run),
                                race.start(),
                                race.steps(),
                                race.noise(),
                                race.seed(),
                                cloud.seeds(),
                                cloud.every()));
        };
    }

    private static long bytes(long rows, List<String> columns) {
        return rows * columns.size() * Double.BYTES;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public RunService.Kind kind() {
        return RunService.Kind.OTHER;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public Series next(List<Series> before) {
        return series.apply(before.size());
    }

    @Override
    public Object header(List<Series> all) {
        return new Header("map", names);
    }
}
