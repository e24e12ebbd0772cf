package descentlab.classroom;

import java.util.ArrayList;
import java.util.List;

/** What pointer and pen show in a room, for tests of its pages. */
public final class InkSeen {

    private InkSeen() {}

    /** Each stroke with its places, and last where is pointed, if anywhere. */
    public static List<String> in(Room room) {
        Ink ink = room.shown().ink();
        List<String> all = new ArrayList<>(
                ink.strokes().stream().map(stroke -> stroke.id() + " " + stroke.places()).toList());
        ink.aim().ifPresent(aim -> all.add(aim.hand() + " at " + aim.at()));
        return all;
    }
}
