package descentlab.classroom;

import java.util.List;

/**
 * What has become of a room, told by the server that leads it to those that follow.
 *
 * @param epoch of who tells; older ones are not believed
 * @param number of commits in the room's life, the one told of included
 * @param done what was done by that commit; nothing if none is told of
 * @param shown what is shown now
 * @param written whether the room could be written when that was last tried
 */
record News(RoomCode room, long epoch, long number, List<Command.Keeping> done, Shown shown, boolean written) {

    News {
        done = List.copyOf(done);
    }
}
