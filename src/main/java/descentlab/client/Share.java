package descentlab.client;

/**
 * How much of a common good of one server may be held. One holder gets half of what is there while nobody else holds any
 * of it, and less as it runs out: never more than is still free. So whoever grabs all they get leaves half to the others, and the
 * next who does so half of that.
 *
 * @param of what is held; the same for all shares that are to be counted together
 * @param all most that all hold together
 * @param mostOfOne most that one holds
 * @param surely what one holder gets however little is free, as long as there is something
 */
public record Share(String of, int all, int mostOfOne, int surely) {

    public Share {
        if (surely < 0 || mostOfOne < surely || all < 1) {
            throw new IllegalArgumentException("allowed: 0 <= surely <= mostOfOne, 1 <= all; came: " + surely + ", "
                    + mostOfOne + ", " + all);
        }
    }

    /** A bound for each holder alone. */
    public static Share each(String of, int mostOfOne) {
        return new Share(of, Integer.MAX_VALUE, mostOfOne, mostOfOne);
    }

    /** Whether one who holds {@code mine}, while all hold {@code taken}, may hold one more. */
    public boolean allows(int mine, int taken) {
        int free = all - taken;
        return free > 0 && mine < mostOfOne && (mine < surely || mine < free);
    }
}
