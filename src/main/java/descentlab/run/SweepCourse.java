package descentlab.run;

import descentlab.experiment.SweepExperiment;
import descentlab.objective.Objective;
import descentlab.optimizer.SweepSpec;
import descentlab.training.Series;
import descentlab.training.Sweep;
import java.util.List;

/** A sweep of each optimizer's rates. */
final class SweepCourse implements Course {

    private record Header(String kind, List<String> runs, List<String> columns) {}

    private final SweepExperiment experiment;
    private final Objective objective;

    SweepCourse(SweepExperiment experiment) {
        this.experiment = experiment;
        this.objective = experiment.race().objective().function();
    }

    @Override
    public List<String> names() {
        return experiment.runs().stream().map(SweepSpec::print).toList();
    }

    @Override
    public RunService.Kind kind() {
        return RunService.Kind.OTHER;
    }

    @Override
    public long rows() {
        return 0;
    }

    @Override
    public Series next(List<Series> before) {
        return new Sweep(
                objective,
                experiment.runs().get(before.size()),
                experiment.points(),
                experiment.race().start(),
                experiment.race().steps(),
                experiment.race().noise(),
                experiment.race().seed());
    }

    @Override
    public Object header(List<Series> series) {
        return new Header("sweep", names(), Sweep.COLUMNS);
    }
}
