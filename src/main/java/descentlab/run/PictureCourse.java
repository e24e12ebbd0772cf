package descentlab.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import descentlab.dataset.ByteImages;
import descentlab.dataset.ImageData;
import descentlab.dataset.Pictures;
import descentlab.experiment.PictureTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.Crew;
import descentlab.model.Network;
import descentlab.model.Parameter;
import descentlab.model.ShardedNetwork;
import descentlab.optimizer.Method;
import descentlab.training.Bench;
import descentlab.training.CurvaturePortrait;
import descentlab.training.CurvatureWatch;
import descentlab.training.RateMap;
import descentlab.training.Series;
import descentlab.training.Surroundings;
import descentlab.training.TestEvaluation;
import descentlab.training.Training;
import descentlab.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/**
 * A training on pictures. Besides its rows is told what the network makes of the test pictures after each epoch, and its
 * first layer's weights as pictures at each row.
 */
final class PictureCourse implements Course {

    /** Arrays of a network's size that each optimizer's training holds, about; as many floats again are shared. */
    private static final int ARRAYS = 10;

    /** And those of a look at the curvature: a basis of as many vectors as it takes steps. */
    private static final int LOOKING = 60;

    /** And those of rates as pictures, of a network that is nearly all first layer: two of it and those that are told. */
    private static final int MAPPING = 40;

    /** And those of its way, which is taken down where the loss around it is to be drawn. */
    private static final int SNAPSHOTS = 16;

    /** Arrays that drawing it takes, once: parameters of some points at a time, and a walk to compare with. */
    private static final int DRAWING = 70;

    private static final int MISTAKES_SHOWN = 24;
    private static final int FILTERS_SHOWN = 16;

    private record Header(
            String kind,
            String data,
            String model,
            int examples,
            int epochs,
            int batch,
            List<String> classes,
            List<String> layers,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer lookedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) double[] lit,
            @JsonInclude(JsonInclude.Include.NON_NULL) String landscape,
            List<RunFrames.SeriesHeader> series) {}

    private record Detail(
            int series,
            Filters filters,
            Test test,
            PortraitDetail portrait,
            @JsonInclude(JsonInclude.Include.NON_NULL) RateMapDetail rateMap) {}

    /** Weights as gray pictures: bytes -127 to 127 times {@code scale}, one picture after the other. */
    private record Filters(int count, int side, double scale, byte[] values) {}

    private record Test(int epoch, double loss, double accuracy, int[] confusion, List<Mistake> mistakes) {}

    private record Mistake(int label, int takenFor, byte[] pixels) {}

    private final TrainingExperiment experiment;
    private final PictureTask task;
    private final Pictures pictures;
    private final Crew crew;
    private CompletableFuture<Optional<ImageData>> read;
    private ByteImages test;

    PictureCourse(TrainingExperiment experiment, PictureTask task, Pictures pictures, Crew crew) {
        this.experiment = experiment;
        this.task = task;
        this.pictures = pictures;
        this.crew = crew;
    }

    @Override
    public List<Method> runs() {
        return experiment.runs();
    }

    @Override
    public RunService.Kind kind() {
        return RunService.Kind.PICTURES;
    }

    @Override
    public CompletableFuture<?> begin() {
        read = pictures.load(task.set());
        return read.thenCompose(found -> found.map(data -> Rehearsal.of(task, data.training(), experiment.plan().curvature().on()))
                .orElse(CompletableFuture.completedFuture(null)));
    }

    @Override
    public boolean atHand() {
        return false;
    }

    @Override
    public long memory() {
        TrainingPlan plan = experiment.plan();
        int each = ARRAYS
                + (plan.curvature().on() ? LOOKING : 0)
                + (plan.rateMaps() ? MAPPING : 0)
                + (takesWay() ? SNAPSHOTS : 0);
        int drawing = (plan.slice().on() ? DRAWING : 0) + (plan.slice().other().isPresent() ? ARRAYS + SNAPSHOTS : 0);
        return bytes(each * experiment.runs().size() + drawing) + ofBatches();
    }

    /**
     * Of batches that are run whole: the one that trains, one more from another start, and, twice as large, the
     * one that is looked at by each optimizer.
     */
    private long ofBatches() {
        TrainingPlan plan = experiment.plan();
        long trains = task.network().batchBytes(Math.min(
                experiment.examples(), Math.max(plan.batch(), ShardedNetwork.STATISTICS)));
        long looks = plan.curvature().on() ? 2 * task.network().batchBytes(CurvaturePortrait.MOST_SAMPLE) : 0;
        long drawn = plan.slice().on() ? Runtime.getRuntime().availableProcessors() * task.network().batchBytes(plan.slice().pictures()) : 0;
        return (plan.slice().other().isPresent() ? 2 : 1) * trains + looks * experiment.runs().size() + drawn;
    }

    @Override
    public long left() {
        int each = ARRAYS + (experiment.plan().rateMaps() ? MAPPING : 0) + SNAPSHOTS;
        return takesWay() ? bytes(each * experiment.runs().size()) : 0;
    }

    private boolean takesWay() {
        return Surroundings.takesWay(experiment.plan(), task.network().size());
    }

    private long bytes(int arrays) {
        return Double.BYTES * (long) arrays * task.network().size();
    }

    /** Few, and the seats bound their memory. */
    @Override
    public long rows() {
        return 0;
    }

    @Override
    public Series next(List<Series> before) {
        if (!before.isEmpty()) {
            return ((Training) before.getFirst()).beside(experiment.runs().get(before.size()));
        }
        ImageData all = found();
        test = all.test();
        return new Training(
                task.network(),
                new ImageData(all.name(), all.title(), all.training().first(experiment.examples()), test),
                task.preparation(),
                experiment.runs().getFirst(),
                experiment.plan(),
                crew);
    }

    @Override
    public Optional<Series> goingOn(Series from, int index) {
        test = found().test();
        return ((Training) from)
                .goingOnBy(experiment.runs().get(index))
                .filter(training -> training.takesWay() || !experiment.plan().slice().on())
                .map(Series.class::cast);
    }

    /** The same task for a study, once the data is there. */
    Bench bench() {
        return Bench.ofPictures(task.network(), found(), experiment.examples(), task.preparation(), experiment.plan(), crew);
    }

    private ImageData found() {
        try {
            return read.join()
                    .orElseThrow(() -> new CourseException(
                            "The pictures are not on this machine. Fetch them, or train on silhouettes."));
        } catch (CompletionException e) {
            throw new CourseException("The pictures cannot be read: " + e.getCause().getMessage());
        }
    }

    @Override
    public Object header(List<Series> series) {
        return new Header(
                "training",
                task.data(),
                task.model(),
                experiment.examples(),
                experiment.plan().epochs(),
                experiment.plan().batch(),
                test.classes(),
                task.network().spans().stream().map(Network.Span::name).toList(),
                lookedAt(),
                RateMapDetail.lit((Training) series.getFirst()),
                experiment.plan().slice().on() ? experiment.plan().slice().plane().parameter() : null,
                RunFrames.SeriesHeader.of(experiment.runs(), series));
    }

    /** Over how many pictures the curvature is measured on the way; null where it is not. */
    private Integer lookedAt() {
        return experiment.plan().curvature().on()
                ? (Integer) Math.min(CurvatureWatch.sample(task.network()), experiment.examples())
                : null;
    }

    @Override
    public List<Object> details(int index, Series series, double[] fresh) {
        Training training = (Training) series;
        int stride = series.trace().stride();
        int tested = (int) IntStream.range(0, fresh.length / stride)
                .filter(row -> Double.isFinite(fresh[row * stride + Training.COLUMNS.size()]))
                .count();
        List<TestEvaluation> tests = training.tests();
        List<Object> details = new ArrayList<>();
        tests.subList(tests.size() - tested, tests.size())
                .forEach(each -> details.add(new Detail(index, null, test(each), null, null)));
        rateMaps(training, fresh).forEach(each -> details.add(new Detail(index, null, null, null, each)));
        details.add(new Detail(index, filters(training), null, null, null));
        if (training.done() == training.total()) {
            training.portrait().map(PortraitDetail::of).ifPresent(each -> details.add(new Detail(index, null, null, each, null)));
        }
        return details;
    }

    @Override
    public Optional<LandscapeSequel> sequel(List<Series> series) {
        return Surroundings.of(trainings(series), experiment.plan(), task.network(), crew)
                .map(each -> new LandscapeSequel(each, null));
    }

    @Override
    public boolean looksBack() {
        return experiment.plan().slice().on();
    }

    @Override
    public Optional<LandscapeSequel> soFar(List<Series> series, int look, int most) {
        return Surroundings.soFar(trainings(series), experiment.plan(), task.network(), crew)
                .map(each -> new LandscapeSequel(each, new LandscapeDetail.SoFar(
                        series.stream().map(one -> one.trace().rows()).toList(), List.of(look, most))));
    }

    private static List<Training> trainings(List<Series> series) {
        return series.stream().map(Training.class::cast).toList();
    }

    /** Those that are told in fresh rows. */
    private static List<RateMapDetail> rateMaps(Training training, double[] fresh) {
        List<RateMap> maps = training.rateMaps();
        int stride = training.trace().stride();
        int column = training.trace().columns().indexOf(RateMap.MARK);
        int told = column < 0
                ? 0
                : (int) IntStream.range(0, fresh.length / stride)
                        .filter(row -> Double.isFinite(fresh[row * stride + column]))
                        .count();
        return maps.subList(maps.size() - told, maps.size()).stream().map(RateMapDetail::of).toList();
    }

    private Test test(TestEvaluation evaluation) {
        List<Mistake> mistakes = IntStream.range(0, test.count())
                .filter(i -> evaluation.predicted()[i] != test.label(i))
                .limit(MISTAKES_SHOWN)
                .mapToObj(i -> new Mistake(test.label(i), evaluation.predicted()[i], test.picture(i)))
                .toList();
        return new Test(
                evaluation.epoch(), evaluation.loss(), evaluation.accuracy(), evaluation.confusion(), mistakes);
    }

    private Filters filters(Training training) {
        Parameter weight = task.network().parameters().getFirst();
        int count = Math.min(FILTERS_SHOWN, weight.shape().getFirst());
        int side = (int) Math.round(Math.sqrt(weight.fanIn()));
        double[] parameters = training.parameters();
        double largest = 0;
        for (int i = 0; i < count * side * side; i++) {
            largest = Math.max(largest, Math.abs(parameters[weight.offset() + i]));
        }
        double scale = largest / Byte.MAX_VALUE;
        byte[] values = new byte[count * side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.round(parameters[weight.offset() + i] / Math.max(scale, Double.MIN_NORMAL));
        }
        return new Filters(count, side, scale, values);
    }
}
