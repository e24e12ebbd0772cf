package descentlab.progress;

import java.time.Instant;

/** A row of the table of how far learners are with parts. */
record PartState(
        String learner,
        String exercise,
        String part,
        PartProgress.Status status,
        int hints,
        int attempts,
        String answer,
        Instant changed) {

    static PartState initial(String learner, String exercise, String part) {
        return new PartState(learner, exercise, part, PartProgress.Status.OPEN, 0, 0, "", Instant.now());
    }

    PartProgress progress() {
        return new PartProgress(status, hints, attempts, answer);
    }

    /** After an answer that got the part to that status. What is done stays done. */
    PartState attempted(String newAnswer, PartProgress.Status reached) {
        boolean settled = status != PartProgress.Status.OPEN;
        return new PartState(
                learner,
                exercise,
                part,
                settled ? status : reached,
                hints,
                attempts + 1,
                settled ? answer : newAnswer,
                Instant.now());
    }

    PartState hinted(int count) {
        return new PartState(
                learner, exercise, part, status, Math.max(hints, count), attempts, answer, Instant.now());
    }

    PartState givenUp() {
        PartProgress.Status now = status == PartProgress.Status.OPEN ? PartProgress.Status.SHOWN : status;
        return new PartState(learner, exercise, part, now, hints, attempts, answer, Instant.now());
    }
}
