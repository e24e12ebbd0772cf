package descentlab.load;

import tools.jackson.databind.JsonNode;

/** What is measured while a class goes on, by all who take part. */
final class Course {

    final Incidents errors = new Incidents();
    final Incidents hostile = new Incidents();
    final Samples joins = new Samples();
    final Samples scenes = new Samples();
    final Samples boards = new Samples();
    final Samples contents = new Samples();
    final Samples ownRuns = new Samples();
    final Samples votes = new Samples();
    final Samples contours = new Samples();
    volatile Watching<JsonNode> scene = new Watching<>(java.util.List.of(), frame -> false, scenes);
    volatile Watching<String> board = new Watching<>(java.util.List.of(), message -> false, boards);
    /** When the teacher last changed the experiment; 0 if it is not being changed. */
    volatile long experimentChanged;
    volatile boolean over;
}
