package descentlab.classroom;

import descentlab.account.SignedIn;
import descentlab.account.Teacher;
import descentlab.run.RunService.Way;
import descentlab.training.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A room's data, for its teacher. */
@RestController
class RoomApi {

    /** Everyone's ways, as the plot draws them. */
    record Paths(List<Path> paths) {}

    /** One way: by the number in the order of joining; without a name while names are hidden. */
    record Path(int id, String name, double[][] points, Double f, boolean diverged) {}

    private static final String HEADING =
            "nickname,here,page,since,exercise,part,solved,shown,attempts,hints,votes,right";

    private final Rooms rooms;
    private final Attendance attendance;

    RoomApi(Rooms rooms, Attendance attendance) {
        this.rooms = rooms;
        this.attendance = attendance;
    }

    @GetMapping("/api/rooms/{code}/tries.json")
    ResponseEntity<Paths> tries(@PathVariable String code) {
        Board board = room(code).board();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Paths(board.tries().stream()
                        .filter(tried -> tried.way().isPresent())
                        .map(tried -> path(tried, tried.way().get(), board.named()))
                        .toList()));
    }

    private static Path path(Tried tried, Way way, boolean named) {
        double[][] points = new double[way.points().length / 2][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {way.points()[2 * i], way.points()[2 * i + 1]};
        }
        return new Path(
                tried.by().number(),
                named ? tried.by().nickname().value() : null,
                points,
                Double.isFinite(way.f()) ? way.f() : null,
                way.outcome() instanceof Outcome.Diverged);
    }

    @GetMapping("/api/rooms/{code}/class.csv")
    ResponseEntity<byte[]> attendance(@PathVariable String code) {
        Room room = room(code);
        String rows = attendance.of(room).stream().map(RoomApi::line).collect(Collectors.joining());
        return csv("class-" + room.code(), HEADING + "\n" + rows);
    }

    @GetMapping("/api/rooms/{code}/questions.csv")
    ResponseEntity<byte[]> questions(@PathVariable String code) {
        Room room = room(code);
        return csv("questions-" + room.code(), questions(room.polls()));
    }

    @GetMapping("/api/rooms/{code}/timeline.csv")
    ResponseEntity<byte[]> timeLine(@PathVariable String code) {
        Room room = room(code);
        return csv("timeline-" + room.code(), timeLine(TimeLine.of(room.opened(), room.journal())));
    }

    /** What happened when, with how many were lost and what the class asked until the next thing did. */
    static String timeLine(TimeLine line) {
        StringBuilder text = new StringBuilder("time,kind,what,lost,questions\n");
        line.entries().forEach(entry -> text.append(entry.at()).append(',')
                .append(entry.moment().map(moment -> moment.kind().name().toLowerCase(Locale.ROOT)).orElse("opened")).append(',')
                .append(quoted(plain(entry.moment().map(Moment::what).orElse("")))).append(',')
                .append(entry.lost()).append(',')
                .append(entry.enquiries()).append('\n'));
        return text.toString();
    }

    /** What was asked and answered, a line for each answer of each round. */
    static String questions(List<Poll> polls) {
        StringBuilder text = new StringBuilder("number,question,experiment,round,answer,votes,right\n");
        for (Poll poll : polls) {
            List<Tally.Count> rounds = poll.tally().rounds();
            for (int round = 0; round < rounds.size(); round++) {
                for (Row row : rows(poll, rounds.get(round))) {
                    text.append(poll.number()).append(',')
                            .append(quoted(poll.text())).append(',')
                            .append(quoted(poll.experiment().link())).append(',')
                            .append(round + 1).append(',')
                            .append(quoted(row.answer())).append(',')
                            .append(row.votes()).append(',')
                            .append(poll.isSettled() ? String.valueOf(row.right()) : "").append('\n');
                }
            }
        }
        return text.toString();
    }

    /** Answers that count together. */
    private record Row(String answer, int votes, boolean right) {}

    /** What was chosen; of places and numbers, where no two need be the same, each answer by itself. */
    private static List<Row> rows(Poll poll, Tally.Count count) {
        if (!poll.options().isEmpty()) {
            return count.bars().stream().map(bar -> new Row(bar.label(), bar.votes(), bar.right())).toList();
        }
        return count.answers().stream()
                .map(vote -> new Row(written(poll, vote), 1, poll.isSettled() && poll.truth().orElseThrow().right(vote)))
                .toList();
    }

    /** In place of a written answer that the teacher has taken away: it was a vote, and is not to be read. */
    private static final String STRUCK = "(taken away)";

    /** What somebody wrote is text also where it begins as a formula does. */
    private static String written(Poll poll, Vote vote) {
        if (vote instanceof Vote.Order order) {
            return Groups.letters(poll, order);
        }
        return switch (vote) {
            case Vote.Text text -> poll.isStruck(text.text()) ? STRUCK : plain(text.write());
            case Vote.Words words -> {
                List<String> left = words.words().stream().filter(word -> !poll.isStruck(word)).toList();
                yield left.isEmpty() ? STRUCK : plain(new Vote.Words(left).write());
            }
            default -> vote.write();
        };
    }

    private static String plain(String text) {
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }

    private static final Pattern FORMULA = Pattern.compile("^[=+@-]");

    /** A number that is negative begins like a formula, and is none. */
    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static ResponseEntity<byte[]> csv(String name, String text) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Nicknames and paths hold neither quotes nor commas; a nickname begins with a letter or digit, never a formula. */
    private static String line(Attendance.Row row) {
        return String.join(
                        ",",
                        row.participant().nickname().value(),
                        String.valueOf(row.here()),
                        row.page().map(page -> page.path().replaceAll("[,\"\\s]", " ")).orElse(""),
                        row.page().map(Whereabouts.Page::opened).map(Instant::toString).orElse(""),
                        row.standing().latest().map(latest -> latest.exercise()).orElse(""),
                        row.standing().latest().map(latest -> latest.part()).orElse(""),
                        String.valueOf(row.standing().solved()),
                        String.valueOf(row.standing().shown()),
                        String.valueOf(row.standing().attempts()),
                        String.valueOf(row.standing().hints()),
                        String.valueOf(row.votes()),
                        String.valueOf(row.right()))
                + "\n";
    }

    private Room room(String code) {
        return RoomCode.parse(code)
                .flatMap(rooms::find)
                .filter(room -> SignedIn.teacher()
                        .map(Teacher::id)
                        .filter(room.teacher()::equals)
                        .isPresent())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.FORBIDDEN, "Only the teacher of a room gets its data; sign in first."));
    }
}
