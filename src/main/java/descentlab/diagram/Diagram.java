package descentlab.diagram;

import java.util.List;
import java.util.Map;

/**
 * A diagram as it is for some numbers.
 *
 * @param says in a sentence what is to be seen, for those who do not see it
 * @param panels its pictures, from left to right
 * @param numbers what a text may say of it, by name
 */
public record Diagram(String says, List<Panel> panels, Map<String, Double> numbers) {

    public Diagram {
        panels = List.copyOf(panels);
        numbers = Map.copyOf(numbers);
    }
}
