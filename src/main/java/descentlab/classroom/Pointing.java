package descentlab.classroom;

import descentlab.objective.Point;
import java.util.List;

/** A teacher's pointer and pen on the plot that is led; all see what they show. {@link Lectern} gives them out. */
public final class Pointing {

    private final Room room;
    private final Lines lines;

    Pointing(Room room, Lines lines) {
        this.room = room;
        this.lines = lines;
    }

    /**
     * Points at a place.
     *
     * @param hand a name that the window chose
     * @throws ClassroomException if no plot is led that has such places, or it is none
     */
    public void aim(String hand, Point at) {
        act(new Command.Aim(hand, at));
    }

    /** Points no more with that hand. */
    public void rest(String hand) {
        act(new Command.Aim(hand, null));
    }

    /**
     * Draws a stroke on, or begins it.
     *
     * @param stroke a name that no other stroke has
     * @param from which of the stroke's points the first one is
     * @param places x1 and x2 of each point in turn
     * @throws ClassroomException if no plot is led that can be drawn on, or these are no points or too many
     */
    public void draw(String stroke, int from, List<Double> places) {
        act(new Command.Pen(stroke, from, places));
    }

    /**
     * Has all look at a part of the plane, as the teacher does.
     *
     * @param view least and greatest x1, least and greatest x2
     * @throws ClassroomException if no plot is led, or that is no part of one
     */
    public void look(String hand, List<Double> view) {
        act(new Command.Look(hand, view));
    }

    /** Has all see all of the race again. */
    public void lookAtAll(String hand) {
        act(new Command.Look(hand, null));
    }

    /** Takes the last stroke away. */
    public void undo() {
        act(new Command.Wipe(false));
    }

    /** Takes all strokes away. */
    public void wipe() {
        act(new Command.Wipe(true));
    }

    private void act(Command command) {
        lines.send(room, command).await();
    }
}
