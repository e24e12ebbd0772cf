package descentlab.progress;

/** A learner in the tables: the SHA-256 of the secret, from which nobody gets the secret back. */
public record LearnerId(String value) {}
