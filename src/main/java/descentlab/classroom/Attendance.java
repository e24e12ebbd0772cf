package descentlab.classroom;

import descentlab.progress.LearnerId;
import descentlab.progress.Progress;
import descentlab.progress.Progress.AtPart;
import descentlab.progress.Progress.Standing;
import descentlab.progress.Progress.WrongAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What a teacher sees of the class: who is here, where they are, how far, and what they get wrong. */
@Service
public class Attendance {

    private static final int MOST_WRONG = 20;

    /**
     * What is seen of somebody.
     *
     * @param here whether they are connected
     * @param page the page they are on, if that is known
     * @param standing how far they are with the exercises
     * @param votes questions of this room that they voted on and whose truth was shown
     * @param right how many of them they got right at last
     */
    public record Row(
            Participant participant,
            boolean here,
            Optional<Whereabouts.Page> page,
            Standing standing,
            int votes,
            int right) {}

    private final Progress progress;
    private final Whereabouts whereabouts;

    Attendance(Progress progress, Whereabouts whereabouts) {
        this.progress = progress;
        this.whereabouts = whereabouts;
    }

    /** All in the room, in the order of joining. Reads the database: not for a page's own thread. */
    public List<Row> of(Room room) {
        List<Participant> participants = room.board().participants();
        return rows(room, participants);
    }

    /** What is seen of one of them. */
    public Optional<Row> of(Room room, ParticipantId id) {
        return rows(
                        room,
                        room.board().participants().stream()
                                .filter(participant -> participant.id().equals(id))
                                .toList())
                .stream()
                .findFirst();
    }

    private List<Row> rows(Room room, List<Participant> participants) {
        Map<LearnerId, Standing> standings =
                progress.standings(participants.stream().map(Participant::learner).toList());
        Set<ParticipantId> connected = room.connected();
        List<Poll> settled = room.polls().stream().filter(Poll::isSettled).toList();
        return participants.stream()
                .map(participant -> new Row(
                        participant,
                        connected.contains(participant.id()),
                        whereabouts.of(participant.learner()),
                        standings.getOrDefault(participant.learner(), Standing.NOTHING),
                        (int) settled.stream()
                                .filter(poll -> poll.lastVoteOf(participant.id()).isPresent())
                                .count(),
                        (int) settled.stream()
                                .filter(poll -> poll.lastVoteOf(participant.id())
                                        .filter(poll.truth().orElseThrow()::right)
                                        .isPresent())
                                .count()))
                .toList();
    }

    /** How those who have a seat stand at a part of an exercise; its wrong answers since the room was opened. */
    public AtPart at(Room room, String exercise, String part) {
        return progress.at(
                room.board().seated().stream().map(Participant::learner).toList(), exercise, part, room.opened());
    }

    /** The wrong answers that most of the class have given since the room was opened. */
    public List<WrongAnswer> wrongAnswers(Room room) {
        return progress.wrongAnswers(
                room.board().participants().stream().map(Participant::learner).toList(), room.opened(), MOST_WRONG);
    }
}
