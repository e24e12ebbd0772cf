package descentlab.run;

import descentlab.cluster.ServerId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names a run to who was told; 128 random bits, so that nobody guesses another's. */
public record RunId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}(~[0-9a-f]{8})?");

    static RunId random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RunId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** One that says which of several servers computes it. */
    static RunId random(ServerId server) {
        return new RunId(random().value + mark(server));
    }

    private static String mark(ServerId server) {
        return "~" + server.toString().substring(0, 8);
    }

    /** Whether it was given by that server. */
    boolean isOf(ServerId server) {
        return value.endsWith(mark(server));
    }

    /** The id written so, if it has the form of one. */
    public static Optional<RunId> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new RunId(text)) : Optional.empty();
    }

    /** Where the run's frames are streamed from, relative to the application's root. */
    public String streamUrl() {
        return "stream/runs/" + value;
    }
}
