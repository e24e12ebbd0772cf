package descentlab.siege;

import descentlab.load.Incidents;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether the class lost anything. */
record Verdict(Incidents errors, List<Phase> phases, double p95, Memory memory) {

    boolean isWell() {
        return reasons().isEmpty();
    }

    private List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (errors.count() > 0) {
            reasons.add(errors.count() + " errors of the class or the server");
        }
        phases.stream()
                .filter(phase -> phase.isJudged() && phase.p95() > p95)
                .forEach(phase -> reasons.add(String.format(
                        Locale.ROOT, "small races beside '%s' at p95 %.0f ms", phase.name(), phase.p95())));
        if (!memory.isBack()) {
            reasons.add("memory is not back");
        }
        return reasons;
    }

    @Override
    public String toString() {
        return isWell() ? "The class lost nothing." : "FAILED: " + String.join("; ", reasons()) + ".";
    }
}
