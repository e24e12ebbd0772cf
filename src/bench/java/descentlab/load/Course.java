package descentlab.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.JsonNode;

/** What is measured while a class goes on, by all who take part. */
public final class Course {

    public final Incidents errors = new Incidents();
    public final Incidents hostile = new Incidents();
    public final Samples joins = samples();
    public final Samples scenes = samples();
    public final Samples boards = samples();
    public final Map<String, Samples> boardsByKind = new ConcurrentSkipListMap<>();
    public final Samples contents = samples();
    public final Samples ownRuns = samples();
    public final Samples votes = samples();
    public final Samples contours = samples();
    volatile Watching<JsonNode> scene = new Watching<>(List.of(), frame -> false, List.of(scenes));
    volatile Watching<String> board = new Watching<>(List.of(), message -> false, List.of(boards));
    /** When the teacher last changed the experiment; 0 if it is not being changed. */
    volatile long experimentChanged;
    public volatile boolean harried;
    public volatile boolean over;

    public final Samples samples() {
        return new Samples(() -> harried);
    }
}
