package descentlab.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.ObjLongConsumer;
import tools.jackson.databind.JsonNode;

/** Reads a room's events as a browser's EventSource does. */
final class EventStream implements AutoCloseable {

    private final Course course;
    private final ObjLongConsumer<JsonNode> scene;
    private final InputStream in;
    private volatile boolean closed;

    /** @param scene is given each scene and when it had come */
    EventStream(Site site, HttpRequest.Builder request, Course course, ObjLongConsumer<JsonNode> scene) throws Refused {
        this.course = course;
        this.scene = scene;
        this.in = site.ask(request.header("Accept", "text/event-stream"), HttpResponse.BodyHandlers.ofInputStream())
                .body();
        Thread.startVirtualThread(this::read);
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1024)) {
            String event = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    event = line.substring("event: ".length());
                } else if (line.startsWith("data: ") && event.equals("scene")) {
                    scene.accept(Site.JSON.readTree(line.substring("data: ".length())), System.nanoTime());
                } else if (line.startsWith("data: ") && !event.equals("ink")) {
                    lost("the room's stream said " + event);
                }
            }
            lost("the room's stream ended");
        } catch (IOException broken) {
            lost("the room's stream broke: " + broken.getMessage());
        }
    }

    private void lost(String how) {
        if (!closed && !course.over) {
            course.errors.add(how);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        in.close();
    }
}
