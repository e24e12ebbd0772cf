package descentlab.classroom;

import descentlab.account.SignedIn;
import descentlab.account.Teacher;
import descentlab.progress.LearnerCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who may read what a room shows: its teacher, and who has a seat in it. A guessed code is answered as a stranger is. */
@Component
final class RoomReaders {

    private final Rooms rooms;

    RoomReaders(Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * A room for who asks.
     *
     * @throws ResponseStatusException if there is none, so that nobody learns which rooms there are, or nobody leads it now
     */
    Room room(String code) {
        return RoomCode.parse(code).flatMap(this::found).orElseThrow(RoomReaders::notTheirs);
    }

    private Optional<Room> found(RoomCode code) {
        try {
            return rooms.find(code);
        } catch (ClassroomException nobodyLeadsIt) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, nobodyLeadsIt.getMessage());
        }
    }

    /**
     * Who reads: nobody of the class if it is the room's teacher.
     *
     * @throws ResponseStatusException if it is neither
     */
    static Optional<ParticipantId> reader(Room room, HttpServletRequest request) {
        boolean teacher = SignedIn.teacher().map(Teacher::id).filter(room.teacher()::equals).isPresent();
        if (teacher) {
            return Optional.empty();
        }
        return Optional.of(LearnerCookie.read(request)
                .flatMap(token -> room.participant(token.learner()))
                .filter(participant -> !participant.removed())
                .map(Participant::id)
                .orElseThrow(RoomReaders::notTheirs));
    }

    private static ResponseStatusException notTheirs() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN, "Only who has joined this room can follow it.");
    }
}
