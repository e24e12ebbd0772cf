package descentlab.landscape;

import java.util.OptionalLong;

/**
 * Whether the loss around the paths of a training is drawn, and how.
 *
 * @param plane in which plane
 * @param pictures of which the loss is the mean, where there are as many
 * @param other seed of another start from which the first optimizer trains once more, so that the loss between the two nets is drawn
 */
public record SlicePlan(PlaneKind plane, int pictures, OptionalLong other) {

    /** Where nobody says otherwise. */
    public static final int USUAL = 500;

    /** Pictures, at most. */
    public static final int MOST = 2000;

    /** Not at all. */
    public static final SlicePlan NONE = new SlicePlan(PlaneKind.NONE, USUAL);

    /** From one start only. */
    public SlicePlan(PlaneKind plane, int pictures) {
        this(plane, pictures, OptionalLong.empty());
    }

    public SlicePlan {
        if (pictures < 1 || pictures > MOST) {
            throw new IllegalArgumentException("a slice by " + pictures + " pictures");
        }
    }

    /** Whether it is drawn. */
    public boolean on() {
        return plane != PlaneKind.NONE;
    }
}
