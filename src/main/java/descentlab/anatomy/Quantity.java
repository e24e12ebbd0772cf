package descentlab.anatomy;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * A number for each coordinate, with the formula by which it was computed: written in symbols, written with its numbers
 * put in, and its values, so that what a formula says is what was computed. Operations are carried out in double
 * precision in the order in which they are called.
 */
final class Quantity {

    /** How tightly a formula holds together. */
    private enum Binding {
        SUM,
        PRODUCT,
        ATOM
    }

    /** A formula in TeX. */
    private record Written(String tex, Binding binding) {

        /** To stand where a looser formula would fall apart. */
        String in(Binding place) {
            return binding.compareTo(place) < 0 ? "(" + tex + ")" : tex;
        }

        /** To stand after an operator, where a sign would be read as another. */
        String after(Binding place) {
            return tex.startsWith("-") ? "(" + tex + ")" : in(place);
        }
    }

    @FunctionalInterface
    private interface Writing {
        Written of(Written one, Written other);
    }

    private final double[] values;
    private final Written symbols;
    private final Written[] numbers;

    private Quantity(double[] values, Written symbols, Written[] numbers) {
        this.values = values;
        this.symbols = symbols;
        this.numbers = numbers;
    }

    /** A number with a symbol of its own; one value if it is the same for all coordinates. */
    static Quantity named(String symbol, double... values) {
        Written[] numbers = new Written[values.length];
        for (int i = 0; i < values.length; i++) {
            numbers[i] = written(values[i]);
        }
        return new Quantity(values.clone(), new Written(symbol, Binding.ATOM), numbers);
    }

    /** A number that stands in formulas as it is. */
    static Quantity number(double value) {
        return new Quantity(new double[] {value}, written(value), new Written[] {written(value)});
    }

    private static Written written(double value) {
        Binding binding = value < 0 ? Binding.SUM : TexNumber.hasPower(value) ? Binding.PRODUCT : Binding.ATOM;
        return new Written(TexNumber.write(value), binding);
    }

    private static Quantity of(Quantity one, Quantity other, DoubleBinaryOperator operator, Writing writing) {
        int length = Math.max(one.values.length, other.values.length);
        double[] values = new double[length];
        Written[] numbers = new Written[length];
        for (int i = 0; i < length; i++) {
            values[i] = operator.applyAsDouble(one.value(i), other.value(i));
            numbers[i] = writing.of(one.numbersOf(i), other.numbersOf(i));
        }
        return new Quantity(values, writing.of(one.symbols, other.symbols), numbers);
    }

    private Quantity apply(DoubleUnaryOperator operator, String before, String after, Binding inside) {
        return of(this, this, (a, b) -> operator.applyAsDouble(a),
                (a, b) -> new Written(before + (inside == Binding.SUM ? a.tex : a.after(inside)) + after, Binding.ATOM));
    }

    Quantity plus(Quantity other) {
        return of(this, other, Double::sum,
                (a, b) -> new Written(a.tex + " + " + b.after(Binding.SUM), Binding.SUM));
    }

    Quantity minus(Quantity other) {
        return of(this, other, (a, b) -> a - b,
                (a, b) -> new Written(a.tex + " - " + b.after(Binding.PRODUCT), Binding.SUM));
    }

    /** The product, with a dot between numbers and a little room between symbols. */
    Quantity times(Quantity other) {
        Quantity product = of(this, other, (a, b) -> a * b, (a, b) -> new Written(
                a.in(Binding.PRODUCT) + " \\cdot " + b.after(Binding.PRODUCT), Binding.PRODUCT));
        return new Quantity(product.values, new Written(
                symbols.in(Binding.PRODUCT) + "\\, " + other.symbols.after(Binding.PRODUCT), Binding.PRODUCT),
                product.numbers);
    }

    /** This times the other's square, computed as (this other) other. */
    Quantity timesSquareOf(Quantity other) {
        Quantity square = other.square();
        Quantity written = times(square);
        double[] values = times(other).times(other).values;
        return new Quantity(values, written.symbols, written.numbers);
    }

    Quantity over(Quantity other) {
        return over(other, (a, b) -> a / b);
    }

    /** The quotient, 0 where the divisor is, as optimizers divide. */
    Quantity overOrZero(Quantity other) {
        return over(other, (a, b) -> b == 0 ? 0 : a / b);
    }

    private Quantity over(Quantity other, DoubleBinaryOperator quotient) {
        return of(this, other, quotient,
                (a, b) -> new Written("\\frac{" + a.tex + "}{" + b.tex + "}", Binding.PRODUCT));
    }

    Quantity negative() {
        return of(this, this, (a, b) -> -a, (a, b) -> new Written("-" + a.after(Binding.PRODUCT), Binding.SUM));
    }

    Quantity square() {
        return apply(a -> a * a, "", "^2", Binding.ATOM);
    }

    Quantity root() {
        return apply(Math::sqrt, "\\sqrt{", "}", Binding.SUM);
    }

    Quantity size() {
        return apply(Math::abs, "|", "|", Binding.SUM);
    }

    Quantity cos() {
        return apply(StrictMath::cos, "\\cos(", ")", Binding.SUM);
    }

    Quantity sign() {
        return apply(Math::signum, "\\operatorname{sgn}(", ")", Binding.SUM);
    }

    /** 1 where it is not zero, else 0. */
    Quantity isNotZero() {
        return apply(a -> a != 0 ? 1 : 0, "[", " \\ne 0]", Binding.SUM);
    }

    Quantity to(Quantity power) {
        return of(this, power, StrictMath::pow,
                (a, b) -> new Written("{" + a.after(Binding.ATOM) + "}^{" + b.tex + "}", Binding.ATOM));
    }

    Quantity larger(Quantity other) {
        return of(this, other, Math::max, (a, b) -> new Written("\\max(" + a.tex + ", " + b.tex + ")", Binding.ATOM));
    }

    /** The same values under a symbol of their own. */
    Quantity as(String symbol) {
        return named(symbol, values);
    }

    double value(int coordinate) {
        return values[values.length == 1 ? 0 : coordinate];
    }

    double[] values() {
        return values.clone();
    }

    /** The formula in symbols. */
    String symbols() {
        return symbols.tex;
    }

    /** The formula with a coordinate's numbers put in. */
    String numbers(int coordinate) {
        return numbersOf(coordinate).tex;
    }

    private Written numbersOf(int coordinate) {
        return numbers[numbers.length == 1 ? 0 : coordinate];
    }
}
