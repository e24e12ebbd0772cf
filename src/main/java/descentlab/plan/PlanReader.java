package descentlab.plan;

import descentlab.classroom.WrongField;
import descentlab.notation.Characters;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a plan's YAML: only its tree of nodes is made of it, never an object, and each mistake is told with its line.
 */
public final class PlanReader {

    /** Characters of a plan's text, at most. */
    public static final int LONGEST = 600_000;

    private static final Set<String> OF_PLAN = Set.of("title", "about", "steps");
    private static final int DEEPEST = 10;

    private PlanReader() {}

    /**
     * Reads a plan.
     *
     * @throws PlanException saying the line, what came and what is allowed
     */
    public static Plan read(String text) {
        if (text.length() > LONGEST) {
            throw new PlanException("The plan has " + text.length() + " characters; allowed: " + LONGEST + " at most.");
        }
        Map<String, Node> plan = mapping(tree(text), "A plan is a list of names with values, such as title: and steps:.");
        check(plan, OF_PLAN);
        if (!plan.containsKey("title") || !(plan.get("steps") instanceof SequenceNode steps)) {
            throw new PlanException("A plan needs a title: and a list of steps:, each beginning with a dash.");
        }
        if (steps.getValue().isEmpty() || steps.getValue().size() > Plan.MOST_STEPS) {
            throw at(steps, "A plan has 1 to " + Plan.MOST_STEPS + " steps; here are " + steps.getValue().size() + ".");
        }
        List<Step> read = new ArrayList<>();
        steps.getValue().forEach(step -> read.add(step(step)));
        return new Plan(
                text(plan, "title", Step.LONGEST_TITLE), text(plan, "about", Step.LONGEST_NOTE), read);
    }

    private static Node tree(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new PlanException("The plan is empty.");
            }
            return root;
        } catch (MarkedYAMLException wrong) {
            int line = wrong.getProblemMark() == null ? 0 : wrong.getProblemMark().getLine();
            throw new PlanException("Line " + (line + 1) + " is no YAML: " + wrong.getProblem() + ".");
        } catch (YAMLException wrong) {
            throw new PlanException("That is no YAML: " + wrong.getMessage());
        }
    }

    private static Step step(Node node) {
        Map<String, Node> step = mapping(node, "A step is a list of names with values, such as title: and show:.");
        Map<String, String> fields = new LinkedHashMap<>();
        step.forEach((name, value) -> fields.put(name, text(step, name, LONGEST)));
        try {
            return StepFields.read(fields);
        } catch (WrongField wrong) {
            throw at(step.getOrDefault(wrong.field(), node), wrong.field() + ": " + wrong.getMessage().replaceFirst("\\.$", "") + ".");
        }
    }

    // Nodes

    private static Map<String, Node> mapping(Node node, String otherwise) {
        if (!(node instanceof MappingNode mapping)) {
            throw at(node, otherwise);
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple pair : mapping.getValue()) {
            if (!(pair.getKeyNode() instanceof ScalarNode key)) {
                throw at(pair.getKeyNode(), otherwise);
            }
            if (values.put(key.getValue(), pair.getValueNode()) != null) {
                throw at(key, key.getValue() + ": is there twice.");
            }
        }
        return values;
    }

    private static void check(Map<String, Node> values, Set<String> allowed) {
        values.forEach((name, node) -> {
            if (!allowed.contains(name)) {
                throw at(node, "There is no " + name + ":; allowed: "
                        + String.join(", ", allowed.stream().sorted().toList()) + ".");
            }
        });
    }

    /** What a name says; nothing if it is not there. */
    private static String text(Map<String, Node> values, String name, int longest) {
        Node node = values.get(name);
        if (node == null) {
            return "";
        }
        if (!(node instanceof ScalarNode scalar)) {
            throw at(node, name + ": is a text.");
        }
        String text = scalar.getValue().strip();
        if (text.length() > longest) {
            throw at(node, name + ": has " + text.length() + " characters; allowed: " + longest + " at most.");
        }
        if (!Characters.areWhole(text)) {
            throw at(node, name + ": holds a character that is none, of code 0 or half of a pair: it cannot be kept.");
        }
        return text;
    }

    private static PlanException at(Node node, String message) {
        return new PlanException("Line " + (node.getStartMark().getLine() + 1) + ": " + message);
    }
}
