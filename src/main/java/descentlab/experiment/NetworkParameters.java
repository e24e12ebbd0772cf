package descentlab.experiment;

import descentlab.dataset.Preparation;
import descentlab.experiment.LinkParameter.Choice;
import descentlab.experiment.LinkParameter.Count;
import descentlab.experiment.LinkParameter.Flag;
import descentlab.experiment.LinkParameter.Text;
import descentlab.landscape.PlaneKind;
import descentlab.landscape.SlicePlan;
import descentlab.model.Activation;
import descentlab.model.Architecture;
import descentlab.model.Loss;
import descentlab.model.Network;
import descentlab.model.Norm;
import descentlab.model.Perceptron;
import descentlab.training.CurvatureWatch;
import descentlab.training.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a link says of a network beside its name: how a perceptron is built, and what is measured beside. */
final class NetworkParameters {

    private static final String NO_CURVATURE = "none";
    private static final String EDGE = "edge";
    private static final String SPECTRUM = "spectrum";
    private static final int MOST_BETWEEN_LOOKS = 100_000;
    private static final int MOST_SEED = 999_999;
    private static final int NO_SEED = -1;
    private static final String ONLY_WITH_LANDSCAPE = "only with landscape=path, ends or random";
    private static final Pattern UNITS = Pattern.compile(" *\\d{1,3} *(, *\\d{1,3} *){0,3}");
    private static final Text HIDDEN_LAYERS = new Text(
            "1 to " + Perceptron.MOST_LAYERS + " whole numbers from 1 to " + Perceptron.MOST_UNITS + ", as in 32,32",
            "32,32");

    private static final LinkParameter<TrainingExperiment, String> HIDDEN = usuallyLeftOut(new LinkParameter<>(
            "hidden",
            "Hidden units",
            "units of each hidden layer of a perceptron (mlp)",
            HIDDEN_LAYERS,
            write(Perceptron.USUAL.hidden()),
            e -> perceptron(e).map(p -> write(p.hidden())).orElse(null)));

    private static final LinkParameter<TrainingExperiment, Activation> ACTIVATION = usuallyLeftOut(new LinkParameter<>(
            "activation",
            "Activation",
            "of model=mlp: what a hidden unit makes of its sum",
            Choice.of(
                    List.of(Activation.RELU, Activation.TANH, Activation.SIGMOID),
                    Activation::parameter,
                    Activation::title),
            Perceptron.USUAL.activation(),
            e -> perceptron(e).map(Perceptron::activation).orElse(null)));

    private static final LinkParameter<TrainingExperiment, Norm> NORM = usuallyLeftOut(new LinkParameter<>(
            "norm",
            "Normalize sums",
            "of model=mlp: whether the sums of hidden units are normalized over the batch before their activation (batch"
                    + " normalization); then each batch has 2 pictures or more",
            Choice.of(List.of(Norm.values()), Norm::parameter, Norm::title),
            Perceptron.USUAL.norm(),
            e -> perceptron(e).map(Perceptron::norm).orElse(null)));

    private static final LinkParameter<TrainingExperiment, Loss> LOSS = usuallyLeftOut(new LinkParameter<>(
            "loss",
            "Loss",
            "of model=mlp: cross-entropy, or half the squared error summed over the scores",
            Choice.of(List.of(Loss.values()), Loss::parameter, Loss::title),
            Perceptron.USUAL.loss(),
            e -> perceptron(e).map(Perceptron::loss).orElse(null)));

    private static final LinkParameter<TrainingExperiment, Boolean> HALVED = usuallyLeftOut(new LinkParameter<>(
            "halved",
            "Half as wide and high",
            "of model=mlp: whether each 2x2 square of a picture becomes one pixel",
            new Flag(),
            false,
            e -> perceptron(e).map(any -> preparation(e).halved()).orElse(null)));

    private static final LinkParameter<TrainingExperiment, Boolean> CENTERED = usuallyLeftOut(new LinkParameter<>(
            "centered",
            "Less the mean picture",
            "of model=mlp: whether each pixel's mean over the training pictures is taken away",
            new Flag(),
            false,
            e -> perceptron(e).map(any -> preparation(e).centered()).orElse(null)));

    private static final LinkParameter<TrainingExperiment, String> CURVATURE = usuallyLeftOut(new LinkParameter<>(
            "curvature",
            "Curvature",
            "of pictures: whether the largest eigenvalues of the loss's Hessian are measured on the way, and with spectrum all of"
                    + " it at the end",
            Choice.of(
                    List.of(NO_CURVATURE, EDGE, SPECTRUM),
                    name -> name,
                    name -> switch (name) {
                        case EDGE -> "largest eigenvalues";
                        case SPECTRUM -> "and the spectrum at the end";
                        default -> "not measured";
                    }),
            NO_CURVATURE,
            e -> e.onPictures() ? name(e.plan().curvature()) : null));

    private static final LinkParameter<TrainingExperiment, Integer> LOOKS = new LinkParameter<>(
            "looks",
            "Look every",
            "with curvature: steps between two looks, whatever they cost; without it 50, or more where that would take over a"
                    + " quarter of the training's work",
            new Count(1, MOST_BETWEEN_LOOKS),
            null,
            e -> e.plan().curvature().every() == 0 ? null : (Integer) e.plan().curvature().every());

    private static final LinkParameter<TrainingExperiment, Boolean> RATE_MAPS = usuallyLeftOut(new LinkParameter<>(
            "ratemaps",
            "Rates as pictures",
            "of pictures: whether the effective learning rates of the first layer's weights are taken down as pictures, some 24 times",
            new Flag(),
            false,
            e -> e.onPictures() ? (Boolean) e.plan().rateMaps() : null));

    private static final LinkParameter<TrainingExperiment, PlaneKind> LANDSCAPE = usuallyLeftOut(new LinkParameter<>(
            "landscape",
            "Landscape",
            "of pictures: in which plane the loss around the optimizers' paths is drawn at the end: that of the paths' main directions,"
                    + " one through their ends, or random directions",
            Choice.of(List.of(PlaneKind.values()), PlaneKind::parameter, PlaneKind::title),
            PlaneKind.NONE,
            e -> e.onPictures() ? e.plan().slice().plane() : null));

    private static final LinkParameter<TrainingExperiment, Integer> SLICE = usuallyLeftOut(new LinkParameter<>(
            "slice",
            "Mean over",
            "with landscape: of how many of the first pictures its loss is the mean",
            new Count(1, SlicePlan.MOST),
            SlicePlan.USUAL,
            e -> e.plan().slice().on() ? (Integer) e.plan().slice().pictures() : null));

    private static final LinkParameter<TrainingExperiment, Integer> OTHER_SEED = new LinkParameter<>(
            "otherseed",
            "Another start",
            "with landscape: seed of another start, from which the first optimizer trains once more; the loss is drawn on the line"
                    + " between both nets",
            new Count(0, MOST_SEED),
            null,
            e -> e.plan().slice().other().isPresent() ? (Integer) (int) e.plan().slice().other().getAsLong() : null);

    /** How a perceptron is built. */
    static final List<LinkParameter<TrainingExperiment, ?>> OF_PERCEPTRON =
            List.of(HIDDEN, ACTIVATION, NORM, LOSS, HALVED, CENTERED);

    /** What is measured of any network. */
    static final List<LinkParameter<TrainingExperiment, ?>> MEASURED = List.of(CURVATURE, LOOKS, RATE_MAPS, LANDSCAPE, SLICE, OTHER_SEED);

    /** All of them. */
    static final List<LinkParameter<TrainingExperiment, ?>> ALL =
            Stream.concat(OF_PERCEPTRON.stream(), MEASURED.stream()).toList();

    private NetworkParameters() {}

    /** The task as a link says it, of which this is the network's name. */
    static PictureTask read(PictureTask named, QueryReader query) {
        if (named.architecture() != Architecture.MLP) {
            return named;
        }
        return new PictureTask(
                named.set(),
                named.architecture(),
                new Perceptron(hidden(query), ACTIVATION.read(query), NORM.read(query), LOSS.read(query)),
                new Preparation(HALVED.read(query), CENTERED.read(query)));
    }

    private static List<Integer> hidden(QueryReader query) {
        String text = HIDDEN.read(query);
        if (UNITS.matcher(text).matches()) {
            List<Integer> units = Arrays.stream(text.split(",")).map(String::strip).map(Integer::valueOf).toList();
            if (units.stream().allMatch(each -> each >= 1 && each <= Perceptron.MOST_UNITS)) {
                return units;
            }
        }
        query.problem("hidden", text, HIDDEN_LAYERS.allowed());
        return Perceptron.USUAL.hidden();
    }

    /** Whether a batch would be of one picture, of which a norm leaves nothing: its sums are their own mean. */
    static boolean leavesOneAlone(Network network, int examples, int batch) {
        return network.normed() && (batch == 1 || examples % batch == 1);
    }

    /** What a link to a training on pictures says of looks at the curvature. */
    static CurvatureWatch readWatch(QueryReader query) {
        String kind = CURVATURE.read(query);
        int every = LOOKS.read(query, 0);
        if (kind.equals(NO_CURVATURE)) {
            if (every > 0) {
                query.problem("looks", String.valueOf(every), "looks only with curvature=edge or spectrum");
            }
            return CurvatureWatch.NONE;
        }
        return new CurvatureWatch(true, every, kind.equals(SPECTRUM));
    }

    /** Whether a link to a training on pictures asks for its rates as pictures. */
    static boolean readRateMaps(QueryReader query) {
        return RATE_MAPS.read(query);
    }

    /** What a link to a training on pictures says of the loss around the paths. */
    static SlicePlan readSlice(QueryReader query) {
        PlaneKind plane = LANDSCAPE.read(query);
        int pictures = SLICE.read(query);
        int other = OTHER_SEED.read(query, NO_SEED);
        if (plane == PlaneKind.NONE && pictures != SlicePlan.USUAL) {
            query.problem(SLICE.name(), String.valueOf(pictures), ONLY_WITH_LANDSCAPE);
        }
        if (plane == PlaneKind.NONE && other != NO_SEED) {
            query.problem(OTHER_SEED.name(), String.valueOf(other), ONLY_WITH_LANDSCAPE);
        }
        return plane == PlaneKind.NONE
                ? SlicePlan.NONE
                : new SlicePlan(plane, pictures, other == NO_SEED ? OptionalLong.empty() : OptionalLong.of(other));
    }

    /** An experiment without what cannot stay once a parameter holds something else. */
    static TrainingExperiment before(TrainingExperiment experiment, String parameter, String text) {
        CurvatureWatch watch = experiment.plan().curvature();
        boolean looks = parameter.equals(CURVATURE.name()) && text.equals(NO_CURVATURE)
                || parameter.equals(LOOKS.name()) && text.isBlank();
        boolean slice = parameter.equals(LANDSCAPE.name()) && text.equals(PlaneKind.NONE.parameter())
                || parameter.equals(SLICE.name()) && text.isBlank();
        boolean other = parameter.equals(LANDSCAPE.name()) && text.equals(PlaneKind.NONE.parameter())
                || parameter.equals(OTHER_SEED.name()) && text.isBlank();
        Task task = parameter.equals("model") && experiment.task() instanceof PictureTask built
                ? new PictureTask(built.set(), built.architecture())
                : experiment.task();
        TrainingPlan plan = experiment.plan();
        plan = looks ? plan.with(new CurvatureWatch(watch.on(), 0, watch.portrait())) : plan;
        SlicePlan drawn = plan.slice();
        plan = slice || other
                ? plan.with(new SlicePlan(
                        drawn.plane(), slice ? SlicePlan.USUAL : drawn.pictures(), other ? OptionalLong.empty() : drawn.other()))
                : plan;
        return new TrainingExperiment(task, experiment.examples(), plan, experiment.runs());
    }

    /** Whether it is a field that may be emptied: then it holds what it usually does. */
    static boolean mayBeEmptied(String parameter) {
        return parameter.equals(LOOKS.name()) || parameter.equals(SLICE.name()) || parameter.equals(OTHER_SEED.name());
    }

    private static String name(CurvatureWatch watch) {
        return watch.portrait() ? SPECTRUM : watch.on() ? EDGE : NO_CURVATURE;
    }

    private static Optional<Perceptron> perceptron(TrainingExperiment experiment) {
        return TrainingExperiment.isPerceptron(experiment.task())
                ? Optional.of(((PictureTask) experiment.task()).perceptron())
                : Optional.empty();
    }

    private static Preparation preparation(TrainingExperiment experiment) {
        return ((PictureTask) experiment.task()).preparation();
    }

    private static String write(List<Integer> units) {
        return units.stream().map(String::valueOf).collect(Collectors.joining(","));
    }


    /** Left out of links where it is as usual. */
    private static <T> LinkParameter<TrainingExperiment, T> usuallyLeftOut(
            LinkParameter<TrainingExperiment, T> parameter) {
        Function<? super TrainingExperiment, T> value = parameter.value();
        Predicate<TrainingExperiment> usual = e -> parameter.initial().equals(value.apply(e));
        return parameter.omittedWhere(usual);
    }
}
