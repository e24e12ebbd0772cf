package descentlab.api;

import descentlab.experiment.FieldGrid;
import descentlab.experiment.FieldRequest;
import descentlab.hand.HandAnswer;
import descentlab.hand.Answerer;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The heights below a race while its objective is turned: as {@link FieldController} has them. */
@Component
class FieldAnswerer implements Answerer {

    @Override
    public String kind() {
        return "field";
    }

    @Override
    public HandAnswer answer(Map<String, List<String>> query) {
        FieldRequest request = FieldRequest.read(query).orThrow();
        FieldGrid grid = new FieldGrid(request);
        return new HandAnswer((long) request.columns() * request.rows() * Float.BYTES, grid::advance);
    }
}
