package descentlab.classroom;

import descentlab.progress.LearnerId;
import java.time.Instant;

/**
 * Somebody in a room.
 *
 * @param learner whose progress this is; the same browser comes back as the same participant
 * @param number in the order of joining, from 1
 * @param removed whether the teacher has sent them out
 */
public record Participant(
        ParticipantId id, LearnerId learner, int number, Nickname nickname, Instant joined, boolean removed) {

    Participant named(Nickname other) {
        return new Participant(id, learner, number, other, joined, removed);
    }

    Participant removed(boolean now) {
        return new Participant(id, learner, number, nickname, joined, now);
    }
}
