package descentlab.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in what a server tells its operator the requests that it answered by a failure of its own. */
final class ServerMetrics {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern ANSWERED =
            Pattern.compile("(?m)^http_server_requests_seconds_count\\{(.*)} ([0-9.E]+)$");
    private static final Pattern FAILED = Pattern.compile("status=\"(5\\d\\d)\"");
    private static final Pattern PLACE = Pattern.compile("uri=\"([^\"]*)\"");

    private ServerMetrics() {}

    /** Answers of 5xx, by place. */
    static Incidents failures(URI management) throws InterruptedException {
        Incidents failures = new Incidents();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(management.resolve("/actuator/prometheus")).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                failures.add("the server's metrics were answered by " + answer.statusCode());
            }
            for (Matcher line = ANSWERED.matcher(answer.body()); line.find(); ) {
                Matcher failed = FAILED.matcher(line.group(1));
                if (failed.find()) {
                    Matcher place = PLACE.matcher(line.group(1));
                    failures.add(
                            "the server answered " + failed.group(1) + (place.find() ? " at " + place.group(1) : ""),
                            (long) Double.parseDouble(line.group(2)));
                }
            }
        } catch (IOException silent) {
            failures.add("the server's metrics did not come: " + silent.getMessage());
        }
        return failures;
    }
}
