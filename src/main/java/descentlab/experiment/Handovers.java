package descentlab.experiment;

import descentlab.optimizer.Method;
import descentlab.optimizer.Stage;
import descentlab.optimizer.Staged;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Where the methods of an experiment may hand over: before its end, and in training between two batches.
 *
 * @param unit what is counted: steps or examples
 * @param end how many there are in all
 * @param round after how many batches begin anew: the examples of an epoch
 * @param batch how many are taken at once; the last of a round may be fewer
 */
record Handovers(String unit, long end, long round, long batch) {

    /** Of a race. */
    static Handovers ofRace(int steps) {
        return new Handovers("steps", steps, 1, 1);
    }

    /** Of a training. */
    static Handovers ofTraining(int examples, int batch, int epochs) {
        return new Handovers("examples", (long) epochs * examples, examples, batch);
    }

    /** What is allowed in place of a handover that cannot be; empty if it can. */
    Optional<String> refusal(long handover) {
        if (handover >= end) {
            return Optional.of("a handover before the end, which is at " + end + " " + unit);
        }
        return between(handover) ? Optional.empty() : Optional.of("a handover at the end of a batch, " + nearest(handover));
    }

    /** Whether no batch is under way then. */
    private boolean between(long handover) {
        return handover % round % batch == 0;
    }

    private String nearest(long handover) {
        long epoch = handover / round * round;
        long before = epoch + handover % round / batch * batch;
        long after = Math.min(before + batch, epoch + round);
        String ends = LongStream.of(before, after)
                .filter(each -> each > 0 && each < end)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" or "));
        return ends.isEmpty() ? "of which there is none before the end" : "as " + ends;
    }

    /** A method without the stages that cannot be, and those after them. */
    Method fitted(Method method) {
        List<Stage> stages = method.stages();
        int count = 1;
        while (count < stages.size() && refusal(stages.get(count).from()).isEmpty()) {
            count++;
        }
        return count == stages.size() ? method : Staged.first(stages, count);
    }

    /** What is wrong with methods, after a parameter has come to hold something. */
    Optional<Problem> problem(List<Method> methods, String parameter, String came) {
        return methods.stream()
                .flatMap(method -> method.stages().stream().skip(1))
                .map(Stage::from)
                .filter(handover -> refusal(handover).isPresent())
                .findFirst()
                .map(handover -> new Problem(
                        parameter,
                        came,
                        "what leaves the handover at " + handover + " " + unit + " in its place: "
                                + refusal(handover).orElseThrow(),
                        false));
    }
}
