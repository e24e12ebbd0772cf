package descentlab.exercise;

import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import descentlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An optimizer that is to be written as a rule, and the forms in which it is found written. What somebody wrote is known by what
 * it does, never by its text: it is run beside the rule and its known forms on {@link ProvingGround}s, and is that which goes
 * the same way.
 */
final class RuleToWrite {

    /** As good as equal: what is left is the order of operations. */
    private static final double EQUAL = 1e-9;

    /** Where eps does not matter, forms that differ by it alone come closer than this. */
    private static final double CLOSE = 1e-3;

    /** A mistake is seen by its first steps; later ones may grow apart by its eps alone, where they are wild. */
    private static final int FIRST_STEPS = 8;

    private final Optimizer optimizer;
    private final String rule;
    private final List<ProvingGround> grounds;
    private final List<KnownForm> variants;
    private final List<KnownForm> mistakes;
    private Tracks tracks;

    /** A form with where it goes. */
    private record Form(List<String> said, Track track) {}

    /** Where the rule goes, and its known forms. */
    private record Tracks(Track right, List<Form> variants, List<Form> single, List<Form> pairs) {}

    /**
     * @param optimizer the lab's own, as a spec
     * @param rule the same as a rule
     * @param grounds the first is that of its part
     * @param variants published forms, which are no mistakes
     * @param mistakes the usual ones
     */
    RuleToWrite(
            String optimizer,
            String rule,
            List<ProvingGround> grounds,
            List<KnownForm> variants,
            List<KnownForm> mistakes) {
        this.optimizer = OptimizerSpec.parse(optimizer);
        this.rule = rule;
        this.grounds = List.copyOf(grounds);
        this.variants = List.copyOf(variants);
        this.mistakes = List.copyOf(mistakes);
    }

    /** Its name for people. */
    String title() {
        return Optimizers.of(optimizer).title();
    }

    /** The lab's own on a ground. */
    Optimizer optimizer(ProvingGround ground) {
        return OptimizerSpec.with(
                Optimizers.of(optimizer).withRate(optimizer, ground.lr()), "schedule", OptimizerSpec.print(ground.schedule()));
    }

    String rule() {
        return rule;
    }

    List<ProvingGround> grounds() {
        return grounds;
    }

    List<KnownForm> variants() {
        return variants;
    }

    List<KnownForm> mistakes() {
        return mistakes;
    }

    /** What a written rule is found to be. */
    sealed interface Finding {

        /** It goes where the rule goes. */
        record Same() implements Finding {}

        /** It is a published form. */
        record Variant(List<String> said, Parting parting) implements Finding {}

        /** It goes where the rule goes as long as eps does not matter. */
        record OtherEps(Parting parting) implements Finding {}

        /** It goes where mistakes lead; what is to be said of them. */
        record Mistaken(List<String> said, Parting parting) implements Finding {}

        /** It goes elsewhere. */
        record Elsewhere(Parting parting) implements Finding {}
    }

    /**
     * Where two ways part.
     *
     * @param ground the ground
     * @param step the first step after which they are apart
     * @param point where the written rule then is; empty if it led to no number
     * @param right where the rule is
     */
    record Parting(ProvingGround ground, int step, Optional<double[]> point, double[] right) {}

    /** Compares a written rule with this one. Takes milliseconds, and the first time a tenth of a second or two. */
    Finding compare(Rule written) {
        Tracks known = tracks();
        Track track = Track.of(grounds, written);
        if (track.near(known.right(), EQUAL, all -> true)) {
            return new Finding.Same();
        }
        Parting parting = parting(track, known.right());
        for (Form variant : known.variants()) {
            if (track.near(variant.track(), EQUAL, all -> true)) {
                return new Finding.Variant(variant.said(), parting);
            }
        }
        Predicate<ProvingGround> whereEpsDoesNotMatter = ground -> !ground.tiny();
        if (track.near(known.right(), CLOSE, whereEpsDoesNotMatter)) {
            return new Finding.OtherEps(parting);
        }
        for (List<Form> forms : List.of(known.single(), known.pairs())) {
            List<String> said = forms.stream()
                    // Of what goes nowhere it cannot be said by which mistake.
                    .filter(form -> form.track().ways().getFirst().length > 1 || form.track().ways().get(1).length > 1)
                    .filter(form -> track.near(form.track(), CLOSE, whereEpsDoesNotMatter, FIRST_STEPS))
                    .findFirst()
                    .map(Form::said)
                    .orElse(List.of());
            if (!said.isEmpty()) {
                return new Finding.Mistaken(said, parting);
            }
        }
        return new Finding.Elsewhere(parting);
    }

    /** Whether a rule does the same as another, which may be wrong. */
    boolean same(Rule one, Rule other) {
        return Track.of(grounds, one).near(Track.of(grounds, other), EQUAL, all -> true);
    }

    /** Where they part so that it is seen: on the first ground on which they do, else where they part at all. */
    private Parting parting(Track track, Track right) {
        for (double tolerance : new double[] {1e-2, EQUAL}) {
            for (int i = 0; i < grounds.size(); i++) {
                OptionalInt step = track.parts(i, right, tolerance);
                if (step.isPresent()) {
                    double[][] way = track.ways().get(i);
                    double[][] rightWay = right.ways().get(i);
                    int at = step.getAsInt();
                    return new Parting(
                            grounds.get(i),
                            at,
                            at < way.length ? Optional.of(way[at]) : Optional.empty(),
                            rightWay[Math.min(at, rightWay.length - 1)]);
                }
            }
        }
        throw new IllegalArgumentException("they do not part");
    }

    private synchronized Tracks tracks() {
        if (tracks == null) {
            List<KnownForm> none = List.of();
            tracks = new Tracks(
                    Track.of(grounds, Rule.parse(rule)),
                    forms(variants, none),
                    forms(mistakes, none),
                    // A variant beside a mistake is not to be spoken of.
                    concat(forms(mistakes, mistakes), forms(variants, mistakes).stream()
                            .map(form -> new Form(form.said().subList(1, 2), form.track()))
                            .toList()));
        }
        return tracks;
    }

    private static List<Form> concat(List<Form> some, List<Form> others) {
        List<Form> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** The rule in each of some forms; with others given, in two at once, each pair once. */
    private List<Form> forms(List<KnownForm> some, List<KnownForm> others) {
        List<Form> forms = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            KnownForm one = some.get(i);
            Function<String, Form> single = text -> new Form(List.of(one.said()), Track.of(grounds, Rule.parse(text)));
            if (others.isEmpty()) {
                one.of(rule).map(single).ifPresent(forms::add);
            }
            for (KnownForm other : some == others ? others.subList(i + 1, others.size()) : others) {
                one.of(rule)
                        .flatMap(other::of)
                        .map(text -> new Form(List.of(one.said(), other.said()), Track.of(grounds, Rule.parse(text))))
                        .ifPresent(forms::add);
            }
        }
        return forms;
    }
}
