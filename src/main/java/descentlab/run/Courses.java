package descentlab.run;

import descentlab.dataset.Pictures;
import descentlab.experiment.Experiment;
import descentlab.experiment.OwnTask;
import descentlab.experiment.PictureTask;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TableTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.Crew;
import descentlab.tuning.RateSearch;
import java.util.concurrent.CompletableFuture;

/** What each kind of experiment is computed as. */
final class Courses {

    private final Pictures pictures;
    private final OwnTables own;
    private final Crew crew = Crew.ofAllCores();

    Courses(Pictures pictures, OwnTables own) {
        this.pictures = pictures;
        this.own = own;
    }

    /** Somebody's own data as a training on it has it. */
    CompletableFuture<OwnTables.Lent> shaped(OwnTask task) {
        return own.shaped(task.key(), task.shaping(), data -> 0);
    }

    /** The loss around the paths of a training on pictures, as rows. */
    Course landscape(TrainingExperiment training, PictureTask task) {
        return new LandscapeCourse(training, task, new PictureCourse(training, task, pictures, crew), crew);
    }

    /** The search of rates beside a training, as rows. */
    Course rates(TrainingExperiment training) {
        TrainingExperiment alone = training.withPlan(training.plan().alone());
        return training.plan().search().kind() == RateSearch.Kind.STUDY
                ? study(training, alone)
                : new RateCourse(of(alone), training.plan().search());
    }

    private Course study(TrainingExperiment training, TrainingExperiment alone) {
        return switch (training.task()) {
            case TableTask task -> {
                TableCourse course = new TableCourse(alone, task);
                yield new StudyCourse(training, course, course::bench);
            }
            case OwnTask task -> {
                OwnCourse course = new OwnCourse(alone, task, own);
                yield new StudyCourse(training, course, course::bench);
            }
            case PictureTask task -> {
                PictureCourse course = new PictureCourse(alone, task, pictures, crew);
                yield new StudyCourse(training, course, course::bench);
            }
        };
    }

    /** @throws IllegalArgumentException if nothing of it takes long enough to be a run, as of a matrix */
    Course of(Experiment experiment) {
        return switch (experiment) {
            case SurfaceExperiment race -> new RaceCourse(race);
            case TrainingExperiment training -> switch (training.task()) {
                case TableTask task -> new TableCourse(training, task);
                case OwnTask task -> new OwnCourse(training, task, own);
                case PictureTask task -> new PictureCourse(training, task, pictures, crew);
            };
            case SpectrumExperiment matrix ->
                throw new IllegalArgumentException("nothing runs of " + matrix.query());
        };
    }
}
