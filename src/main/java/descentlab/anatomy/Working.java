package descentlab.anatomy;

import descentlab.anatomy.Term.Role;
import descentlab.optimizer.Schedule;
import descentlab.training.StepTaken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A derivation while it is written down, line by line. */
final class Working {

    private static final Quantity ONE = Quantity.number(1);

    final StepTaken step;
    /** Where the step begins. */
    final Quantity x;
    /** The gradient there. */
    final Quantity g;
    private final List<Term> terms = new ArrayList<>();
    private Flow flow;

    Working(StepTaken step) {
        this.step = step;
        x = given(Role.POINT, "x", "where the step begins", step.x());
        g = given(Role.GRADIENT, "g", "gradient", step.gradient());
    }

    Quantity given(Role role, String symbol, String meaning, double... values) {
        Quantity given = Quantity.named(symbol, values);
        terms.add(new Term(role, symbol, meaning, "", false,
                Arrays.stream(values).mapToObj(TexNumber::write).toList(), values.clone()));
        return given;
    }

    /** Writes a line, to be named by its symbol from then on. */
    Quantity let(Role role, String symbol, String meaning, Quantity formula) {
        return line(role, symbol, meaning, formula, false);
    }

    /** Writes a line in which a memory is renewed. */
    Quantity renew(String symbol, String meaning, Quantity formula) {
        return line(Role.MEMORY, symbol, meaning, formula, true);
    }

    private Quantity line(Role role, String symbol, String meaning, Quantity formula, boolean updates) {
        double[] values = formula.values();
        List<String> numbers = IntStream.range(0, values.length)
                .mapToObj(i -> formula.numbers(i) + " = " + TexNumber.write(values[i]))
                .toList();
        terms.add(new Term(role, symbol, meaning, formula.symbols(), updates, numbers, values));
        return formula.as(symbol);
    }

    /** What was remembered before the step. */
    Quantity remembered(String symbol, String tex) {
        return Quantity.named(tex, step.before().memories().get(symbol));
    }

    Quantity remembered(String symbol) {
        return remembered(symbol, symbol);
    }

    /** The learning rate of the step. */
    Quantity rate(String symbol) {
        Quantity lr = Quantity.named(symbol, step.optimizer().lr());
        Quantity t = Quantity.named("t", step.t());
        Quantity scheduled = switch (step.optimizer().schedule()) {
            case Schedule.Constant constant -> null;
            case Schedule.InvSqrt(double c) -> lr.over(t.plus(Quantity.named("c", c)).root());
            case Schedule.Exponential(double gamma) ->
                lr.times(Quantity.named("\\gamma_s", gamma).to(t.minus(ONE)));
            case Schedule.Step(long every, double factor) ->
                lr.times(Quantity.named("q", factor)
                        .to(Quantity.named("\\lfloor (t-1)/" + every + " \\rfloor", (step.t() - 1) / every)));
            case Schedule.Cosine(long steps) when step.t() - 1 >= steps -> Quantity.number(0);
            case Schedule.Cosine(long steps) -> lr
                    .times(ONE.plus(Quantity.named("\\pi", StrictMath.PI)
                            .times(t.minus(ONE))
                            .over(Quantity.named("T", steps))
                            .cos()))
                    .over(Quantity.number(2));
            case Schedule.Warmup(long n) when step.t() >= n -> lr;
            case Schedule.Warmup(long n) -> lr.times(t).over(Quantity.named("n", n));
        };
        return scheduled == null
                ? given(Role.SCHEDULE, symbol, "learning rate", step.optimizer().lr())
                : let(Role.SCHEDULE, symbol + "_t", "learning rate of this step, by its schedule", scheduled);
    }

    /** The gradient with weight decay, if there is any. */
    Quantity decayed(double weightDecay) {
        return weightDecay == 0
                ? g
                : let(Role.GRADIENT, "d", "gradient with weight decay", g.plus(Quantity.named("\\lambda", weightDecay).times(x)));
    }

    /** x shrunk towards 0 beforehand, if there is decoupled weight decay. */
    Quantity shrunk(Quantity rate, double weightDecay) {
        return weightDecay == 0
                ? x
                : let(Role.POINT, "\\tilde x", "x, shrunk by weight decay",
                        x.times(ONE.minus(rate.times(Quantity.named("\\lambda", weightDecay)))));
    }

    /** How a memory enters the step. */
    void flows(double beta, String symbol, Quantity after, Quantity factor, Quantity direct) {
        flow = new Flow(beta, step.before().memories().get(symbol), both(after), both(factor), both(direct));
    }

    /** The last two lines: the step, and where it leads from x, or from what became of x. */
    void ends(Quantity from, Quantity step) {
        Quantity delta = let(Role.STEP, "\\Delta", "step", step);
        let(Role.NEXT, "x'", "where the step leads", from.plus(delta));
    }

    /** Writes a line of which only the value is told, not the numbers that it came of. */
    void told(Role role, String symbol, String meaning, String formula, boolean updates, double... values) {
        terms.add(new Term(role, symbol, meaning, formula, updates,
                Arrays.stream(values).mapToObj(TexNumber::write).toList(), values.clone()));
    }

    private static double[] both(Quantity quantity) {
        return new double[] {quantity.value(0), quantity.value(1)};
    }

    List<Term> terms() {
        return terms;
    }

    /** How a memory enters the step; null if none does so linearly. */
    Flow flow() {
        return flow;
    }
}
