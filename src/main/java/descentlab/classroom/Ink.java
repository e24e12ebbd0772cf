package descentlab.classroom;

import descentlab.objective.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the teacher's pointer and pen show on the plot that is led, in its coordinates. It is a value, and never written.
 *
 * @param revision grows with every change
 * @param aim where is pointed, if anywhere
 * @param strokes of the pen, in the order in which they were begun
 * @param view the part of the plane that the teacher looks at: least and greatest x1, least and greatest x2; nothing while they see
 *     all of the race
 */
record Ink(long revision, Optional<Aim> aim, List<Stroke> strokes, List<Double> view) {

    /** Strokes on a plot, at most. */
    static final int MOST_STROKES = 60;

    /** Points of all strokes together, at most: servers tell each other all of it with each change. */
    static final int MOST_POINTS = 2500;

    /** Of an untouched plot. */
    static final Ink NONE = new Ink(0, Optional.empty(), List.of(), List.of());

    /**
     * Where is pointed.
     *
     * @param hand the window whose pointer it is
     * @param told the ink's revision by which it was told, which grows also while the pointer rests
     */
    record Aim(String hand, Point at, long told) {}

    /**
     * What the pen has drawn without being lifted.
     *
     * @param id a name that the window chose, of its own among all of the room
     * @param places x1 and x2 of each point in turn
     */
    record Stroke(String id, List<Double> places) {

        Stroke {
            places = List.copyOf(places);
        }

        int points() {
            return places.size() / 2;
        }

        /** Coordinates from one of its points on. */
        List<Double> from(int point) {
            return places.subList(2 * point, places.size());
        }
    }

    Ink {
        strokes = List.copyOf(strokes);
        view = view == null ? List.of() : List.copyOf(view); // as a server of an earlier version says none
    }

    /** Points there, or if nowhere, no more with that hand. */
    Ink aimed(String hand, Optional<Point> at) {
        if (at.isEmpty() && aim.filter(aimed -> aimed.hand().equals(hand)).isEmpty()) {
            return this;
        }
        return new Ink(revision + 1, at.map(place -> new Aim(hand, place, revision + 1)), strokes, view);
    }

    /**
     * Draws a stroke on, or begins it. Points that are there are left, so that the same may be asked for twice; and a stroke
     * that was wiped while it was drawn stays so.
     *
     * @param from which of the stroke's points the first one is
     * @throws ClassroomException if that is more than a plot bears
     */
    Ink drawn(String id, int from, List<Double> places) {
        int known = strokes.size();
        int at = 0;
        while (at < known && !strokes.get(at).id().equals(id)) {
            at++;
        }
        int points = at < known ? strokes.get(at).points() : 0;
        int more = from + places.size() / 2 - points;
        if (from > points || more <= 0) {
            return this;
        }
        if (at == known && known == MOST_STROKES) {
            throw new ClassroomException("The plot holds " + MOST_STROKES + " strokes at most. Wipe it, or undo some.");
        }
        if (strokes.stream().mapToInt(Stroke::points).sum() + more > MOST_POINTS) {
            throw new ClassroomException("What is drawn on the plot has " + MOST_POINTS + " points at most. Wipe it, or undo some.");
        }
        List<Stroke> next = new ArrayList<>(strokes);
        if (at == known) {
            next.add(new Stroke(id, places));
        } else {
            List<Double> longer = new ArrayList<>(strokes.get(at).places());
            longer.addAll(places.subList(2 * (points - from), places.size()));
            next.set(at, new Stroke(id, longer));
        }
        return new Ink(revision + 1, aim, next, view);
    }

    /** Without the last stroke. */
    Ink undone() {
        return strokes.isEmpty() ? this : new Ink(revision + 1, aim, strokes.subList(0, strokes.size() - 1), view);
    }

    /** Without any stroke. */
    Ink wiped() {
        return strokes.isEmpty() ? this : new Ink(revision + 1, aim, List.of(), view);
    }

    /** Seen there; all of the race if that is no part of the plane. */
    Ink looked(List<Double> at) {
        return at.equals(view) ? this : new Ink(revision + 1, aim, strokes, at);
    }

    /** Of another plot, on which nothing is drawn yet. */
    Ink another() {
        return new Ink(revision + 1, Optional.empty(), List.of(), List.of());
    }
}
