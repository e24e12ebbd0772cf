package descentlab.classroom;

import descentlab.classroom.RoomStore.PollRow;
import descentlab.classroom.RoomStore.RoomRow;
import descentlab.classroom.RoomStore.VoteRow;
import descentlab.experiment.SurfaceExperiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rooms to rows and back. */
final class RoomRecords {

    private RoomRecords() {}

    static RoomRow row(Room room) {
        Board board = room.board();
        return new RoomRow(
                room.code(),
                room.teacher(),
                room.opened(),
                room.used(),
                room.closed,
                board.led().page(),
                board.led().query(),
                room.scene().step(),
                board.following(),
                board.named(),
                board.task().map(task -> task.vary().name()),
                board.task().map(task -> task.experiment().query()));
    }

    static PollRow row(Poll poll) {
        return new PollRow(
                poll.number(),
                poll.question().write(),
                poll.experiment().query(),
                poll.stage().name(),
                poll.round());
    }

    static int nextNumber(Room room) {
        return 1 + room.participants.values().stream().mapToInt(Participant::number).max().orElse(0);
    }

    /** The room as it was when it was last written, at the step it showed. */
    static Room load(RoomRow row, RoomStore store, RoomRuns runs) {
        List<PollRow> polls = store.polls(row.code());
        boolean hidden = row.task().isPresent()
                || !polls.isEmpty() && poll(polls.getLast(), List.of(Map.of())).hidesRun();
        Scene scene = runs.scene(row.code(), Links.read(row.page(), row.query()), hidden, row.step());
        Room room = new Room(row.code(), row.teacher(), row.opened(), row.used(), scene);
        store.participants(row.code()).forEach(one -> room.participants.put(one.id(), one));
        room.following = row.following();
        room.named = row.named();
        room.closed = row.closed();
        room.task = row.vary()
                .map(vary -> new TryTask(
                        TryTask.Vary.valueOf(vary), Links.surface(row.task().orElseThrow())));
        List<VoteRow> votes = store.votes(row.code());
        polls.forEach(poll -> room.polls.add(poll(poll, rounds(poll, votes))));
        store.tries(row.code()).forEach(tried -> {
            SurfaceExperiment experiment = Links.surface(tried.query());
            room.tries.put(
                    tried.participant(),
                    new Tried(room.participants.get(tried.participant()), experiment, Optional.empty()));
            runs.way(room, tried.participant(), experiment);
        });
        return room;
    }

    private static Poll poll(PollRow row, List<Map<ParticipantId, Vote>> rounds) {
        return new Poll(
                row.number(),
                Question.read(row.question()),
                Links.surface(row.query()),
                Poll.Stage.valueOf(row.stage()),
                rounds,
                Optional.empty());
    }

    private static List<Map<ParticipantId, Vote>> rounds(PollRow poll, List<VoteRow> votes) {
        Question question = Question.read(poll.question());
        SurfaceExperiment experiment = Links.surface(poll.query());
        List<Map<ParticipantId, Vote>> rounds = new ArrayList<>();
        for (int i = 0; i < poll.rounds(); i++) {
            rounds.add(new HashMap<>());
        }
        votes.stream()
                .filter(vote -> vote.poll() == poll.number() && vote.round() <= poll.rounds())
                .forEach(vote -> rounds.get(vote.round() - 1)
                        .put(vote.participant(), Vote.read(question, experiment, vote.answer())));
        return rounds;
    }
}
