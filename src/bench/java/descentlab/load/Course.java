package descentlab.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
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
    final LongAdder lostVotes = new LongAdder();
    volatile Watching<JsonNode> scene = new Watching<>(List.of(), frame -> false, List.of(scenes));
    volatile Watching<String> board = new Watching<>(List.of(), message -> false, List.of(boards));
    /** For what other messages bring after the one by which a press is seen. */
    volatile List<Watching<String>> following = List.of();
    /** When the teacher last changed the experiment; 0 if it is not being changed. */
    volatile long experimentChanged;
    /** Whether what is measured from now on is told apart, as while the hostile are there. */
    public volatile boolean later;
    public volatile boolean over;

    /** How soon things came, by what they are called in a report. */
    Map<String, Samples> bySort() {
        Map<String, Samples> all = new LinkedHashMap<>();
        all.put("teacher's action to the scene on a screen", scenes);
        all.put("teacher's change of the room to the page", boards);
        boardsByKind.forEach((kind, samples) -> all.put("  " + kind, samples));
        all.put("teacher's new experiment to its first bytes", contents);
        all.put("own click to the first bytes of one's run", ownRuns);
        all.put("vote to its acknowledgement on the page", votes);
        all.put("contours beneath a race, whole", contours);
        all.put("joining: page, name and stream", joins);
        return all;
    }

    /** Begins to measure anew, but for what only happens once. */
    void forget() {
        bySort().values().stream().filter(samples -> samples != joins).forEach(Samples::forget);
    }

    public final Samples samples() {
        return new Samples(() -> later);
    }
}
