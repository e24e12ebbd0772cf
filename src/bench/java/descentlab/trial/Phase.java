package descentlab.trial;

/**
 * What everyone does just now, again and again: votes, or picks a rate.
 *
 * @param number of the phases so far
 * @param poll the question's number in the room; 0 if all try something
 * @param round of votes on it
 */
record Phase(int number, int poll, int round) {

    /** Answers of one voter; pages show numbers to three digits. */
    static final int MOST = 199;

    private static final int KINDS = 8;

    boolean isVote() {
        return poll > 0;
    }

    /** A voter's answers are told apart by their order, also from those of the phases just before. */
    int answer(int order) {
        return 100 * (1 + number % KINDS) + order;
    }

    /** Which of a voter's answers it is. */
    int order(double answer) {
        return (int) Math.round(answer) - 100 * (1 + number % KINDS);
    }

    /** The learning rate that stands for an answer. */
    double rate(int order) {
        return answer(order) / 100.0;
    }

    @Override
    public String toString() {
        return isVote() ? "question " + poll + ", round " + round : "what everyone tries (" + number + ")";
    }
}
