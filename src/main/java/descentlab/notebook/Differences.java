package descentlab.notebook;

import descentlab.experiment.Experiment;
import descentlab.experiment.LinkParameter;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.linalg.ComplexMatrix;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How two experiments of one lab differ. */
final class Differences {

    private Differences() {}

    /**
     * Whether one is the other but for a single number, or another single parameter: a rate, a start, an entry of the
     * matrix.
     */
    static boolean oneParameter(Experiment one, Experiment other) {
        if (one instanceof SpectrumExperiment(ComplexMatrix a) && other instanceof SpectrumExperiment(ComplexMatrix b)) {
            return a.size() == b.size() && entries(a, b) <= 1;
        }
        if (!one.page().equals(other.page()) || one.runs().size() != other.runs().size()) {
            return false;
        }
        int moved = changed(one, other).size();
        for (int i = 0; i < one.runs().size(); i++) {
            Method a = one.runs().get(i);
            Method b = other.runs().get(i);
            if (!a.title().equals(b.title())) {
                return false;
            }
            moved += a.equals(b) ? 0 : 1;
        }
        return moved <= 1;
    }

    private static int entries(ComplexMatrix a, ComplexMatrix b) {
        int different = 0;
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < a.size(); j++) {
                different += a.at(i, j).equals(b.at(i, j)) ? 0 : 1;
            }
        }
        return different;
    }

    /** What differs, a sentence each; none if nothing does. */
    static List<String> inWords(Experiment one, Experiment two) {
        List<String> words = new ArrayList<>();
        changed(one, two).forEach(name -> words.add(label(one, name) + ": " + value(one, name) + " in the first, "
                + value(two, name) + " in the second."));
        only(one, two).ifPresent(runs -> words.add("Only the first has " + runs + "."));
        only(two, one).ifPresent(runs -> words.add("Only the second has " + runs + "."));
        return words;
    }

    /** The names of the settings that differ, in their order. */
    private static Set<String> changed(Experiment one, Experiment other) {
        Map<String, List<String>> a = one.settings();
        Map<String, List<String>> b = other.settings();
        Set<String> names = new LinkedHashSet<>(a.keySet());
        names.addAll(b.keySet());
        names.removeIf(name -> a.getOrDefault(name, List.of()).equals(b.getOrDefault(name, List.of())));
        return names;
    }

    private static String value(Experiment experiment, String name) {
        return String.join(", ", experiment.settings().getOrDefault(name, List.of("none")));
    }

    private static Optional<String> only(Experiment one, Experiment other) {
        List<Method> left = new ArrayList<>(one.runs());
        other.runs().forEach(left::remove);
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(left.stream().map(MethodSpec::print).collect(Collectors.joining(" and ")));
    }

    private static String label(Experiment experiment, String name) {
        List<? extends LinkParameter<?, ?>> parameters =
                switch (experiment) {
                    case SurfaceExperiment race -> SurfaceExperiment.PARAMETERS;
                    case TrainingExperiment training -> TrainingExperiment.ALL;
                    case SpectrumExperiment spectrum -> List.of();
                };
        return parameters.stream()
                .filter(each -> each.name().equals(name))
                .map(LinkParameter::label)
                .findFirst()
                .orElse("Matrix");
    }
}
