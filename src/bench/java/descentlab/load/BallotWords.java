package descentlab.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/** Finds a way about a student's ballot. */
final class BallotWords {

    static final String IN = "Your vote is in";

    /** What stands beneath a question that somebody has not voted on. */
    static final String ASKED = "Votes are shown without names";

    /** What stands there if it is asked for the second time. */
    static final String ASKED_AGAIN = "Vote once more";

    private static final List<String> SAID = List.of(IN, ASKED, ASKED_AGAIN, "That was too fast", "Your vote is not in");

    private static final List<String> TEXTS = List.of("A memory that fades", "a smaller power", "start over now and then", "none");

    private BallotWords() {}

    /** How the vote stands; empty if nothing tells. */
    static String said(PageTree tree) {
        return tree.last("p", BallotWords::isSaid).map(PageTree.Element::text).orElse("");
    }

    private static boolean isSaid(PageTree.Element paragraph) {
        String text = paragraph.text();
        return SAID.stream().anyMatch(text::startsWith);
    }

    /** Whether there is a question to vote on, and what to vote with. */
    static boolean isAsked(PageTree tree) {
        return choices(tree).isPresent()
                || field(tree, "A number").isPresent()
                || field(tree, "In a few words").isPresent()
                || tree.button("Vote").isPresent() && !(buttons(tree, "Add").isEmpty() && buttons(tree, "↑").isEmpty())
                || tree.last("race-surface", each -> each.has("picking")).isPresent();
    }

    /** What can be chosen of, but for how sure one is. */
    private static Optional<PageTree.Element> choices(PageTree tree) {
        return tree.last("vaadin-radio-group", group -> group.isVisible()
                && !group.value("label").startsWith("How sure")
                && !group.children("vaadin-radio-button").isEmpty());
    }

    /** The field to answer in, which says what is expected. */
    private static Optional<PageTree.Element> field(PageTree tree, String placeholder) {
        return tree.button("Vote").flatMap(vote -> tree.last("vaadin-text-field", field -> field.value("placeholder").equals(placeholder)));
    }

    /** Another answer than the one that is said to be in. */
    static List<ObjectNode> vote(PageTree tree, Random random, String said) {
        Optional<PageTree.Element> choices = choices(tree);
        if (choices.isPresent()) {
            return choose(choices.get(), random, said);
        }
        Optional<PageTree.Element> number = field(tree, "A number");
        if (number.isPresent()) {
            return write(tree, number.get(), String.format(Locale.ROOT, "%.2e", Math.pow(10, -6 + 7 * random.nextDouble())));
        }
        Optional<PageTree.Element> text = field(tree, "In a few words");
        if (text.isPresent()) {
            List<String> others = TEXTS.stream().filter(each -> !said.contains(": " + each + ". You can")).toList();
            return write(tree, text.get(), others.get(random.nextInt(others.size())));
        }
        List<ObjectNode> order = order(tree, random);
        if (!order.isEmpty()) {
            return order;
        }
        int surface = tree.last("race-surface", each -> each.has("picking")).orElseThrow().number;
        return List.of(Rpc.event(surface, "point-pick", Rpc.point(-5 + 6 * random.nextDouble(), -2 + 3 * random.nextDouble())));
    }

    private static List<ObjectNode> choose(PageTree.Element group, Random random, String said) {
        List<PageTree.Element> options = group.children("vaadin-radio-button").stream()
                .filter(option -> !said.contains(": " + option.text().strip() + ". You can"))
                .toList();
        PageTree.Element option = options.get(random.nextInt(options.size()));
        return List.of(
                Rpc.property(option.number, "checked", true),
                Rpc.event(option.number, "checked-changed"),
                Rpc.property(group.number, "value", option.value("value")),
                Rpc.event(group.number, "value-changed"));
    }

    private static List<ObjectNode> write(PageTree tree, PageTree.Element field, String answer) {
        return List.of(
                Rpc.property(field.number, "value", answer),
                Rpc.event(field.number, "change"),
                Rpc.click(tree.button("Vote").orElseThrow().number));
    }

    /** Takes all lines that are offered, one after the other; once they are taken, moves one up. */
    private static List<ObjectNode> order(PageTree tree, Random random) {
        List<PageTree.Element> offered = new ArrayList<>(buttons(tree, "Add"));
        List<PageTree.Element> taken = buttons(tree, "↑");
        if (tree.button("Vote").isEmpty() || offered.isEmpty() && taken.isEmpty()) {
            return List.of();
        }
        Collections.shuffle(offered, random);
        List<ObjectNode> done = new ArrayList<>();
        (offered.isEmpty() ? List.of(taken.get(random.nextInt(taken.size()))) : offered).forEach(each -> done.add(Rpc.click(each.number)));
        done.add(Rpc.click(tree.button("Vote").orElseThrow().number));
        return done;
    }

    /** Those of an order that can be pressed now. */
    private static List<PageTree.Element> buttons(PageTree tree, String text) {
        return tree.all("button", button -> button.isVisible() && !button.has("disabled") && button.text().equals(text));
    }
}
