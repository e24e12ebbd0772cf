package descentlab.run;

import descentlab.experiment.PictureTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.Crew;
import descentlab.training.LandscapeSeries;
import descentlab.training.Series;
import descentlab.training.Training;
import java.util.ArrayList;
import java.util.List;

/** A training on pictures of which only the loss around its paths is asked for, as rows. */
final class LandscapeCourse extends BesideTrainings {

    private final TrainingExperiment experiment;
    private final PictureTask task;
    private final Crew crew;
    private List<LandscapeSeries> series;

    /** @param trainings of the same experiment */
    LandscapeCourse(TrainingExperiment experiment, PictureTask task, Course trainings, Crew crew) {
        super(trainings);
        this.experiment = experiment;
        this.task = task;
        this.crew = crew;
    }

    @Override
    public List<String> names() {
        return LandscapeSeries.names(trainings.names(), experiment.plan().slice());
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
}
