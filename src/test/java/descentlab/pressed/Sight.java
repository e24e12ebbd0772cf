package descentlab.pressed;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What has to come to a student's page for it to show something.
 *
 * @param scenes of the room's stream, by the run that was shown before; nothing if no scene is waited for
 * @param message of the page's push channel; nothing if no message is waited for
 */
public record Sight(Optional<BiPredicate<String, JsonNode>> scenes, Optional<Predicate<String>> message) {

    /** How many have voted, beneath the votes. */
    private static final Pattern VOTES = Pattern.compile("[\">]\\d+ votes?\\.");

    /** What was right, beneath them: HTML in JSON. */
    private static final Pattern TRUTH = Pattern.compile("class=\\\\\"(?:[^\"\\\\]* )?truth\\\\\"");

    /** What a question is answered with. */
    private static final Pattern BALLOT = Pattern.compile("vaadin-radio-button|vaadin-checkbox|vote-number|vote-text|proof-editor");

    /** What is tried with: a rate's slider, or what is said of a start. */
    private static final Pattern TRY = Pattern.compile("descent-log-range|Click, drag or use the arrow keys on the plot");

    /** Nothing that is waited for. */
    static final Sight NOTHING = new Sight(Optional.empty(), Optional.empty());

    static Sight scene(Predicate<JsonNode> wanted) {
        return scene((before, frame) -> wanted.test(frame));
    }

    /** @param wanted of the run that was shown before and the scene */
    static Sight scene(BiPredicate<String, JsonNode> wanted) {
        return new Sight(Optional.of(wanted), Optional.empty());
    }

    /** A message that holds all of these texts. */
    static Sight message(String... texts) {
        return message(message -> Stream.of(texts).allMatch(message::contains));
    }

    static Sight message(Predicate<String> wanted) {
        return new Sight(Optional.empty(), Optional.of(wanted));
    }

    /** And a message that holds a text. */
    Sight and(String text) {
        return new Sight(scenes, Optional.of(message.orElse(any -> true).and(message -> message.contains(text))));
    }

    /** The scene that is waited for, if one is, where this run was shown before. */
    public Optional<Predicate<JsonNode>> scene(String before) {
        return scenes.map(wanted -> frame -> wanted.test(before, frame));
    }

    /** Whether a message shows what a class has voted. */
    public static boolean showsVotes(String message) {
        return VOTES.matcher(message).find();
    }

    /** Whether a message brings what a question is answered with. */
    public static boolean bringsBallot(String message) {
        return BALLOT.matcher(message).find();
    }

    /** Whether a message brings what is tried with. */
    public static boolean bringsTry(String message) {
        return TRY.matcher(message).find();
    }

    /** Whether a message shows what was right. */
    public static boolean showsTruth(String message) {
        return TRUTH.matcher(message).find();
    }

    /** Whether there is nothing to wait for. */
    public boolean isNothing() {
        return scenes.isEmpty() && message.isEmpty();
    }
}
