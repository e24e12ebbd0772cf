package descentlab.openapi;

import descentlab.api.DeclaredParameter;
import java.util.List;

/**
 * An address of data and what it takes.
 *
 * @param path as in {@code /api/surface.csv}
 * @param about what it answers, in a sentence or two
 * @param parameters what it takes, beside its methods
 * @param run how its parameter {@code run} is written, as an example; empty if it has none
 * @param posted whether the same can be sent as a form
 * @param answer media type of what it answers
 */
record Endpoint(
        String path, String about, List<DeclaredParameter> parameters, String run, boolean posted, String answer) {

    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";
    private static final String LINES = "application/jsonl";

    Endpoint {
        parameters = List.copyOf(parameters);
    }

    /** The rows of an experiment, as a table and as a document. */
    static List<Endpoint> rows(String path, String about, List<DeclaredParameter> parameters, String run) {
        return List.of(
                new Endpoint(path + ".csv", about, parameters, run, true, CSV),
                new Endpoint(path + ".json", about, parameters, run, true, JSON),
                new Endpoint(path + ".jsonl", about + " A line for each piece, as it is computed.", parameters, run, true, LINES));
    }

    /** A document that is computed. */
    static Endpoint document(String path, String about, List<DeclaredParameter> parameters, String run) {
        return new Endpoint(path, about, parameters, run, true, JSON);
    }

    /** What is always the same. */
    static Endpoint fixed(String path, String about, boolean table) {
        return new Endpoint(path, about, List.of(), "", false, table ? CSV : JSON);
    }
}
