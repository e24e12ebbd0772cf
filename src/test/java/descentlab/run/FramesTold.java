package descentlab.run;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a run's frames tell. */
final class FramesTold {

    private static final int PAYLOAD = 5;

    private FramesTold() {}

    /** All of them, once it has ended. */
    static List<byte[]> frames(Run run) throws InterruptedException {
        List<byte[]> frames = new ArrayList<>();
        for (int empty = 0; empty < 60 && !(run.log().ended() && frames.size() == run.log().size()); ) {
            List<byte[]> more = run.log().await(frames.size(), Duration.ofSeconds(1));
            frames.addAll(more);
            empty = more.isEmpty() ? empty + 1 : 0;
        }
        return frames;
    }

    static String text(byte[] frame) {
        return new String(frame, PAYLOAD, frame.length - PAYLOAD, StandardCharsets.UTF_8);
    }

    static JsonNode json(byte[] frame) {
        return JsonMapper.shared().readTree(text(frame));
    }

    /** Those that tell of a landscape, whole. */
    static List<JsonNode> told(List<byte[]> frames) {
        return frames.stream()
                .filter(Frame.Type.DETAIL::is)
                .map(FramesTold::json)
                .filter(detail -> detail.has("landscape"))
                .toList();
    }

    /** What they tell of one. */
    static List<JsonNode> parts(List<byte[]> frames) {
        return told(frames).stream().map(detail -> detail.get("landscape")).toList();
    }
}
