package descentlab.exercise;

import descentlab.experiment.SurfaceExperiment;
import descentlab.optimizer.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The chapter's implementation from scratch, of four optimizers, each a rule of a line or a few. */
final class FromScratch {

    private static final double ADAPTIVE_RATE = 0.4;
    private static final double MOMENTUM_RATE = 0.1;

    static final RuleToWrite ADAGRAD = new RuleToWrite(
            "adagrad(lr=0.4)",
            "param eps=1e-6;s=s+g^2;x=x-lr*g/sqrt(s+eps)",
            adaptive(),
            KnownForms.ADAGRAD_VARIANTS,
            KnownForms.ADAGRAD_MISTAKES);

    static final RuleToWrite MOMENTUM = new RuleToWrite(
            "momentum(lr=0.1,beta=0.9)",
            "param beta=0.9;v=beta*v+g;x=x-lr*v",
            linear(),
            KnownForms.MOMENTUM_VARIANTS,
            KnownForms.MOMENTUM_MISTAKES);

    static final RuleToWrite RMSPROP = new RuleToWrite(
            "rmsprop(lr=0.4,gamma=0.9)",
            "param gamma=0.9;param eps=1e-6;s=gamma*s+(1-gamma)*g^2;x=x-lr*g/sqrt(s+eps)",
            adaptive(),
            KnownForms.RMSPROP_VARIANTS,
            KnownForms.RMSPROP_MISTAKES);

    static final RuleToWrite ADAM = new RuleToWrite(
            "adam(lr=0.4)",
            "param beta1=0.9;param beta2=0.999;param eps=1e-6;v=beta1*v+(1-beta1)*g;s=beta2*s+(1-beta2)*g^2;"
                    + "x=x-lr*(v/(1-beta1^t))/(sqrt(s/(1-beta2^t))+eps)",
            adaptive(),
            KnownForms.ADAM_VARIANTS,
            KnownForms.ADAM_MISTAKES);

    /** Which of Adam's known mistakes are given to be mended: those that are seen in the race at once. */
    private static final List<Integer> TO_MEND = List.of(0, 1, 2, 3, 10);

    static final Exercise EXERCISE = Exercise.of(
            "from-scratch",
            "Write it yourself",
            "Adagrad, momentum, RMSProp and Adam as rules of your own, and a broken one to be mended.",
            "Implementation from scratch",
            FromScratch::parts);

    private FromScratch() {}

    /** Whose steps do not depend on the size of gradients, but for eps. */
    private static List<ProvingGround> adaptive() {
        return grounds(ADAPTIVE_RATE, 1, 1, 1);
    }

    /** Whose steps are as long as the gradients; there the rate goes with the units. A rate that changes shows where it stands. */
    private static List<ProvingGround> linear() {
        List<ProvingGround> grounds = new ArrayList<>(grounds(MOMENTUM_RATE, 1e-3, 1e-2, 1e3));
        grounds.add(new ProvingGround(
                "where the rate falls, on the chapter's bowl,", bowl(1, "-5,-2"), MOMENTUM_RATE, new Schedule.Exponential(0.9), false));
        return grounds;
    }

    private static List<ProvingGround> grounds(double lr, double ofSteep, double ofSparse, double ofFlat) {
        return List.of(
                new ProvingGround("on the chapter's bowl", bowl(1, "-5,-2"), lr, Schedule.CONSTANT, false),
                new ProvingGround(
                        "on the bowl in units in which $f$ is a thousand times as large,",
                        bowl(1000, "5,2"), lr * ofSteep, Schedule.CONSTANT, false),
                new ProvingGround(
                        "where $x_2$ has a gradient only now and then,",
                        race("f=10*x1^2+2*max(sin(5*x1),0)*x2^2", "-5,-2"), lr * ofSparse, Schedule.CONSTANT, false),
                new ProvingGround(
                        "where $x_2$ never has a gradient,", bowl(1, "-5,0"), lr, Schedule.CONSTANT, false),
                new ProvingGround(
                        "on the bowl in units in which $f$ is a thousandth,",
                        bowl(1e-3, "-5,-2"), lr * ofFlat, Schedule.CONSTANT, true));
    }

    private static SurfaceExperiment bowl(double units, String start) {
        return race(units == 1 ? "objective=ellipse" : "f=" + Terms.rounded(0.1 * units) + "*x1^2+" + Terms.rounded(2 * units) + "*x2^2", start);
    }

    private static SurfaceExperiment race(String objective, String start) {
        int equals = objective.indexOf('=');
        return SurfaceExperiment.read(Map.of(
                        objective.substring(0, equals), List.of(objective.substring(equals + 1)),
                        "start", List.of(start),
                        "steps", List.of("20")))
                .orThrow();
    }

    private static final String CHECKED = " It is compared with the lab's own step by step: on the chapter's bowl, in other units, and"
            + " where gradients are rarely or never there.";

    private static List<Part> parts(Random random) {
        return List.of(adagrad(), momentum(), rmsProp(), adam(), mend(random));
    }

    private static WritingPart adagrad() {
        return new WritingPart(
                new Assignment(
                        "adagrad",
                        "Adagrad",
                        "What stands below is plain gradient descent. Make it Adagrad, with $\\epsilon=10^{-6}$ inside the"
                                + " root: each coordinate remembers the sum of its squared gradients, and its rate is divided by"
                                + " the root of that. A name that is read before it is assigned is remembered from step to step,"
                                + " from 0 on." + CHECKED,
                        List.of(
                                "Two lines: one makes `s` larger, one takes the step.",
                                "`s = s + g^2` comes first; the step divides by `sqrt(s + eps)`."),
                        "`s = s + g^2` and `x = x - lr*g/sqrt(s + eps)`. The sum comes first, so that it knows of this gradient."),
                ADAGRAD,
                "param eps=1e-6;x=x-lr*g",
                false);
    }

    private static WritingPart momentum() {
        return new WritingPart(
                new Assignment(
                        "momentum",
                        "Momentum",
                        "Make it gradient descent with momentum, $\\beta=0.9$: a velocity $v$ keeps $\\beta$ of itself, the gradient"
                                + " is added to it, and the step goes along it." + CHECKED,
                        List.of(
                                "The gradient is in `v` alone; the step is the rate times `v`.",
                                "`v = beta*v + g`, then the step."),
                        "`v = beta*v + g` and `x = x - lr*v`."),
                MOMENTUM,
                "param beta=0.9;x=x-lr*g",
                false);
    }

    private static WritingPart rmsProp() {
        return new WritingPart(
                new Assignment(
                        "rmsprop",
                        "RMSProp",
                        "What stands below is Adagrad. Make it RMSProp, $\\gamma=0.9$: in place of the sum it keeps an average of"
                                + " squared gradients that forgets, of which $\\gamma$ is what it was and the rest the new square."
                                + CHECKED,
                        List.of(
                                "The two weights of an average add up to 1.",
                                "`s = gamma*s + (1-gamma)*g^2`; the step stays what it is."),
                        "`s = gamma*s + (1-gamma)*g^2` and `x = x - lr*g/sqrt(s + eps)`."),
                RMSPROP,
                "param gamma=0.9;param eps=1e-6;s=s+g^2;x=x-lr*g/sqrt(s+eps)",
                false);
    }

    private static WritingPart adam() {
        return new WritingPart(
                new Assignment(
                        "adam",
                        "Adam",
                        "Write Adam: an average $v$ of gradients ($\\beta_1=0.9$) and an average $s$ of their squares"
                                + " ($\\beta_2=0.999$), each divided by what is missing to it since it began at 0 (the bias"
                                + " correction: $1-\\beta^t$ in step $t$); the step is $\\eta$ times the one over the root of the"
                                + " other, to which $\\epsilon=10^{-6}$ is added. `t` is the number of the step, from 1." + CHECKED,
                        List.of(
                                "Two averages as in RMSProp, of `g` and of `g^2`; then their corrections; then the step.",
                                "`a = v/(1 - beta1^t)` and `b = s/(1 - beta2^t)` are of this step alone, since they are assigned"
                                        + " before they are read. The step is `lr*a/(sqrt(b) + eps)`."),
                        "`v = beta1*v + (1-beta1)*g`, `s = beta2*s + (1-beta2)*g^2`, and"
                                + " `x = x - lr*(v/(1-beta1^t))/(sqrt(s/(1-beta2^t)) + eps)`."),
                ADAM,
                "param beta1=0.9;param beta2=0.999;param eps=1e-6;x=x-lr*g",
                false);
    }

    /** The question is the same for everybody; what is wrong with the rule is not. */
    private static WritingPart mend(Random random) {
        KnownForm slip = ADAM.mistakes().get(TO_MEND.get(random.nextInt(TO_MEND.size())));
        return new WritingPart(
                new Assignment(
                        "mend",
                        "One to mend",
                        "This Adam was copied with a slip in one place, and the race beside it shows that it is none. Find the slip,"
                                + " and mend it.",
                        List.of(
                                "Go through the race step by step: is the first step already another, and is it too long or too"
                                        + " short?",
                                "Compare with the four things that Adam does: an average of `g`, one of `g^2`, a correction of"
                                        + " each, and a step that divides by a root."),
                        "The slip: " + slip.said() + " Adam is `v = beta1*v + (1-beta1)*g`, `s = beta2*s + (1-beta2)*g^2`, and"
                                + " `x = x - lr*(v/(1-beta1^t))/(sqrt(s/(1-beta2^t)) + eps)`."),
                ADAM,
                slip.of(ADAM.rule()).orElseThrow(),
                true);
    }
}
