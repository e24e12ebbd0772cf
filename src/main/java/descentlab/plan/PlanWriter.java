package descentlab.plan;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes a plan as YAML, as a person would; reads back as the same. */
public final class PlanWriter {

    private static final int WIDTH = 120;

    private PlanWriter() {}

    /** The text of a plan. */
    public static String write(Plan plan) {
        List<NodeTuple> whole = new ArrayList<>();
        add(whole, "title", plan.title());
        add(whole, "about", plan.about());
        List<Node> steps = plan.steps().stream().map(PlanWriter::step).toList();
        whole.add(new NodeTuple(scalar("steps"), new SequenceNode(Tag.SEQ, steps, DumperOptions.FlowStyle.BLOCK)));
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(WIDTH);
        options.setSplitLines(false);
        StringWriter text = new StringWriter();
        new Yaml(options).serialize(mapping(whole), text);
        return text.toString();
    }

    private static Node step(Step step) {
        List<NodeTuple> values = new ArrayList<>();
        StepFields.write(step).forEach((name, text) -> add(values, name, text));
        return mapping(values);
    }

    private static void add(List<NodeTuple> values, String name, String text) {
        if (!text.isEmpty()) {
            values.add(new NodeTuple(scalar(name), scalar(text)));
        }
    }

    private static Node mapping(List<NodeTuple> values) {
        return new MappingNode(Tag.MAP, values, DumperOptions.FlowStyle.BLOCK);
    }

    private static Node scalar(String text) {
        return new ScalarNode(
                text.matches("[1-9][0-9]*") ? Tag.INT : Tag.STR,
                text,
                null,
                null,
                text.contains("\n") ? DumperOptions.ScalarStyle.LITERAL : DumperOptions.ScalarStyle.PLAIN);
    }
}
