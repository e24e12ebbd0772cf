package descentlab.rule;

/** How many values something has. */
public enum Span {
    /** One for all. */
    ONE,
    /** One for each tensor. */
    TENSOR,
    /** One for each element. */
    ELEMENT
}
