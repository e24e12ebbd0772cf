package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The plane of (x1, x2): contours of the objective and the optimizers' ways over it. Works inside a {@link Race}, and
 * needs a height from its layout. For a class it also takes a guess, shows everyone's as a cloud with the truth over
 * it, and everyone's trajectories at once.
 */
@Tag("race-surface")
@JsModule("./race-surface/race-surface.ts")
public class RaceSurface extends Component implements HasStyle, HasSize {

    /** As many points as one cloud may have. */
    public static final int MOST_CLOUD_POINTS = 1000;

    /** Offers, where one has gone to a step of a path, to go on from there with something else. */
    public Registration addBranchListener(ComponentEventListener<BranchAsked> listener) {
        getElement().setAttribute("branches", true);
        return addListener(BranchAsked.class, listener);
    }

    /**
     * Whether a click, a drag and the arrow keys place a guess, told to the {@link #addPickListener pick listeners},
     * instead of moving the start. Meanwhile the ways of the optimizers are hidden, in words too, and nothing plays:
     * what is to be guessed must not be seen.
     */
    public void setPicking(boolean picking) {
        getElement().setAttribute("picking", picking);
    }

    /** Marks a guess, also where the hand has moved it since. A view answers a final {@link PointPick} by this. */
    public void setGuess(Double x1, Double x2) {
        getElement().setAttribute("guess", pair(x1, x2));
    }

    public void clearGuess() {
        getElement().removeAttribute("guess");
        // The hand may have placed one that was never set from here; who is taken to another page at once never had this one.
        getElement().executeJs("$0?.forgetGuess()", getElement());
    }

    /**
     * Draws everyone's guesses as a cloud of filled dots; an empty list takes it away.
     *
     * @param points x1 and x2 of each, finite, {@value #MOST_CLOUD_POINTS} at most
     */
    public void setCloud(List<double[]> points) {
        getElement().setPropertyList("cloud", checked(points));
    }

    /** The guesses of a second round, drawn as hollow dots. */
    public void setSecondCloud(List<double[]> points) {
        getElement().setPropertyList("secondCloud", checked(points));
    }

    /** Draws a target over the cloud, at the edge if it lies outside the view, and says how far off the guesses are. */
    public void setTruth(double x1, double x2, String label) {
        setTruth(x1, x2, label, 0);
    }

    /** The same, with a circle about it: how far off is right still, 0 for no circle. */
    public void setTruth(double x1, double x2, String label, double within) {
        getElement().setAttribute("truth-within", Double.toString(within));
        getElement().setAttribute("truth-label", Objects.requireNonNull(label, "label"));
        getElement().setAttribute("truth", pair(x1, x2));
    }

    public void clearTruth() {
        getElement().removeAttribute("truth");
        getElement().removeAttribute("truth-within");
    }

    /**
     * Draws everyone's trajectories, fetched from an address that answers
     * {@code {"paths":[{"id":1,"name":"Ann"|null,"points":[[x1,x2],...],"f":1.2e-3|null,"diverged":false,
     * "emphasis":false},...]}}: 500 paths of 200 points at most, colored by the rank of f.
     */
    public void setOverlay(String url) {
        getElement().setAttribute("overlay", Objects.requireNonNull(url, "url"));
    }

    public void clearOverlay() {
        getElement().removeAttribute("overlay");
    }

    /** Fetches the trajectories again, if this revision is not the one of last time; twice a second at most. */
    public void refreshOverlay(int revision) {
        getElement().setAttribute("overlay-revision", Integer.toString(revision));
    }

    /** Draws the trajectory of this id strongly over all others; null for none but those the answer emphasizes. */
    public void setEmphasis(Integer id) {
        if (id == null) {
            getElement().removeAttribute("emphasis");
        } else {
            getElement().setAttribute("emphasis", id.toString());
        }
    }

    /** Large type, marks and lines, and nothing to press: the projector's view. */
    public void setBare(boolean bare) {
        getElement().setAttribute("bare", bare);
    }

    /** Whether a click, a drag and the arrow keys move the start; true at first. */
    public void setStartMovable(boolean movable) {
        getElement().setAttribute("start-fixed", !movable);
    }

    /** Hatches where f is lower than a start may be; not a number if it may be anywhere. */
    public void setLeastStart(double f) {
        if (Double.isFinite(f)) {
            getElement().setAttribute("least-start", Double.toString(f));
        } else {
            getElement().removeAttribute("least-start");
        }
    }

    /** Called as a guess is placed while {@link #setPicking picking}, some fourteen times a second at most. */
    public Registration addPickListener(ComponentEventListener<PointPick> listener) {
        return addListener(PointPick.class, listener);
    }

    /** Called when one of the trajectories laid over the plot is chosen. */
    public Registration addPathPickListener(ComponentEventListener<PathPick> listener) {
        return addListener(PathPick.class, listener);
    }

    /** Called as the start is clicked, dragged or moved by keys: some fourteen times a second at most. */
    public Registration addStartListener(ComponentEventListener<StartChange> listener) {
        return addListener(StartChange.class, listener);
    }

    /** The start has been moved, to coordinates rounded to what a pixel can tell. */
    @DomEvent("start-change")
    public static class StartChange extends ComponentEvent<RaceSurface> {

        private final double x1;
        private final double x2;
        private final boolean last;

        public StartChange(RaceSurface source, boolean fromClient,
                           @EventData("event.detail.x1") double x1,
                           @EventData("event.detail.x2") double x2,
                           @EventData("event.detail.final") boolean last) {
            super(source, fromClient);
            this.x1 = x1;
            this.x2 = x2;
            this.last = last;
        }

        public double getX1() {
            return x1;
        }

        public double getX2() {
            return x2;
        }

        /** Whether the hand has let go: true once at the end of each move, when the address may be written. */
        public boolean isFinal() {
            return last;
        }
    }

    /** A guess has been placed, at coordinates rounded to what a pixel can tell. */
    @DomEvent("point-pick")
    public static class PointPick extends ComponentEvent<RaceSurface> {

        private final double x1;
        private final double x2;
        private final boolean last;

        public PointPick(RaceSurface source, boolean fromClient,
                         @EventData("event.detail.x1") double x1,
                         @EventData("event.detail.x2") double x2,
                         @EventData("event.detail.final") boolean last) {
            super(source, fromClient);
            this.x1 = x1;
            this.x2 = x2;
            this.last = last;
        }

        public double getX1() {
            return x1;
        }

        public double getX2() {
            return x2;
        }

        /** Whether the hand has let go: true once at the end of each move. */
        public boolean isFinal() {
            return last;
        }
    }

    /** One of the trajectories laid over the plot was chosen. */
    @DomEvent("path-pick")
    public static class PathPick extends ComponentEvent<RaceSurface> {

        private final int id;

        public PathPick(RaceSurface source, boolean fromClient, @EventData("event.detail.id") int id) {
            super(source, fromClient);
            this.id = id;
        }

        /** The id that the answer gave it. */
        public int getId() {
            return id;
        }
    }

    private static String pair(double x1, double x2) {
        return x1 + "," + x2;
    }

    private static List<double[]> checked(List<double[]> points) {
        if (points.size() > MOST_CLOUD_POINTS) {
            throw new IllegalArgumentException(
                    "points: %d, but a cloud has %d at most".formatted(points.size(), MOST_CLOUD_POINTS));
        }
        for (double[] point : points) {
            if (point.length != 2 || !Double.isFinite(point[0]) || !Double.isFinite(point[1])) {
                throw new IllegalArgumentException(
                        "points: %s, but a point is two finite numbers".formatted(Arrays.toString(point)));
            }
        }
        return points;
    }
}
