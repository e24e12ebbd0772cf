package descentlab.progress;

import descentlab.client.Secret;
import java.util.Optional;

/** What makes somebody a learner. Whoever has the secret has the progress, so it is kept in the learner's cookie alone. */
public record LearnerToken(Secret secret) {

    /** A new learner. */
    public static LearnerToken random() {
        return new LearnerToken(Secret.random());
    }

    /** The token a text says, if it says one. */
    public static Optional<LearnerToken> parse(String text) {
        return Secret.parse(text).map(LearnerToken::new);
    }

    /** The learner, without the secret. */
    public LearnerId learner() {
        return new LearnerId(id());
    }

    /** The learner's id in the tables. */
    String id() {
        return secret.id();
    }

    /** The seed of the numbers that this learner gets in an exercise; tells nothing of the secret. */
    public long seed(String exercise) {
        return learner().seed(exercise);
    }

    /** Without the secret, as this ends up in logs. */
    @Override
    public String toString() {
        return "learner " + id().substring(0, 8);
    }
}
