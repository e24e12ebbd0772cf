package descentlab.cluster;

/**
 * What one server says to another, by itself.
 *
 * @param number tells what is told in its order; of an answer it is that of its question
 * @param subject what it is about; empty where servers greet each other
 */
public record Envelope(ServerId sender, Kind kind, long number, String subject, byte[] body) {

    /** Each with the byte that stands for it. */
    public enum Kind {
        /** "Do you hear me?"; the body is whom it is said to. */
        GREETING,
        /** "I do." Its number is the greeting's. */
        GREETED,
        TOLD,
        QUESTION,
        ANSWER,
        /** The question was heard and has no answer. */
        NO_ANSWER;

        byte code() {
            return (byte) (ordinal() + 1);
        }

        static Kind of(byte code) throws BrokenSeal {
            if (code < 1 || code > values().length) {
                throw new BrokenSeal("it is of the unknown kind " + code);
            }
            return values()[code - 1];
        }
    }
}
