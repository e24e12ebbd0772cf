package descentlab.experiment;

import descentlab.experiment.LinkParameter.Choice;
import descentlab.experiment.LinkParameter.Count;
import descentlab.experiment.LinkParameter.Real;
import descentlab.tuning.RangeCurve;
import descentlab.tuning.RateSearch;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a link says of how a rate is looked for beside a training. */
final class SearchParameters {

    private static final double LEAST_RATE = 1e-12;
    static final double MOST_RATE = 1e6;
    private static final int MOST_BATCHES = 1000;
    private static final int MOST_TRIALS = 41;

    /** Examples that an optimizer may see for it, some seconds of a core on LeNet. */
    private static final long MOST_SEEN = 2_000_000;

    private static final LinkParameter<TrainingExperiment, RateSearch.Kind> SEARCH = new LinkParameter<TrainingExperiment, RateSearch.Kind>(
                    "search",
                    "Look for a rate",
                    "how good learning rates are looked for beside the training: by a range test, one short training whose rate grows from"
                            + " batch to batch, or by a sweep of short trainings, each at its rate",
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
            "with search=sweep: how many rates, even on a logarithmic scale",
            new Count(2, MOST_TRIALS),
            RateSearch.NONE.trials(),
            RateSearch::trials);

    /** The way. */
    static final List<LinkParameter<TrainingExperiment, ?>> KIND = List.of(SEARCH);

    /** What both ways need. */
    static final List<LinkParameter<TrainingExperiment, ?>> RANGE = List.of(FROM, TO, BATCHES);

    /** What a sweep needs besides. */
    static final List<LinkParameter<TrainingExperiment, ?>> OF_SWEEP = List.of(TRIALS);

    /** All of them, in their order. */
    static final List<LinkParameter<TrainingExperiment, ?>> ALL =
            Stream.of(KIND, RANGE, OF_SWEEP).flatMap(List::stream).toList();

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
        };
    }

    /** @param batch examples in a batch */
    static RateSearch read(QueryReader query, int batch) {
        RateSearch.Kind kind = SEARCH.read(query);
        double from = FROM.read(query);
        double to = TO.read(query);
        int batches = BATCHES.read(query);
        int trials = TRIALS.read(query);
        if (kind == RateSearch.Kind.NONE) {
            ALL.stream().skip(1).map(LinkParameter::name).filter(query::has).forEach(name ->
                    query.problem(name, query.text(name).orElse(""), "only with search=test or sweep"));
            return RateSearch.NONE;
        }
        if (from >= to) {
            query.problem(TO.name(), TO.kind().write(to), "a largest rate above the least one, which is " + FROM.kind().write(from));
            return new RateSearch(kind, RateSearch.NONE.from(), RateSearch.NONE.to(), batches, trials);
        }
        RateSearch search = new RateSearch(kind, from, to, batches, trials);
        if (search.allBatches() * batch > MOST_SEEN) {
            query.tooMuch(
                    BATCHES.name(),
                    String.valueOf(batches),
                    "at most " + MOST_SEEN + " examples seen by each optimizer; these are " + search.allBatches() * batch);
        }
        return search;
    }

    /** A plan without what cannot stay once a parameter holds something else. */
    static TrainingExperiment before(TrainingExperiment experiment, String parameter, String text) {
        return parameter.equals(SEARCH.name()) && text.equals(RateSearch.Kind.NONE.parameter()) && experiment.plan().search().on()
                ? experiment.withPlan(experiment.plan().with(RateSearch.NONE))
                : experiment;
    }
}
