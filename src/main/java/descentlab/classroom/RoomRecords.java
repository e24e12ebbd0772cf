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
import java.util.stream.Collectors;

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
                stage.shown().scene().led().page(),
                stage.shown().scene().led().query(),
                stage.shown().scene().step(),
                stage.shown().following(),
                stage.shown().named(),
                kept.task().map(task -> task.vary().name()),
                kept.task().map(task -> task.experiment().query()),
                kept.locked(),
                stage.shown().countdown(),
                stage.shown().visit(),
                stage.number() + 1);
    }

    /**
     * Writes whatever differs from what is on disk.
     *
     * @throws LeadLost if another server leads the room by now, or it is deleted
     */
    static void write(Room room, Room.Stage stage, Kept before, Kept after, RoomStore store) {
        RoomCode code = room.code();
        if (!store.update(row(room, stage, after), stage.epoch())) {
            throw new LeadLost(code);
        }
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
        if (!after.agenda().equals(before.agenda())) {
            store.save(code, after.agenda());
        }
        store.journals().write(code, before.journal(), after.journal());
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
            Map<ParticipantId, Ballot> known = before.filter(poll -> poll.rounds().size() > round)
                    .map(poll -> poll.rounds().get(round))
                    .orElse(Map.of());
            after.rounds().get(round).forEach((voter, ballot) -> {
                if (!ballot.equals(known.get(voter))) {
                    store.save(code, new VoteRow(after.number(), round + 1, voter, ballot.vote().write(), ballot.sure()));
                }
            });
        }
    }

    static PollRow row(Poll poll) {
        return new PollRow(
                poll.number(),
                poll.question().write(),
                poll.experiment().page(),
                poll.experiment().query(),
                poll.peer(),
                poll.stage().name(),
                poll.round(),
                poll.struck().stream().sorted().collect(Collectors.joining("\n")));
    }

    private static SurfaceExperiment race(String query) {
        return SurfaceExperiment.read(EncodedQuery.read(query)).orThrow().opened();
    }

    /** What is on disk of a room. */
    static Kept kept(RoomRow row, RoomStore store) {
        Map<ParticipantId, Participant> participants = new HashMap<>();
        store.participants(row.code()).forEach(one -> participants.put(one.id(), one));
        Map<ParticipantId, SurfaceExperiment> tries = new HashMap<>();
        store.tries(row.code()).forEach(tried -> tries.put(tried.participant(), race(tried.query())));
        List<VoteRow> votes = store.votes(row.code());
        List<Poll> polls = store.polls(row.code()).stream()
                .map(poll -> poll(poll, votes))
                .toList();
        Optional<TryTask> task = row.vary()
                .map(vary -> new TryTask(
                        TryTask.Vary.valueOf(vary), race(row.task().orElseThrow())));
        return new Kept(
                participants,
                tries,
                polls,
                task,
                row.closed(),
                row.locked(),
                store.agenda(row.code()),
                store.journals().read(row.code()));
    }

    private static Poll poll(PollRow row, List<VoteRow> votes) {
        Question question = Question.read(row.question());
        Experiment shown = Experiment.read(row.page(), EncodedQuery.read(row.query())).orThrow().opened();
        List<Map<ParticipantId, Ballot>> rounds = new ArrayList<>();
        for (int i = 0; i < row.rounds(); i++) {
            rounds.add(new HashMap<>());
        }
        votes.stream()
                .filter(vote -> vote.poll() == row.number() && vote.round() <= row.rounds())
                .forEach(vote -> rounds.get(vote.round() - 1)
                        .put(vote.participant(), new Ballot(Vote.read(question, shown, vote.answer()), vote.sure())));
        return new Poll(
                row.number(),
                question,
                shown,
                row.peer(),
                Poll.Stage.valueOf(row.stage()),
                rounds,
                row.struck().lines().collect(Collectors.toSet()),
                Optional.empty());
    }
}
