package descentlab.exercise;

import java.util.List;
import java.util.stream.Stream;

/** The forms in which the rules of {@link FromScratch} are found written: published ones, and the usual mistakes. */
final class KnownForms {

    private static final KnownForm UPHILL =
            new KnownForm("x=x-", "x=x+", "The step goes uphill: it is to be subtracted from `x`.");
    private static final KnownForm NO_RATE = new KnownForm("lr*", "", "The learning rate `lr` is missing.");
    private static final KnownForm NOT_SQUARED = new KnownForm(
            "g^2", "g", "`g` stands where `g^2` should: gradients of opposite signs cancel, and a negative number has no root.");
    private static final KnownForm SIZES =
            new KnownForm("g^2", "abs(g)", "The sizes of the gradients are taken, not their squares.");

    private KnownForms() {}

    private static List<KnownForm> with(KnownForm... own) {
        return Stream.concat(Stream.of(own), Stream.of(UPHILL, NO_RATE)).toList();
    }

    /** What Adagrad and RMSProp have in common. */
    private static Stream<KnownForm> ofDividing(String second) {
        return Stream.of(
                new KnownForm("/sqrt(s+eps)", "/(s+eps)", "The root is forgotten: it divides by `s` itself."),
                NOT_SQUARED,
                SIZES,
                new KnownForm("*g/", "/", "The gradient itself is missing in the step: it has no direction."),
                new KnownForm("/sqrt(", "*sqrt(", "It multiplies by the root, where it should divide."),
                new KnownForm(
                        second + ";x=x-lr*g/sqrt(s+eps)",
                        "x=x-lr*g/sqrt(s+eps);" + second,
                        "The step is taken before `s` knows of this gradient: the first one divides by the root of `eps` alone."),
                new KnownForm(
                        "+eps",
                        "",
                        "There is no `eps`: a coordinate that never had a gradient divides 0 by 0."),
                UPHILL,
                NO_RATE);
    }

    private static final List<KnownForm> EPS_OUTSIDE = List.of(new KnownForm(
            "sqrt(s+eps)",
            "(sqrt(s)+eps)",
            "$\\epsilon$ stands outside the root, as PyTorch has it; that matters only while $s$ is tiny."));

    static final List<KnownForm> ADAGRAD_VARIANTS = EPS_OUTSIDE;

    static final List<KnownForm> ADAGRAD_MISTAKES = Stream.concat(
                    Stream.of(
                            new KnownForm(
                                    "s=s+g^2",
                                    "s=g^2",
                                    "`s` is not kept: each step begins it anew, and divides the gradient by its own size."),
                            new KnownForm(
                                    "s=s+g^2",
                                    "s=0.9*s+0.1*g^2",
                                    "`s` is an average that forgets, as RMSProp's is; Adagrad's is the sum of all squares."),
                            new KnownForm(
                                    "s=s+g^2",
                                    "s=s+sum(g^2)",
                                    "`s` is one sum for all coordinates; each is to have its own.")),
                    ofDividing("s=s+g^2"))
            .toList();

    static final List<KnownForm> RMSPROP_VARIANTS = EPS_OUTSIDE;

    private static final String AVERAGE = "s=gamma*s+(1-gamma)*g^2";

    static final List<KnownForm> RMSPROP_MISTAKES = Stream.concat(
                    Stream.of(
                            new KnownForm(AVERAGE, "s=(1-gamma)*g^2", "`s` is not kept: nothing of what it was goes on."),
                            new KnownForm(AVERAGE, "s=g^2", "`s` is not kept: each step begins it anew."),
                            new KnownForm(AVERAGE, "s=s+g^2", "`s` is the sum of all squares, which is Adagrad's; it is to forget."),
                            new KnownForm(AVERAGE, "s=s+(1-gamma)*g^2", "`s` forgets nothing: what it was is to be multiplied by `gamma`."),
                            new KnownForm(
                                    AVERAGE,
                                    "s=gamma*s+g^2",
                                    "The new square counts in full: without `1-gamma` it is a sum, larger than the average."),
                            new KnownForm(
                                    AVERAGE,
                                    "s=(1-gamma)*s+gamma*g^2",
                                    "`gamma` and `1-gamma` have changed places: it forgets nearly all at once.")),
                    ofDividing(AVERAGE))
            .toList();

    private static final String VELOCITY = "v=beta*v+g";

    static final List<KnownForm> MOMENTUM_VARIANTS = List.of(
            new KnownForm(
                    VELOCITY,
                    "v=beta*v+(1-beta)*g",
                    "$v$ is an average, with $(1-\\beta)g$: its steps are a tenth as long, and at ten times the rate it is the same."),
            new KnownForm(
                    "v=beta*v+g;x=x-lr*v",
                    "v=beta*v+lr*g;x=x-v",
                    "The rate stands inside $v$, as Sutskever's has it; that matters only when the rate changes."),
            new KnownForm(
                    "v=beta*v+g;x=x-lr*v",
                    "v=beta*v+(1-beta)*lr*g;x=x-v",
                    "The rate and $1-\\beta$ stand inside $v$: its steps are a tenth as long."));

    static final List<KnownForm> MOMENTUM_MISTAKES = with(
            new KnownForm(VELOCITY, "v=g", "`v` is not kept: this is plain gradient descent."),
            new KnownForm(VELOCITY, "v=v+g", "`v` forgets nothing: what it was is to be multiplied by `beta`."),
            new KnownForm(VELOCITY, "v=beta*(v+g)", "`beta` multiplies the new gradient too; it is for the old `v` alone."),
            new KnownForm(VELOCITY, "v=(1-beta)*v+g", "`1-beta` stands where `beta` should: hardly anything is kept."),
            new KnownForm(
                    VELOCITY, "v=(1-beta)*v+beta*g", "`beta` and `1-beta` have changed places: hardly anything is kept."),
            new KnownForm(VELOCITY, "v=beta*v+g^2", "The gradient is squared: then `v` never points the other way."),
            new KnownForm(
                    "v=beta*v+g;x=x-lr*v",
                    "x=x-lr*v;v=beta*v+g",
                    "The step is taken before `v` knows of this gradient: it lags by one."),
            new KnownForm(
                    "x=x-lr*v", "x=x-lr*(g+beta*v)", "That is Nesterov's momentum, which looks a step ahead; asked is the plain one."),
            new KnownForm("v=beta*v+g", "v=beta*v+lr*g", "The rate is in it twice: in `v` and in the step."));

    private static final String FIRST = "v=beta1*v+(1-beta1)*g";
    private static final String SECOND = "s=beta2*s+(1-beta2)*g^2";
    private static final String STEP = "lr*(v/(1-beta1^t))/(sqrt(s/(1-beta2^t))+eps)";

    static final List<KnownForm> ADAM_VARIANTS = List.of(
            new KnownForm(
                    "(sqrt(s/(1-beta2^t))+eps)",
                    "sqrt(s/(1-beta2^t)+eps)",
                    "$\\epsilon$ stands inside the root; that matters only while gradients are tiny."),
            new KnownForm(
                    STEP,
                    "lr*sqrt(1-beta2^t)/(1-beta1^t)*v/(sqrt(s)+eps)",
                    "The corrections are folded into the rate, as the paper proposes for speed; then $\\epsilon$ is another."),
            new KnownForm(
                    STEP,
                    "lr*sqrt(1-beta2^t)/(1-beta1^t)*v/sqrt(s+eps)",
                    "The corrections are folded into the rate, and $\\epsilon$ stands inside the root."));

    static final List<KnownForm> ADAM_MISTAKES = with(
            new KnownForm("(v/(1-beta1^t))", "v", "The bias correction of `v` is missing: `v` begins at 0 and is too small at first."),
            new KnownForm("s/(1-beta2^t)", "s", "The bias correction of `s` is missing: `s` begins at 0, is too small at first, and the steps are too long."),
            new KnownForm("sqrt(s/(1-beta2^t))", "s/(1-beta2^t)", "The root is forgotten: it divides by the average of the squares itself."),
            NOT_SQUARED,
            SIZES,
            new KnownForm(FIRST, "v=(1-beta1)*g", "`v` is not kept: nothing of what it was goes on."),
            new KnownForm(SECOND, "s=(1-beta2)*g^2", "`s` is not kept: nothing of what it was goes on."),
            new KnownForm(FIRST, "v=beta1*v+g", "The new gradient counts in full: `v` is an average, with `1-beta1`."),
            new KnownForm(SECOND, "s=beta2*s+g^2", "The new square counts in full: `s` is an average, with `1-beta2`."),
            new KnownForm(FIRST, "v=(1-beta1)*v+beta1*g", "`beta1` and `1-beta1` have changed places."),
            new KnownForm(SECOND, "s=(1-beta2)*s+beta2*g^2", "`beta2` and `1-beta2` have changed places."),
            new KnownForm("(v/(1-beta1^t))", "g", "`g` stands in the step where the average `v` should."),
            new KnownForm("^t)", "^(t+1))", "The corrections count a step too many: `t` is 1 in the first step."));
}
