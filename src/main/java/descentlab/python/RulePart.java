package descentlab.python;

import descentlab.rule.Span;

/**
 * A part of somebody's own rule as code.
 *
 * @param tightness how tightly its last operation binds
 * @param array whether it is an array for certain, and no number of Python's
 * @param whole whether it is for certain an array with an entry for each element
 * @param plain whether it is a number of Python's for certain
 * @param span how many values it has in the lab
 */
record RulePart(String code, int tightness, boolean array, boolean whole, boolean plain, Span span) {

    static final int SUM = 1;
    static final int PRODUCT = 2;
    static final int SIGN = 3;
    static final int POWER = 4;
    static final int ATOM = 5;

    /** A number of Python's. */
    static RulePart number(String code) {
        return new RulePart(code, ATOM, false, false, true, Span.ONE);
    }

    /** What comes of parts by something that makes an array of arrays, and numbers of numbers. */
    static RulePart of(String code, int tightness, RulePart... parts) {
        boolean array = false;
        boolean whole = false;
        boolean plain = true;
        Span span = Span.ONE;
        for (RulePart part : parts) {
            array |= part.array;
            whole |= part.whole;
            plain &= part.plain;
            span = part.span.compareTo(span) > 0 ? part.span : span;
        }
        return new RulePart(code, tightness, array, whole, plain, span);
    }

    /** The same under other words that bind tightly, such as a call. */
    RulePart as(String other) {
        return new RulePart(other, ATOM, array, whole, plain, span);
    }

    /** The same as an array for certain. */
    RulePart asArray(String other) {
        return new RulePart(other, ATOM, true, whole, false, span);
    }

    boolean ofElements() {
        return span == Span.ELEMENT;
    }

    String within(int least) {
        return tightness < least ? "(" + code + ")" : code;
    }
}
