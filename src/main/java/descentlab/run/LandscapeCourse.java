package descentlab.run;

import descentlab.experiment.PictureTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.Crew;
import descentlab.training.LandscapeSeries;
import descentlab.training.Series;
import descentlab.training.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A training on pictures of which only the loss around its paths is asked for, as rows. */
final class LandscapeCourse implements Course {

    private final TrainingExperiment experiment;
    private final PictureTask task;
    private final Course trainings;
    private final Crew crew;
    private List<LandscapeSeries> series;

    /** @param trainings of the same experiment */
    LandscapeCourse(TrainingExperiment experiment, PictureTask task, Course trainings, Crew crew) {
        this.experiment = experiment;
        this.task = task;
        this.trainings = trainings;
        this.crew = crew;
    }

    @Override
    public List<String> names() {
        return LandscapeSeries.names(trainings.names(), experiment.plan().slice());
    }

    @Override
    public RunService.Kind kind() {
        return trainings.kind();
    }

    @Override
    public CompletableFuture<?> begin() {
        return trainings.begin();
    }

    @Override
    public boolean atHand() {
        return trainings.atHand();
    }

    @Override
    public void over() {
        trainings.over();
    }

    @Override
    public long memory() {
        return trainings.memory();
    }

    /** Few. */
    @Override
    public long rows() {
        return 0;
    }

    @Override
    public Series next(List<Series> before) {
        if (series == null) {
            List<Series> made = new ArrayList<>();
            while (made.size() < trainings.size()) {
                made.add(trainings.next(made));
            }
            series = LandscapeSeries.of(
                    made.stream().map(Training.class::cast).toList(), experiment.plan(), task.network(), crew);
        }
        return series.get(before.size());
    }

    /** Nobody reads it by frames. */
    @Override
    public Object header(List<Series> all) {
        return names();
    }
}
