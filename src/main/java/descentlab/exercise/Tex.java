package descentlab.exercise;

import descentlab.notation.Decimal;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Numbers, vectors and matrices as TeX, and small numbers drawn by chance. */
final class Tex {

    private Tex() {}

    static String number(double value) {
        String text = Decimal.write(value);
        int e = text.indexOf('e');
        return e < 0 ? text : text.substring(0, e) + "\\cdot 10^{" + text.substring(e + 1) + "}";
    }

    static String column(double... entries) {
        return "\\begin{pmatrix}"
                + DoubleStream.of(entries).mapToObj(Tex::number).collect(Collectors.joining("\\\\"))
                + "\\end{pmatrix}";
    }

    /** A square matrix, entries row by row. */
    static String matrix(int n, double... entries) {
        StringBuilder tex = new StringBuilder("\\begin{pmatrix}");
        for (int i = 0; i < entries.length; i++) {
            tex.append(i == 0 ? "" : i % n == 0 ? "\\\\" : "&").append(number(entries[i]));
        }
        return tex.append("\\end{pmatrix}").toString();
    }

    static String fraction(long numerator, long denominator) {
        long divisor = gcd(Math.abs(numerator), Math.abs(denominator));
        long n = numerator / divisor;
        long d = denominator / divisor;
        return d == 1 ? String.valueOf(n) : (n < 0 ? "-" : "") + "\\tfrac{" + Math.abs(n) + "}{" + d + "}";
    }

    private static long gcd(long a, long b) {
        return b == 0 ? Math.max(1, a) : gcd(b, a % b);
    }

    /** A whole number from least to most. */
    static int between(Random random, int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** One of the values. */
    static int oneOf(Random random, int... values) {
        return values[random.nextInt(values.length)];
    }

    /** A number with its sign, to be added to something. */
    static String plus(double value) {
        return (value < 0 ? "-" : "+") + number(Math.abs(value));
    }
}
