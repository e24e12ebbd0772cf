package descentlab.experiment;

/**
 * A link to a lab as people paste it: a whole address, its end from {@code lab/} on, or the query alone.
 *
 * @param place what stands before the question mark; empty where the query stands alone
 * @param query as it is sent; empty where there is none
 */
public record Link(String place, String query) {

    /** Splits what was pasted. */
    public static Link of(String pasted) {
        String text = pasted.strip();
        int question = text.indexOf('?');
        boolean alone = question < 0 && text.contains("=");
        String query = question >= 0 ? text.substring(question + 1) : alone ? text : "";
        int fragment = query.indexOf('#');
        return new Link(
                alone ? "" : question < 0 ? text : text.substring(0, question),
                fragment < 0 ? query : query.substring(0, fragment));
    }

    /** Whether it is a link to that page, on whichever server. */
    public boolean leadsTo(String page) {
        return place.equals(page) || place.endsWith("/" + page);
    }

    /**
     * What it says in the lab of that page.
     *
     * @throws ExperimentException if it is too long or cannot be decoded
     */
    public Reading<? extends Experiment> in(String page) {
        EncodedQuery.tooLong(query).ifPresent(problem -> {
            throw new ExperimentException(problem);
        });
        return Experiment.read(page, EncodedQuery.read(query));
    }
}
