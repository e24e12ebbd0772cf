package descentlab.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in what a server tells its operator the requests that it answered by a failure of its own. */
final class ServerMetrics {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern ANSWERED =
            Pattern.compile("(?m)^http_server_requests_seconds_count\\{(.*)} ([0-9.E]+)$");
    private static final Pattern OURS = Pattern.compile("(?m)^(descentlab_(?!\\S*_bucket)\\S+?(?:\\{.*})?) ([0-9.E+-]+)$");
    private static final Pattern FAILED = Pattern.compile("status=\"(5\\d\\d)\"");
    private static final Pattern PLACE = Pattern.compile("uri=\"([^\"]*)\"");

    private static final Pattern WHY = Pattern.compile("exception=\"([^\"]*)\"");

    /** Who sent the request did not wait for its answer, or was told that there is no room: as is intended. */
    private static final Pattern INTENDED = Pattern.compile("exception=\"(ClientAbortException|NoRoom)\"");

    private ServerMetrics() {}

    /** The application's own figures, by name and tags, that are not zero. */
    static Map<String, Double> figures(URI management) throws InterruptedException {
        Map<String, Double> figures = new TreeMap<>();
        try {
            for (Matcher line = OURS.matcher(read(management)); line.find(); ) {
                double value = Double.parseDouble(line.group(2));
                if (value != 0) {
                    figures.put(line.group(1).replaceAll("[{}]", " ").replace("\"", "").strip(), value);
                }
            }
        } catch (IOException silent) {
            // which its failures tell
        }
        return figures;
    }

    private static String read(URI management) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(management.resolve("/actuator/prometheus")).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("they were answered by " + answer.statusCode());
            }
            return answer.body();
        }
    }

    private static String tag(Pattern tag, String tags) {
        Matcher found = tag.matcher(tags);
        return found.find() ? " " + found.group(1) : "";
    }

    /** Answers of 5xx, by place. */
    static Incidents failures(URI management) throws InterruptedException {
        Incidents failures = new Incidents();
        try {
            for (Matcher line = ANSWERED.matcher(read(management)); line.find(); ) {
                Matcher failed = FAILED.matcher(line.group(1));
                if (failed.find() && !INTENDED.matcher(line.group(1)).find()) {
                    failures.add(
                            "the server answered " + failed.group(1) + tag(PLACE, line.group(1)) + tag(WHY, line.group(1)),
                            (long) Double.parseDouble(line.group(2)));
                }
            }
        } catch (IOException silent) {
            failures.add("the server's metrics did not come: " + silent.getMessage());
        }
        return failures;
    }
}
