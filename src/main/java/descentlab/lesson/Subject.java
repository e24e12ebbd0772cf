package descentlab.lesson;

import descentlab.diagram.Diagram;
import descentlab.diagram.Knob;
import descentlab.diagram.Theory;
import descentlab.diagram.Theories;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.experiment.Link;
import descentlab.notation.Decimal;
import descentlab.python.Scripts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a figure shows, as its link says. */
sealed interface Subject {

    /** Where a diagram's link begins. */
    String DIAGRAM = "diagram/";

    /** Link of the lab that shows the same. */
    String lab();

    /** What a lab shows. */
    record Lab(Experiment experiment) implements Subject {
        @Override
        public String lab() {
            return experiment.link();
        }
    }

    /**
     * A diagram of a theory.
     *
     * @param at a number for each of its knobs
     */
    record Drawn(Theory theory, double[] at) implements Subject {
        Diagram diagram() {
            return theory.draw(at);
        }

        /** In words. */
        String title() {
            String words = theory.name().replace('-', ' ');
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }

        /** The numbers as a query, with the question mark. */
        String query() {
            return IntStream.range(0, at.length)
                    .mapToObj(i -> theory.knobs().get(i).name() + "=" + Decimal.write(at[i]))
                    .collect(Collectors.joining("&", "?", ""));
        }

        Scripts scripts() {
            return Scripts.of(theory, at);
        }

        @Override
        public String lab() {
            return theory.lab(at);
        }
    }

    /**
     * What a link says.
     *
     * @throws IllegalArgumentException if it says nothing that can be shown; the message names what came and what is allowed
     */
    static Subject of(String text) {
        Link link = Link.of(text);
        return link.place().startsWith(DIAGRAM)
                ? drawn(link.place().substring(DIAGRAM.length()), EncodedQuery.read(link.query()))
                : new Lab(link.in(link.place()).orThrow());
    }

    /**
     * A theory by its name, and the numbers of its knobs, decoded.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    static Drawn drawn(String name, Map<String, List<String>> query) {
        Theory theory = Theories.named(name).orElseThrow(() -> new IllegalArgumentException("there is no diagram '" + name
                + "'; there are " + Theories.all().stream().map(Theory::name).collect(Collectors.joining(", "))));
        List<String> known = theory.knobs().stream().map(Knob::name).toList();
        query.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(
                    "the diagram " + name + " has no '" + key + "'; it has " + String.join(", ", known));
        });
        return new Drawn(theory, theory.knobs().stream().mapToDouble(knob -> value(knob, query)).toArray());
    }

    private static double value(Knob knob, Map<String, List<String>> query) {
        if (!query.containsKey(knob.name())) {
            return knob.initial();
        }
        String text = query.get(knob.name()).getFirst();
        return Decimal.read(text).stream()
                .filter(value -> knob.least() <= value && value <= knob.most())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(knob.name() + " was '" + text + "'. Please give a number from "
                        + Decimal.write(knob.least()) + " to " + Decimal.write(knob.most()) + "."));
    }
}
