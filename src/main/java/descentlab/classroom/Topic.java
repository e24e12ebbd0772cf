package descentlab.classroom;

/** What of a room changes together. */
public enum Topic {
    /** What everyone's screen shows; the stream tells it. */
    SCENE,
    /** What all see: mode, question, task, closing, and who is sent out. */
    BOARD,
    /** What the teacher sees of the class: votes, who is here, what they try. */
    CLASS,
    /** What the class asks. */
    VOICES
}
