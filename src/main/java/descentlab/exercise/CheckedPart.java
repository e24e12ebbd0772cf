package descentlab.exercise;

/** A question whose answer can be checked by looking at it. */
public sealed interface CheckedPart extends Part permits NumberPart, EntriesPart, ChoicePart, OrderPart, PlacePart {

    /** Checks an answer; whatever came, it is answered. */
    Verdict check(Answer answer);
}
