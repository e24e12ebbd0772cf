package descentlab.classroom;

import com.fasterxml.jackson.annotation.JsonInclude;
import descentlab.client.Counters.Held;
import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.run.StreamReaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Streams a room's scene, and the ink on its plot, to everyone in it, as server-sent events: the scene as it is, then each
 * change. One who reads slowly skips scenes that newer ones have replaced and gets the ink of that time at once, and one
 * who does not read at all is let go by the connector's write timeout, having held nothing but a virtual thread.
 */
@RestController
class RoomStreamController {

    private static final int MOST_OF_ONE = 6;
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofMillis(150);

    /** A scene as the browser reads it. */
    @JsonInclude
    record Frame(
            long revision,
            String kind,
            String run,
            String field,
            int step,
            boolean playing,
            double speed,
            double elapsed,
            String scheme,
            boolean frozen,
            String hand,
            String progress,
            double away) {}

    private final RoomReaders rooms;
    private final JsonMapper json;
    private final InstantSource clock;
    private final StreamReaders readers;

    RoomStreamController(RoomReaders rooms, JsonMapper json, StreamReaders readers) {
        this.rooms = rooms;
        this.readers = readers;
        this.json = json;
        this.clock = InstantSource.system();
    }

    @GetMapping("/stream/rooms/{code}")
    void stream(@PathVariable String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        Room room = rooms.room(code);
        Optional<ParticipantId> reader = RoomReaders.reader(room, request);
        if (room.isClosed()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "This room is closed.");
        }
        try (Held place = readers.take(request)) {
            if (reader.isPresent() && !room.connect(reader.get(), MOST_OF_ONE)) {
                throw new ResponseStatusException(
                        HttpStatus.TOO_MANY_REQUESTS, "This room is open in as many tabs as may be. Close one.");
            }
            try {
                response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
                response.setCharacterEncoding("UTF-8");
                response.setHeader("Cache-Control", "no-store");
                response.setHeader("X-Accel-Buffering", "no"); // or a reverse proxy may hold the stream back
                send(room, reader, response.getOutputStream());
            } finally {
                reader.ifPresent(room::disconnect);
            }
        }
    }

    private void send(Room room, Optional<ParticipantId> reader, OutputStream out)
            throws IOException, InterruptedException {
        long seen = -1;
        Optional<Ink> told = Optional.empty();
        while (true) {
            Optional<Shown> shown = room.awaitShown(seen, told.map(Ink::revision).orElse(-1L), HEARTBEAT);
            if (room.isClosed()) {
                write(out, "event: closed\ndata: {}\n\n");
                return;
            }
            if (reader.isPresent() && !room.seats(reader.get())) {
                write(out, "event: closed\ndata: {\"out\":true}\n\n");
                return;
            }
            if (shown.isEmpty()) {
                write(out, ":\n\n"); // so that it is seen within seconds who is gone
                continue;
            }
            Scene scene = shown.get().scene();
            Ink ink = shown.get().ink();
            String events = "";
            if (scene.revision() > seen) {
                seen = scene.revision();
                events = "event: scene\nid: " + seen + "\ndata: " + json.writeValueAsString(frame(scene)) + "\n\n";
            }
            if (told.filter(before -> before.revision() == ink.revision()).isEmpty()) {
                events += "event: ink\ndata: " + json.writeValueAsString(InkFrame.of(scene.plot(), ink, told)) + "\n\n";
                told = Optional.of(ink);
            }
            write(out, events);
        }
    }

    private Frame frame(Scene scene) {
        Duration since = Duration.between(scene.since(), clock.instant());
        return new Frame(
                scene.revision(),
                kind(scene.led()),
                scene.run(),
                scene.field(),
                scene.step(),
                scene.playing(),
                scene.speed(),
                scene.playing() && since.compareTo(FRESH) > 0 ? since.toMillis() / 1000.0 : 0,
                scene.scheme().map(scheme -> scheme.name().toLowerCase(Locale.ROOT)).orElse(null),
                scene.frozen(),
                scene.hand(),
                progress(scene.progress()),
                scene.away());
    }

    private static String kind(Experiment led) {
        return switch (led) {
            case SurfaceExperiment race -> "race";
            case TrainingExperiment training -> "training";
            case SpectrumExperiment matrix -> "spectrum";
        };
    }

    private static String progress(Scene.Progress progress) {
        return switch (progress) {
            case GOES_ON -> "on";
            case PAUSED -> "paused";
            case STOPPED -> "stopped";
        };
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
