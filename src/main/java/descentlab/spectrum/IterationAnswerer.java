package descentlab.spectrum;

import descentlab.experiment.IterationRequest;
import descentlab.hand.Answerer;
import descentlab.hand.HandAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The steps of an iteration while its start is dragged: as {@link SpectrumController} has them. */
@Component
class IterationAnswerer implements Answerer {

    @Override
    public String kind() {
        return "iteration";
    }

    @Override
    public HandAnswer answer(Map<String, List<String>> query) {
        IterationRequest request = IterationRequest.read(query).orThrow();
        return new HandAnswer(
                PortraitAnswerer.LARGE,
                over -> Optional.of(JsonMapper.shared().writeValueAsBytes(IterationData.of(request))));
    }
}
