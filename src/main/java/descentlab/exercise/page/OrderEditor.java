package descentlab.exercise.page;

import com.vaadin.flow.component.Component;
import descentlab.exercise.OrderPart;
import descentlab.prose.LineOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A proof to be put together. */
final class OrderEditor implements AnswerEditor {

    private final LineOrder order;

    OrderEditor(OrderPart part) {
        Map<String, String> lines = new LinkedHashMap<>();
        part.lines().forEach(line -> lines.put(line.id(), line.text()));
        order = new LineOrder("proof", lines);
    }

    @Override
    public Component component() {
        return order;
    }

    @Override
    public List<String> fields() {
        return order.proof().isEmpty() ? List.of("") : order.proof();
    }

    @Override
    public void show(List<String> fields) {
        order.show(fields);
    }
}
