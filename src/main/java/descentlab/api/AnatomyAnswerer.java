package descentlab.api;

import descentlab.experiment.StepRequest;
import descentlab.hand.Answerer;
import descentlab.hand.HandAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How a step was computed, while a pointer moves along a path: as {@link AnatomyController} has it. */
@Component
class AnatomyAnswerer implements Answerer {

    /** Bytes of a long one, about. */
    private static final int LONG = 8 << 10;

    private final JsonMapper json;

    AnatomyAnswerer(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String kind() {
        return "anatomy";
    }

    @Override
    public HandAnswer answer(Map<String, List<String>> query) {
        Function<BooleanSupplier, Optional<AnatomyData>> anatomy = AnatomyData.of(StepRequest.read(query).orThrow());
        return new HandAnswer(LONG, over -> anatomy.apply(over).map(json::writeValueAsBytes));
    }
}
