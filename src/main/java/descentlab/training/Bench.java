package descentlab.training;

import descentlab.dataset.ByteImages;
import descentlab.dataset.ImageData;
import descentlab.dataset.Preparation;
import descentlab.dataset.ShapedData;
import descentlab.model.Crew;
import descentlab.model.DataFit;
import descentlab.model.EmpiricalRisk;
import descentlab.model.Measure;
import descentlab.model.Network;
import descentlab.model.RiskOfRows;
import descentlab.optimizer.Method;
import descentlab.random.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * A task on which trials are compared: examples to train on, others that are held out to choose by, and again others to test what was chosen.
 * None is in two of the three.
 *
 * @param trial a training about to start, whose rows tell what it makes of the examples held out
 * @param tested a training of no steps, whose only row tells what it makes of those that test
 * @param epochs times through the examples that train
 * @param trained how many these are
 * @param heldOut how many are held out
 * @param tests how many test
 * @param loss column of the loss, of those held out or those that test
 * @param accuracy column of the share of them that is told right; -1 where there are no classes
 */
public record Bench(
        Function<Method, Training> trial,
        Function<Method, Training> tested,
        int epochs,
        int trained,
        int heldOut,
        int tests,
        int loss,
        int accuracy) {

    /** Pictures that are held out of so many or more; of fewer a tenth is. */
    private static final int HELD_OUT = 10_000;

    private static final int MANY = 60_000;
    private static final int TENTH = 10;
    private static final int FEWEST = 10;

    /** Where the columns beside those of every training begin. */
    private static final int FIRST = Training.COLUMNS.size();

    /** How many of so many pictures are held out. */
    public static int heldOutOf(int pictures) {
        return pictures >= MANY ? HELD_OUT : pictures / TENTH;
    }

    /**
     * A network on pictures: the last ones are held out, the test pictures test.
     *
     * @param examples how many of the first train, as far as they are not held out
     */
    public static Bench ofPictures(
            Network network, ImageData all, int examples, Preparation preparation, TrainingPlan plan, Crew crew) {
        int held = heldOutOf(all.training().count());
        ByteImages training = all.training().first(Math.min(examples, all.training().count() - held));
        ByteImages chosenBy = all.training().last(held);
        return new Bench(
                method -> new Training(
                        network, new ImageData(all.name(), all.title(), training, chosenBy), preparation, method, plan.through(plan.epochs()), crew),
                method -> new Training(
                        network, new ImageData(all.name(), all.title(), training, all.test()), preparation, method, plan.through(0), crew),
                plan.epochs(),
                training.count(),
                held,
                all.test().count(),
                FIRST,
                FIRST + 1);
    }

    /** A model of a table, of whose rows a random tenth is held out and another one tests. */
    public static Bench ofTable(EmpiricalRisk risk, TrainingPlan plan) {
        int[] rows = shuffled(all(risk.examples()), plan.seed());
        int part = part(rows.length);
        EmpiricalRisk training = new RiskOfRows(risk, Arrays.copyOfRange(rows, 2 * part, rows.length));
        return new Bench(
                method -> new Training(training, lossOf(risk, rows, 0, part), method, plan.through(plan.epochs())),
                method -> new Training(training, lossOf(risk, rows, part, 2 * part), method, plan.through(0)),
                plan.epochs(),
                training.examples(),
                part,
                part,
                FIRST,
                -1);
    }

    /** A model of somebody's own data: a random tenth of what trains is held out; where nothing tests, another one does. */
    public static Bench ofData(DataFit fit, TrainingPlan plan) {
        ShapedData data = fit.data();
        int[] rows = shuffled(data.training(), plan.seed());
        int part = part(rows.length);
        boolean tested = data.test().length > 0;
        int[] training = Arrays.copyOfRange(rows, tested ? part : 2 * part, rows.length);
        int[] test = tested ? data.test() : Arrays.copyOfRange(rows, part, 2 * part);
        return new Bench(
                method -> new Training(
                        with(fit, training, Arrays.copyOf(rows, part)), method, plan.through(plan.epochs())),
                method -> new Training(with(fit, training, test), method, plan.through(0)),
                plan.epochs(),
                training.length,
                part,
                test.length,
                FIRST,
                fit.loss().ofClasses() ? FIRST + 1 : -1);
    }

    private static DataFit with(DataFit fit, int[] training, int[] test) {
        ShapedData data = fit.data();
        return new DataFit(
                new ShapedData(
                        data.table(), training, test, data.available(), data.features(), data.scales(), data.classes(), data.mean(), data.deviation(), data.told()),
                fit.loss(),
                fit.hidden(),
                fit.penalty());
    }

    private static int part(int rows) {
        if (rows < FEWEST) {
            throw new IllegalArgumentException("of " + rows + " examples none can be held out; there have to be " + FEWEST);
        }
        return rows / TENTH;
    }

    private static int[] all(int count) {
        int[] rows = new int[count];
        Arrays.setAll(rows, i -> i);
        return rows;
    }

    /** Fisher and Yates, as Durstenfeld has it. */
    private static int[] shuffled(int[] rows, long seed) {
        int[] order = rows.clone();
        Random random = SeededRandom.SPLIT.generator(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    private static Measure lossOf(EmpiricalRisk risk, int[] rows, int from, int to) {
        EmpiricalRisk some = new RiskOfRows(risk, Arrays.copyOfRange(rows, from, to));
        return new Measure() {
            @Override
            public List<String> names() {
                return List.of("heldOut");
            }

            @Override
            public void take(double[] w, double[] into, int offset) {
                into[offset] = some.loss(w);
            }
        };
    }
}
