package descentlab.diagram;

import java.util.List;
import java.util.Optional;

/** All theories that a diagram can be made of. */
public final class Theories {

    private static final List<Theory> ALL = List.of(
            new Contraction(),
            new AdagradFlow(),
            new Regret(),
            new Decay(),
            new HalfPreconditioner(),
            new StepsByCondition());

    private Theories() {}

    /** All of them. */
    public static List<Theory> all() {
        return ALL;
    }

    /** The one of that name. */
    public static Optional<Theory> named(String name) {
        return ALL.stream().filter(theory -> theory.name().equals(name)).findFirst();
    }
}
