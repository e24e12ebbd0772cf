package descentlab.linalg;

import descentlab.notation.Decimal;
import descentlab.notation.Typed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hipparchus.complex.Complex;

/**
 * Complex numbers as text: {@code 2}, {@code -1.5e-3}, {@code 1+2i}, {@code -i}, {@code 1e-3-2i}, and as NumPy and
 * MATLAB write them: {@code (1+2j)}, {@code 1.+0.j}, {@code 2*i}; and real ones such as {@code 1/4}, as
 * {@link Typed} understands them. What {@link #print} writes reads back bit for bit, but for the sign of a zero.
 */
public final class ComplexText {

    /** Entries may not be larger: sums and products of a matrix of them must stay finite. */
    public static final double LARGEST = 1e150;

    /** What {@link #parse} reads, in words. */
    public static final String ALLOWED = "a finite number up to 1e150 in size, such as 2, -1.5e-3, 1+2i or -i";

    // A mantissa is digits with at most one point; the length limit keeps a long digit string from costing time.
    private static final String REAL = "(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})(?:[eE][+-]?\\d{1,6})?";
    private static final Pattern NUMBER = Pattern.compile(
            "(?<re>[+-]?" + REAL + ")?(?:(?<sign>[+-])?(?<im>" + REAL + ")?\\*?[ij])?");
    private static final Pattern SPACED_SIGN = Pattern.compile("\\s*([+-])\\s*");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int LONGEST = 200;

    private ComplexText() {}

    /** The number the text says, or empty if it says none or one that is not allowed. */
    public static Optional<Complex> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = normalize(text);
        Matcher matcher = NUMBER.matcher(plain);
        if (plain.isEmpty() || !matcher.matches()) {
            String number = Typed.number(text);
            // A comma parts entries, and is never a decimal one.
            return number.equals(text) || text.indexOf(',') >= 0 ? Optional.empty() : parse(number);
        }
        String re = matcher.group("re");
        String sign = matcher.group("sign");
        String im = matcher.group("im");
        char last = plain.charAt(plain.length() - 1);
        boolean imaginary = last == 'i' || last == 'j';
        if (imaginary && re != null && sign == null) {
            // "2i" and "-3e2*i": what was read as the real part is the imaginary one; "1 2" with two parts is neither.
            return im == null ? bounded(0, Double.parseDouble(re)) : Optional.empty();
        }
        if (!imaginary && re == null) {
            return Optional.empty();
        }
        double y = imaginary ? (im == null ? 1 : Double.parseDouble(im)) : 0;
        return bounded(re == null ? 0 : Double.parseDouble(re), "-".equals(sign) ? -y : y);
    }

    private static String normalize(String text) {
        String plain = text.strip().replace('\u2212', '-');
        if (plain.startsWith("(") && plain.endsWith(")")) {
            plain = plain.substring(1, plain.length() - 1).strip();
        }
        plain = SPACED_SIGN.matcher(plain).replaceAll("$1");
        // A plus sign in a query arrives as a space.
        return SPACE.matcher(plain).replaceAll("+");
    }

    private static Optional<Complex> bounded(double re, double im) {
        boolean allowed = Math.abs(re) <= LARGEST && Math.abs(im) <= LARGEST;
        return allowed ? Optional.of(new Complex(re, im)) : Optional.empty();
    }

    /** The shortest text that {@link #parse} reads back as the same number. */
    public static String print(Complex z) {
        double re = z.getRealPart();
        double im = z.getImaginaryPart();
        if (im == 0) {
            return Decimal.write(re);
        }
        String factor = Math.abs(im) == 1 ? "" : Decimal.write(Math.abs(im));
        String sign = im < 0 ? "-" : re == 0 ? "" : "+";
        return (re == 0 ? "" : Decimal.write(re)) + sign + factor + "i";
    }
}
