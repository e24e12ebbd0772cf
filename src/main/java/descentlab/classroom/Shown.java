package descentlab.classroom;

import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import java.util.Optional;

/**
 * What is shown of a room beside what is kept of it: a value, changed by whoever leads. It is seen at once, and written
 * when that can be.
 *
 * @param turn grows with every change
 * @param scene what everyone's screen shows
 * @param following whether all follow the teacher, rather than explore freely
 * @param lobby whether the projector shows how to join
 * @param named whether what everyone tries is shown with names
 * @param drawn whether the ways of what everyone tries are drawn over the race
 * @param before the race to go back to, while a training or somebody's run is shown
 * @param putAways how often all that was tried was put away, which is not written yet
 * @param countdown what is counted down, if anything
 * @param visit the page that all are asked to open, if any
 * @param ink what the teacher points at and has drawn on the plot
 * @param wall what stands on the wall beside what is led
 */
record Shown(
        long turn,
        Scene scene,
        boolean following,
        boolean lobby,
        boolean named,
        boolean drawn,
        Optional<Experiment> before,
        int putAways,
        Optional<Countdown> countdown,
        Optional<String> visit,
        Ink ink,
        OnWall wall) {

    Shown {
        // As a server of an earlier version says none.
        countdown = countdown == null ? Optional.empty() : countdown;
        visit = visit == null ? Optional.empty() : visit;
        ink = ink == null ? Ink.NONE : ink;
        wall = wall == null ? OnWall.NOTHING : wall;
    }

    /** Of a room that was just read from the disk. */
    static Shown of(Scene scene, boolean following, boolean named) {
        return new Shown(0, scene, following, true, named, true, Optional.empty(), 0, Optional.empty(), Optional.empty(), Ink.NONE, OnWall.NOTHING);
    }

    /** The race that is led, or that will be gone back to. */
    Optional<Experiment> race() {
        return before.or(() -> Optional.of(scene.led()).filter(SurfaceExperiment.class::isInstance));
    }

    /** What is drawn on one surface means nothing on another. */
    Shown with(Scene other) {
        return new Shown(turn + 1, other, following, lobby, named, drawn, before, putAways, countdown, visit,
                other.plot().equals(scene.plot()) ? ink : ink.another(), wall);
    }

    Shown ink(Ink now) {
        return new Shown(turn + 1, scene, following, lobby, named, drawn, before, putAways, countdown, visit, now, wall);
    }

    Shown following(boolean now) {
        return new Shown(turn + 1, scene, now, lobby, named, drawn, before, putAways, countdown, visit, ink, wall);
    }

    Shown lobby(boolean now) {
        return new Shown(turn + 1, scene, following, now, named, drawn, before, putAways, countdown, visit, ink, wall);
    }

    Shown named(boolean now) {
        return new Shown(turn + 1, scene, following, lobby, now, drawn, before, putAways, countdown, visit, ink, wall);
    }

    Shown drawn(boolean now) {
        return new Shown(turn + 1, scene, following, lobby, named, now, before, putAways, countdown, visit, ink, wall);
    }

    Shown before(Optional<Experiment> race) {
        return new Shown(turn + 1, scene, following, lobby, named, drawn, race, putAways, countdown, visit, ink, wall);
    }

    Shown putAways(int now) {
        return new Shown(turn + 1, scene, following, lobby, named, drawn, before, now, countdown, visit, ink, wall);
    }

    Shown countdown(Optional<Countdown> now) {
        return new Shown(turn + 1, scene, following, lobby, named, drawn, before, putAways, now, visit, ink, wall);
    }

    Shown visit(Optional<String> now) {
        return new Shown(turn + 1, scene, following, lobby, named, drawn, before, putAways, countdown, now, ink, wall);
    }

    Shown wall(OnWall now) {
        return new Shown(turn + 1, scene, following, lobby, named, drawn, before, putAways, countdown, visit, ink, now);
    }

    /** The same, told after all of an earlier one that leads no more. */
    Shown after(Shown earlier) {
        return new Shown(Math.max(turn, earlier.turn) + 1, scene, following, lobby, named, drawn, before, putAways, countdown, visit, ink, wall);
    }

    /** One matrix in place of another is told by the stream alone. */
    private static boolean isMatrix(Scene scene) {
        return scene.led() instanceof SpectrumExperiment;
    }

    /** What of the room changes with that: the scene's place and the ink alone, or all. */
    Topic topic(Shown later) {
        return equals(new Shown(turn, scene, later.following, later.lobby, later.named, later.drawn, later.before, later.putAways, later.countdown, later.visit, ink, later.wall))
                        && (scene.run().equals(later.scene.run()) || isMatrix(scene) && isMatrix(later.scene))
                        && scene.frozen() == later.scene.frozen()
                        && scene.progress() == later.scene.progress()
                        && scene.scheme().equals(later.scene.scheme())
                ? Topic.SCENE
                : Topic.BOARD;
    }
}
