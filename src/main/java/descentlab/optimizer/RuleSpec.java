package descentlab.optimizer;

import descentlab.notation.ExpressionException;
import descentlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The spec of an optimizer that is a rule: {@code rule(lr=0.4,eps=1e-6,do=s=s+g^2;x=x-lr*g/sqrt(s+eps))}. The rule stands
 * behind {@code do=}, up to the comma or bracket that is not within its own brackets; other keys are its parameters.
 */
final class RuleSpec {

    /** The key of the rule itself. */
    static final String DO = "do";

    private static final Set<String> NO_PARAMETERS =
            Set.of("lr", "schedule", OptimizerSpec.KEEP, RuleOptimizer.SINGLE, DO, "x", "g", "t", "pi", "e", "");

    /** A key's text, and the indices where it and its value stand. */
    private record Item(String key, int valueAt, String value) {}

    private RuleSpec() {}

    /**
     * The kind of optimizers that a spec's rule makes.
     *
     * @param text of the spec
     * @param at index behind its name
     * @throws SpecException if there is no rule in it, or one that cannot be read
     */
    static OptimizerKind kind(String text, int at) {
        List<Item> items = items(text, at);
        Item rule = items.stream()
                .filter(item -> item.key().equals(DO))
                .findFirst()
                .orElseThrow(() -> new SpecException(text.length(), "", "do= and the rule, as in rule(lr=0.1,do=x=x-lr*g)"));
        List<String> given = items.stream()
                .map(Item::key)
                .filter(key -> !NO_PARAMETERS.contains(key) && named(rule.value(), key))
                .distinct()
                .toList();
        try {
            return new OptimizerKind(Rule.parse(rule.value(), given));
        } catch (ExpressionException refused) {
            throw new SpecException(rule.valueAt() + refused.position(), refused.came(), refused.allowed());
        }
    }

    /** Whether a rule has a word in it. */
    static boolean named(String rule, String key) {
        return Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(key) + "(?![A-Za-z0-9_])").matcher(rule).find();
    }

    private static List<Item> items(String text, int at) {
        List<Item> items = new ArrayList<>();
        int opening = text.indexOf('(', at);
        int start = opening + 1;
        while (opening >= 0 && start <= text.length()) {
            int end = end(text, start);
            int equals = text.indexOf('=', start);
            if (equals >= 0 && equals < end) {
                items.add(new Item(
                        text.substring(start, equals).strip(), equals + 1, text.substring(equals + 1, end)));
            }
            if (end == text.length() || text.charAt(end) != ',') {
                break;
            }
            start = end + 1;
        }
        return items;
    }

    /** Where the comma or bracket stands that ends what begins at an index; the text's end if none does. */
    static int end(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (depth == 0 && (c == ',' || c == ')')) {
                return i;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return text.length();
    }
}
