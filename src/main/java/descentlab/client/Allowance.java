package descentlab.client;

/**
 * So many at once, and then so many a second.
 *
 * @param of what is allowed; the same for all allowances that are to be counted together
 * @param atOnce most at once
 * @param perSecond how many come back each second
 * @param first how many there are for whoever was not seen before
 * @param overall whether what is taken on all servers counts together; else each server gives that much
 */
public record Allowance(String of, int atOnce, double perSecond, int first, boolean overall) {

    public Allowance {
        if (atOnce < 1 || !(perSecond > 0) || first < 0 || first > atOnce) {
            throw new IllegalArgumentException("allowed: at least one at once, some a second; came: " + atOnce + " and "
                    + perSecond + ", the first time " + first);
        }
    }

    public Allowance(String of, int atOnce, double perSecond, int first) {
        this(of, atOnce, perSecond, first, true);
    }

    /** One that is there in full for whoever was not seen before. */
    public Allowance(String of, int atOnce, double perSecond) {
        this(of, atOnce, perSecond, atOnce);
    }

    /** The same of each server for itself, as it bounds what one server has to bear. */
    public Allowance ofEachServer() {
        return new Allowance(of, atOnce, perSecond, first, false);
    }
}
