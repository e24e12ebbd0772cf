package descentlab.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Steps of work, one after the other, each of tasks that several cores share; in slices of any length. Nothing is allocated after
 * the start. One thread at a time may call it.
 */
final class Stages {

    /**
     * Tasks that are independent of each other.
     *
     * @param tasks how many
     * @param task does the one of a number
     */
    record Step(int tasks, IntConsumer task) {}

    private final Crew.Tasks work;
    private final boolean[] done;
    private List<Step> steps = List.of();
    private int step;
    private BooleanSupplier over;
    private volatile boolean moved;

    /** @param most tasks of a step */
    Stages(Crew crew, int most) {
        this.work = crew.tasks(this::work);
        this.done = new boolean[most];
    }

    /** Begins with steps. */
    void begin(List<Step> steps) {
        this.steps = steps;
        step = 0;
        Arrays.fill(done, false);
    }

    /** Goes on, for a task at least; true once all steps are done. */
    boolean goOn(BooleanSupplier over) {
        this.over = over;
        moved = false;
        while (step < steps.size()) {
            int tasks = steps.get(step).tasks;
            work.run(tasks);
            for (int i = 0; i < tasks; i++) {
                if (!done[i]) {
                    return false;
                }
            }
            Arrays.fill(done, false);
            step++;
        }
        return true;
    }

    private void work(int task) {
        if (done[task] || moved && over.getAsBoolean()) {
            return;
        }
        moved = true;
        steps.get(step).task.accept(task);
        done[task] = true;
    }
}
