package descentlab.classroom;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/** The rooms that are in this server's memory, led by it or by another. */
final class HeldRooms {

    private final ConcurrentMap<RoomCode, Room> rooms = new ConcurrentHashMap<>();
    private final RoomLoader loader;

    HeldRooms(RoomLoader loader) {
        this.loader = loader;
    }

    RoomLoader loader() {
        return loader;
    }

    Collection<Room> inMemory() {
        return rooms.values();
    }

    Optional<Room> known(RoomCode code) {
        return Optional.ofNullable(rooms.get(code));
    }

    /** A room, open or closed, if it is still kept. */
    Optional<Room> held(RoomCode code) {
        return known(code).or(() -> loader.room(code).map(loaded -> {
            // Loaded outside the map's lock; of two who load at once, one's is dropped.
            Room earlier = rooms.putIfAbsent(code, loaded);
            return earlier == null ? loaded : earlier;
        }));
    }

    void forget(RoomCode code) {
        rooms.remove(code);
    }

    void forgetIf(Predicate<Room> which) {
        rooms.values().removeIf(which);
    }
}
