package descentlab.experiment;

import descentlab.experiment.LinkParameter.Choice;
import descentlab.experiment.LinkParameter.Count;
import descentlab.experiment.LinkParameter.Real;
import descentlab.notation.Decimal;
import descentlab.optimizer.MethodSpec;
import descentlab.tuning.RangeCurve;
import descentlab.tuning.RateSearch;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a link says of how a rate is looked for beside a training. */
final class SearchParameters {

    private static final double LEAST_RATE = 1e-12;
    static final double MOST_RATE = 1e6;
    private static final int MOST_BATCHES = 1000;
    private static final int MOST_TRIALS = 41;

    /** Examples that all optimizers together may see in tests or sweeps: a minute or two of a core on LeNet. */
    private static final long MOST_SEEN = 4_000_000;

    /** The same of a study. */
    private static final long MOST_PICTURES = 2_000_000;

    private static final long MOST_EXAMPLES = 20_000_000;

    /** So that rates of the widest range can be. */
    private static final double MOST_USUAL = 100;

    private static final LinkParameter<TrainingExperiment, RateSearch.Kind> SEARCH = new LinkParameter<TrainingExperiment, RateSearch.Kind>(
                    "search",
                    "Look for a rate",
                    "how good learning rates are looked for beside the training: by a range test, one short training whose rate grows from"
                            + " batch to batch, or by a sweep of short trainings, each at its rate; or by a study, which compares the optimizers fairly by"
                            + " whole trainings at random rates",
                    Choice.of(List.of(RateSearch.Kind.values()), RateSearch.Kind::parameter, SearchParameters::title),
                    RateSearch.NONE.kind(),
                    e -> e.plan().search().kind())
            .omittedWhere(e -> !e.plan().search().on());

    private static final LinkParameter<TrainingExperiment, Double> FROM = part(
            "from", "Rates from", "with search: the least rate", new Real(LEAST_RATE, MOST_RATE), RateSearch.NONE.from(), RateSearch::from);

    private static final LinkParameter<TrainingExperiment, Double> TO = part(
            "to", "Rates to", "with search: the largest rate", new Real(LEAST_RATE, MOST_RATE), RateSearch.NONE.to(), RateSearch::to);

    private static final LinkParameter<TrainingExperiment, Integer> BATCHES = part(
            "batches",
            "Batches",
            "with search: how many a range test has, and each training of a sweep",
            new Count(RangeCurve.LEAST_BATCHES, MOST_BATCHES),
            RateSearch.NONE.batches(),
            RateSearch::batches);

    private static final LinkParameter<TrainingExperiment, Integer> TRIALS = part(
            "trials",
            "Rates tried",
            "with search=sweep: how many rates, even on a logarithmic scale; with search=study: how many for each optimizer, at random",
            new Count(2, MOST_TRIALS),
            RateSearch.NONE.trials(),
            RateSearch::trials);

    private static final LinkParameter<TrainingExperiment, Double> DECADES = part(
            "decades",
            "Decades",
            "with search=study: width of each optimizer's range of rates, with the rate that it has in the middle",
            new Real(0.1, 8),
            RateSearch.NONE.decades(),
            RateSearch::decades);

    /** The way. */
    static final List<LinkParameter<TrainingExperiment, ?>> KIND = List.of(SEARCH);

    /** What both ways need. */
    static final List<LinkParameter<TrainingExperiment, ?>> RANGE = List.of(FROM, TO, BATCHES);

    /** What a sweep needs besides, and a study. */
    static final List<LinkParameter<TrainingExperiment, ?>> OF_SWEEP = List.of(TRIALS);

    /** What only a study needs. */
    static final List<LinkParameter<TrainingExperiment, ?>> OF_STUDY = List.of(DECADES);

    /** All of them, in their order. */
    static final List<LinkParameter<TrainingExperiment, ?>> ALL =
            Stream.of(KIND, RANGE, OF_SWEEP, OF_STUDY).flatMap(List::stream).toList();

    private SearchParameters() {}

    private static <T> LinkParameter<TrainingExperiment, T> part(
            String name, String label, String help, LinkParameter.Kind<T> kind, T initial, Function<RateSearch, T> value) {
        return new LinkParameter<TrainingExperiment, T>(name, label, help, kind, initial, e -> value.apply(e.plan().search()))
                .omittedWhere(e -> initial.equals(value.apply(e.plan().search())));
    }

    private static String title(RateSearch.Kind kind) {
        return switch (kind) {
            case NONE -> "no";
            case TEST -> "range test";
            case SWEEP -> "sweep of short trainings";
            case STUDY -> "fair study";
        };
    }

    static RateSearch read(QueryReader query) {
        RateSearch.Kind kind = SEARCH.read(query);
        double from = FROM.read(query);
        double to = TO.read(query);
        int batches = BATCHES.read(query);
        int trials = TRIALS.read(query);
        double decades = DECADES.read(query);
        if (kind == RateSearch.Kind.NONE) {
            ALL.stream().skip(1).map(LinkParameter::name).filter(query::has).forEach(name ->
                    query.problem(name, query.text(name).orElse(""), "only with search=test, sweep or study"));
            return RateSearch.NONE;
        }
        if (from >= to) {
            query.problem(TO.name(), TO.kind().write(to), "a largest rate above the least one, which is " + FROM.kind().write(from));
            return new RateSearch(kind, RateSearch.NONE.from(), RateSearch.NONE.to(), batches, trials, decades);
        }
        return new RateSearch(kind, from, to, batches, trials, decades);
    }

    /** What is too much of a search, or cannot be, for an optimizer that is searched for; empty where all of it can be done. */
    static Optional<Problem> refusal(TrainingExperiment training) {
        RateSearch search = training.plan().search();
        if (search.kind() == RateSearch.Kind.STUDY) {
            long most = training.onPictures() ? MOST_PICTURES : MOST_EXAMPLES;
            return training.runs().stream()
                    .filter(run -> !(run.first().lr() > 0 && run.first().lr() <= MOST_USUAL))
                    .findFirst()
                    .map(run -> new Problem(
                            "run", MethodSpec.print(run), "a rate above 0 and up to " + Decimal.write(MOST_USUAL) + ", about which others are tried", false))
                    .or(() -> tooMuch(TRIALS, search.trials(), search.trials() * training.seen(), most));
        }
        long seen = search.allBatches() * training.plan().batch() * training.runs().size();
        return tooMuch(BATCHES, search.batches(), seen, MOST_SEEN);
    }

    private static Optional<Problem> tooMuch(LinkParameter<TrainingExperiment, Integer> parameter, int value, long seen, long most) {
        return seen <= most
                ? Optional.empty()
                : Optional.of(new Problem(
                        parameter.name(), String.valueOf(value), "at most " + most + " examples seen for all optimizers; these are " + seen, true));
    }

    /** A plan without what cannot stay once a parameter holds something else. */
    static TrainingExperiment before(TrainingExperiment experiment, String parameter, String text) {
        return parameter.equals(SEARCH.name()) && text.equals(RateSearch.Kind.NONE.parameter()) && experiment.plan().search().on()
                ? experiment.withPlan(experiment.plan().with(RateSearch.NONE))
                : experiment;
    }
}
