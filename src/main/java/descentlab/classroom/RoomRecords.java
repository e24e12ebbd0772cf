package descentlab.classroom;

import descentlab.classroom.RoomStore.PollRow;
import descentlab.classroom.RoomStore.RoomRow;
import descentlab.classroom.RoomStore.TriedRow;
import descentlab.classroom.RoomStore.VoteRow;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rooms to rows and back. */
final class RoomRecords {

    private RoomRecords() {}

    static RoomRow row(Room room, Room.Stage stage, Kept kept) {
        return new RoomRow(
                room.code(),
                room.teacher(),
                room.opened(),
                stage.used(),
                kept.closed(),
                stage.led().page(),
                stage.led().query(),
                stage.step(),
                stage.following(),
                stage.named(),
                kept.task().map(task -> task.vary().name()),
                kept.task().map(task -> task.experiment().query()));
    }

    /** Writes whatever differs from what is on disk. */
    static void write(Room room, Room.Stage stage, Kept before, Kept after, RoomStore store) {
        RoomCode code = room.code();
        store.update(row(room, stage, after));
        before.participants().keySet().stream()
                .filter(id -> !after.participants().containsKey(id))
                .forEach(store::delete);
        after.participants().values().stream()
                .filter(participant -> !participant.equals(before.participants().get(participant.id())))
                .forEach(participant -> store.save(code, participant));
        if (!after.tries().keySet().containsAll(before.tries().keySet())) {
            store.forgetTries(code);
            after.tries().forEach((id, tried) -> store.save(code, new TriedRow(id, tried.query())));
        } else {
            after.tries().forEach((id, tried) -> {
                if (!tried.equals(before.tries().get(id))) {
                    store.save(code, new TriedRow(id, tried.query()));
                }
            });
        }
        for (Poll poll : after.polls()) {
            Optional<Poll> earlier = before.polls().stream()
                    .filter(one -> one.number() == poll.number())
                    .findFirst();
            if (!Optional.of(poll).equals(earlier)) {
                write(code, earlier, poll, store);
            }
        }
    }

    /** Votes are taken back only by who leaves, and go with them. */
    private static void write(RoomCode code, Optional<Poll> before, Poll after, RoomStore store) {
        if (!before.map(RoomRecords::row).equals(Optional.of(row(after)))) {
            store.save(code, row(after));
        }
        for (int i = 0; i < after.rounds().size(); i++) {
            int round = i;
            Map<ParticipantId, Vote> known = before.filter(poll -> poll.rounds().size() > round)
                    .map(poll -> poll.rounds().get(round))
                    .orElse(Map.of());
            after.rounds().get(round).forEach((voter, vote) -> {
                if (!vote.equals(known.get(voter))) {
                    store.save(code, new VoteRow(after.number(), round + 1, voter, vote.write()));
                }
            });
        }
    }

    static PollRow row(Poll poll) {
        return new PollRow(
                poll.number(),
                poll.question().write(),
                poll.experiment().query(),
                poll.stage().name(),
                poll.round());
    }

    private static SurfaceExperiment race(String query) {
        return SurfaceExperiment.read(EncodedQuery.read(query)).orThrow().opened();
    }

    static int nextNumber(Kept kept) {
        return 1 + kept.participants().values().stream().mapToInt(Participant::number).max().orElse(0);
    }

    /** The room as it was when it was last written, at the step it showed. */
    static Room load(RoomRow row, RoomStore store, RoomRuns runs) {
        Kept kept = kept(row, store, Kept.NOTHING);
        boolean hidden = kept.task().isPresent() || kept.questionHidesRun();
        Scene scene = runs.scene(row.code(), Experiment.read(row.page(), EncodedQuery.read(row.query())).orThrow().opened(), hidden, row.step());
        Room room = new Room(row.code(), row.teacher(), row.opened(), row.used(), scene, kept);
        room.following = row.following();
        room.named = row.named();
        kept.tries().forEach((id, tried) ->
                runs.way(id, tried).thenAccept(way -> room.way(id, tried, way)));
        return room;
    }

    /** What is on disk of a room; what is known beyond that is kept. */
    static Kept kept(RoomCode code, RoomStore store, Kept known) {
        return store.room(code).map(row -> kept(row, store, known)).orElse(known);
    }

    private static Kept kept(RoomRow row, RoomStore store, Kept known) {
        Map<ParticipantId, Participant> participants = new HashMap<>();
        store.participants(row.code()).forEach(one -> participants.put(one.id(), one));
        Map<ParticipantId, SurfaceExperiment> tries = new HashMap<>();
        store.tries(row.code()).forEach(tried -> tries.put(tried.participant(), race(tried.query())));
        List<VoteRow> votes = store.votes(row.code());
        List<Poll> polls = store.polls(row.code()).stream()
                .map(poll -> poll(poll, rounds(poll, votes)))
                .map(poll -> truth(known, poll).map(poll::withTruth).orElse(poll))
                .toList();
        Optional<TryTask> task = row.vary()
                .map(vary -> new TryTask(
                        TryTask.Vary.valueOf(vary), race(row.task().orElseThrow())));
        return new Kept(participants, tries, polls, task, row.closed());
    }

    private static Optional<Truth> truth(Kept known, Poll poll) {
        return known.polls().stream()
                .filter(one -> one.number() == poll.number())
                .findFirst()
                .flatMap(Poll::truth);
    }

    private static Poll poll(PollRow row, List<Map<ParticipantId, Vote>> rounds) {
        return new Poll(
                row.number(),
                Question.read(row.question()),
                race(row.query()),
                Poll.Stage.valueOf(row.stage()),
                rounds,
                Optional.empty());
    }

    private static List<Map<ParticipantId, Vote>> rounds(PollRow poll, List<VoteRow> votes) {
        Question question = Question.read(poll.question());
        SurfaceExperiment experiment = race(poll.query());
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
