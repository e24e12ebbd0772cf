package descentlab.hand;

import descentlab.experiment.EncodedQuery;
import java.util.Arrays;
import java.util.List;

/**
 * What a page asks: a number, which the answer repeats, and on each further line a link whose answers belong to one picture and
 * are given together.
 *
 * <pre>
 * 17
 * race?objective=ellipse&amp;rotate=30&amp;start=-5,-2&amp;run=adagrad(lr=0.4)
 * field?objective=ellipse&amp;rotate=30&amp;window=-6,2,-3,2&amp;columns=80&amp;rows=60
 * anatomy?objective=ellipse&amp;rotate=30&amp;start=-5,-2&amp;run=adagrad(lr=0.4)&amp;series=0&amp;step=7
 * </pre>
 *
 * @param number counted by the page, in the order of its questions
 * @param parts what is asked, one at least
 */
record HandQuestion(long number, List<Part> parts) {

    private static final int MOST_PARTS = 3;

    /** Most characters of a question: links of full length. */
    static final int LONGEST = MOST_PARTS * (EncodedQuery.LONGEST + 100);

    private static final long MOST_NUMBER = 0xffff_ffffL;

    /**
     * A link.
     *
     * @param kind which {@link Answerer} is asked
     * @param query encoded
     */
    record Part(String kind, String query) {}

    /** @throws IllegalArgumentException if that is no question; such a one does not come from our pages */
    static HandQuestion read(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 2 || lines.length > 1 + MOST_PARTS || !lines[0].matches("\\d{1,10}")) {
            throw new IllegalArgumentException("a question is a number and one to three links, each on a line of its own");
        }
        long number = Long.parseLong(lines[0]);
        if (number > MOST_NUMBER) {
            throw new IllegalArgumentException("the number of a question is at most " + MOST_NUMBER);
        }
        return new HandQuestion(number, Arrays.stream(lines).skip(1).map(HandQuestion::part).toList());
    }

    private static Part part(String line) {
        int mark = line.indexOf('?');
        if (mark < 0) {
            throw new IllegalArgumentException("a link is a kind, a question mark and a query");
        }
        return new Part(line.substring(0, mark), line.substring(mark + 1));
    }
}
