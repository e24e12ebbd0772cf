package descentlab.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import descentlab.dataset.DataSheet;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.Task;
import descentlab.experiment.Tasks;
import descentlab.experiment.TrainingExperiment;
import descentlab.notation.Decimal;
import descentlab.objective.NamedObjective;
import descentlab.objective.Objectives;
import descentlab.objective.Point;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.RuleForms;
import descentlab.optimizer.RuleOptimizer;
import descentlab.optimizer.Schedules;
import descentlab.rule.Rule;
import java.util.List;
import java.util.stream.IntStream;

/** What there is to choose from, as the declarations themselves say it. Written once; it never changes while a server runs. */
final class Catalogue {

    /**
     * A key of an optimizer's spec, or an argument of a schedule.
     *
     * @param type number, whole or flag
     * @param initial as in links
     * @param mostAllowed false where the value has to stay below {@code most}
     */
    record Key(
            String name,
            String type,
            @JsonProperty("default") String initial,
            double least,
            double most,
            boolean mostAllowed) {

        static Key of(OptimizerKind.Key key, boolean whole) {
            return new Key(
                    key.name(),
                    key.flag() ? "flag" : whole ? "whole" : "number",
                    key.flag() ? String.valueOf(key.initial() != 0) : Decimal.write(key.initial()),
                    key.flag() ? 0 : key.least(),
                    key.flag() ? 1 : key.most(),
                    key.flag() || !key.below());
        }
    }

    /**
     * An optimizer.
     *
     * @param family textbook or torch
     * @param secondOrder whether it asks for the Hessian, so that it runs only where there is one
     * @param keys of its spec, beside {@code schedule}, which all have
     */
    record OptimizerEntry(
            String name, String title, String family, String formula, boolean secondOrder, List<Key> keys) {

        static OptimizerEntry of(OptimizerKind kind) {
            return new OptimizerEntry(
                    kind.name(),
                    kind.title(),
                    kind.torch() ? "torch" : "textbook",
                    kind.formula(),
                    kind.secondOrder(),
                    kind.keys().stream().map(key -> Key.of(key, false)).toList());
        }
    }

    /**
     * A schedule.
     *
     * @param usage how it is written, with its defaults
     * @param arguments in their order
     */
    record ScheduleEntry(String name, String usage, List<Key> arguments) {

        static ScheduleEntry of(Schedules.Form form) {
            return new ScheduleEntry(
                    form.name(),
                    form.usage(),
                    IntStream.range(0, form.keys().size())
                            .mapToObj(i -> Key.of(form.keys().get(i), form.whole(i)))
                            .toList());
        }
    }

    /**
     * The optimizer that is a rule of one's own.
     *
     * @param example a run
     * @param names what is always there: the point, its gradient, the number of the step, the rate
     */
    record RuleEntry(
            String name,
            String usage,
            String example,
            List<String> names,
            List<String> functions,
            int longest,
            int mostStates,
            int mostParameters) {}

    /** Optimizers and schedules, and how a run is written. */
    record OptimizerList(
            String usage, List<OptimizerEntry> optimizers, RuleEntry rule, List<ScheduleEntry> schedules) {}

    /**
     * An objective.
     *
     * @param formula in TeX
     * @param start where a race on it usually starts
     * @param window what is shown of it first: x1 from, to, x2 from, to
     * @param minima where they are known
     */
    record ObjectiveEntry(
            String name,
            String title,
            String formula,
            double[] start,
            double[] window,
            List<double[]> minima,
            String note) {

        static ObjectiveEntry of(NamedObjective objective) {
            return new ObjectiveEntry(
                    objective.name(),
                    objective.title(),
                    objective.formula(),
                    pair(objective.start()),
                    new double[] {
                        objective.window().x1Min(),
                        objective.window().x1Max(),
                        objective.window().x2Min(),
                        objective.window().x2Max()
                    },
                    objective.minima().stream().map(ObjectiveEntry::pair).toList(),
                    objective.note());
        }

        private static double[] pair(Point point) {
            return new double[] {point.x1(), point.x2()};
        }
    }

    /** Objectives, and the parameters of a race. */
    record ObjectiveList(List<ObjectiveEntry> objectives, List<DeclaredParameter> parameters, int mostRuns) {}

    /**
     * A model that can be fitted to a data set, and what a training of it takes where a link does not say.
     *
     * @param loss in TeX
     */
    record ModelEntry(
            String name,
            String title,
            String loss,
            int batch,
            int mostBatch,
            int epochs,
            int mostEpochs,
            int mostRuns) {

        static ModelEntry of(Task task) {
            Task.Size size = task.size();
            return new ModelEntry(
                    task.model(),
                    task.title(),
                    task.loss(),
                    size.batch(),
                    Math.min(size.mostBatch(), task.examples()),
                    size.epochs(),
                    size.mostEpochs(),
                    size.mostRuns());
        }
    }

    /**
     * A data set.
     *
     * @param examples to train on
     * @param every how many of them lie between two rows of a curve, usually
     * @param models the first is taken where a link names none
     */
    record DataEntry(
            String name,
            String title,
            boolean synthetic,
            String about,
            String rows,
            String origin,
            String licence,
            int examples,
            int every,
            List<ModelEntry> models) {

        static DataEntry of(DataSheet sheet) {
            List<Task> tasks = Tasks.ALL.stream().filter(task -> task.sheet().equals(sheet)).toList();
            Task first = tasks.getFirst();
            return new DataEntry(
                    sheet.name(),
                    sheet.title(),
                    sheet.synthetic(),
                    sheet.about(),
                    sheet.rows(),
                    sheet.origin(),
                    sheet.licence(),
                    first.examples(),
                    first.every(first.examples()),
                    tasks.stream().map(ModelEntry::of).toList());
        }
    }

    /** Data sets, and the parameters of a training. */
    record DataList(List<DataEntry> data, List<DeclaredParameter> parameters) {}

    static final OptimizerList OPTIMIZERS = new OptimizerList(
            "name(key=value,...), and schedule=NAME(argument,...) among the keys of any",
            Optimizers.all().stream().map(OptimizerEntry::of).toList(),
            new RuleEntry(
                    RuleOptimizer.NAME,
                    "rule(lr=RATE,PARAMETER=NUMBER,...,do=NAME=EXPRESSION;...;x=EXPRESSION), and single=true for single precision;"
                            + " a name that is read before it is assigned is remembered from step to step, from 0",
                    OptimizerSpec.print(RuleForms.EXAMPLE),
                    List.of("x", "g", "t", "lr", "pi", "e"),
                    Rule.functions(),
                    Rule.LONGEST,
                    Rule.MOST_STATES,
                    Rule.MOST_PARAMETERS),
            Schedules.all().stream().map(ScheduleEntry::of).toList());

    static final ObjectiveList OBJECTIVES = new ObjectiveList(
            Objectives.all().stream().map(ObjectiveEntry::of).toList(),
            DeclaredParameter.all(SurfaceExperiment.PARAMETERS),
            SurfaceExperiment.MOST_RUNS);

    static final DataList DATA = new DataList(
            Tasks.SHEETS.stream().map(DataEntry::of).toList(),
            DeclaredParameter.all(TrainingExperiment.PARAMETERS));

    private Catalogue() {}
}
