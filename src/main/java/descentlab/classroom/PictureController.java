package descentlab.classroom;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Pictures of a room's questions: once for all who look at them, rather than in each one's page. */
@RestController
class PictureController {

    private static final Duration CACHED = Duration.ofHours(1);

    private final RoomReaders rooms;

    PictureController(RoomReaders rooms) {
        this.rooms = rooms;
    }

    @GetMapping("/api/rooms/{code}/questions/{number}/picture")
    ResponseEntity<byte[]> picture(@PathVariable String code, @PathVariable int number, HttpServletRequest request) {
        Room room = rooms.room(code);
        RoomReaders.reader(room, request);
        Picture picture = room.polls().stream()
                .filter(poll -> poll.number() == number)
                .flatMap(poll -> poll.question() instanceof OwnQuestion own && !own.picture().isEmpty()
                        ? Stream.of(Picture.of(own.picture()))
                        : Stream.empty())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such picture."));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHED).cachePrivate())
                .contentType(MediaType.parseMediaType(picture.type()))
                .header("X-Content-Type-Options", "nosniff")
                .body(picture.bytes());
    }
}
