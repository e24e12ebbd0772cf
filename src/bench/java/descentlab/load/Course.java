package descentlab.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.JsonNode;

/** What is measured while a class goes on, by all who take part. */
final class Course {

    final Incidents errors = new Incidents();
    final Incidents hostile = new Incidents();
    final Samples joins = samples();
    final Samples scenes = samples();
    final Samples boards = samples();
    final Map<String, Samples> boardsByKind = new ConcurrentSkipListMap<>();
    final Samples contents = samples();
    final Samples ownRuns = samples();
    final Samples votes = samples();
    final Samples contours = samples();
    volatile Watching<JsonNode> scene = new Watching<>(List.of(), frame -> false, List.of(scenes));
    volatile Watching<String> board = new Watching<>(List.of(), message -> false, List.of(boards));
    /** When the teacher last changed the experiment; 0 if it is not being changed. */
    volatile long experimentChanged;
    volatile boolean harried;
    volatile boolean over;

    final Samples samples() {
        return new Samples(() -> harried);
    }
}
