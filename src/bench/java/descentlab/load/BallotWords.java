package descentlab.load;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/** Finds a way about a student's ballot. */
final class BallotWords {

    static final String IN = "Your vote is in";

    private static final List<String> SAID = List.of(IN, "Nobody sees your vote", "Vote once more", "That was too fast");

    private BallotWords() {}

    /** Whether it is the line that tells how the vote stands. */
    static boolean isSaid(PageTree.Element paragraph) {
        String text = paragraph.text();
        return SAID.stream().anyMatch(text::startsWith);
    }

    /** Whether there is a question to vote on. */
    static boolean isAsked(PageTree tree) {
        return tree.last("vaadin-radio-group").isPresent()
                || number(tree).isPresent()
                || tree.last("race-surface", each -> each.has("picking")).isPresent();
    }

    /** The field for a number, which is not the one of a race's settings. */
    private static Optional<PageTree.Element> number(PageTree tree) {
        return tree.button("Vote").flatMap(vote -> tree.last("vaadin-text-field", field -> field.value("placeholder").equals("0.05")));
    }

    /** Another answer than the one that is said to be in. */
    static List<ObjectNode> vote(PageTree tree, Random random, String said) {
        Optional<PageTree.Element> choices = tree.last("vaadin-radio-group");
        if (choices.isPresent()) {
            int group = choices.get().number;
            List<PageTree.Element> options = choices.get().children("vaadin-radio-button").stream()
                    .filter(option -> !said.contains(": " + option.text().strip() + ". You can"))
                    .toList();
            PageTree.Element option = options.get(random.nextInt(options.size()));
            return List.of(
                    Rpc.property(option.number, "checked", true),
                    Rpc.event(option.number, "checked-changed"),
                    Rpc.property(group, "value", option.value("value")),
                    Rpc.event(group, "value-changed"));
        }
        Optional<PageTree.Element> number = number(tree);
        if (number.isPresent()) {
            int field = number.get().number;
            String value = String.format(Locale.ROOT, "%.2e", Math.pow(10, -6 + 7 * random.nextDouble()));
            int send = tree.button("Vote").orElseThrow().number;
            return List.of(Rpc.property(field, "value", value), Rpc.event(field, "change"), Rpc.click(send));
        }
        int surface = tree.last("race-surface", each -> each.has("picking")).orElseThrow().number;
        return List.of(Rpc.event(surface, "point-pick", Rpc.point(-5 + 6 * random.nextDouble(), -2 + 3 * random.nextDouble())));
    }
}
