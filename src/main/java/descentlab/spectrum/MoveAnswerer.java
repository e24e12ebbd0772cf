package descentlab.spectrum;

import descentlab.experiment.EigenvalueMoveRequest;
import descentlab.hand.Answerer;
import descentlab.hand.HandAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The portrait of a matrix whose eigenvalue is dragged: as {@link SpectrumController} has it. */
@Component
class MoveAnswerer implements Answerer {

    @Override
    public String kind() {
        return "eigenvalue";
    }

    @Override
    public HandAnswer answer(Map<String, List<String>> query) {
        EigenvalueMoveRequest move = EigenvalueMoveRequest.read(query).orThrow();
        return new HandAnswer(
                PortraitAnswerer.LARGE, over -> Optional.of(JsonMapper.shared().writeValueAsBytes(MatrixReading.of(move))));
    }
}
