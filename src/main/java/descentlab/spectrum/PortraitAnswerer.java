package descentlab.spectrum;

import descentlab.hand.HandAnswer;
import descentlab.hand.Answerer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The portrait of a matrix while an entry is dragged: as {@link SpectrumController} has it. */
@Component
class PortraitAnswerer implements Answerer {

    /** Bytes of a large one, about. */
    static final int LARGE = 100 << 10;

    @Override
    public String kind() {
        return "spectrum";
    }

    @Override
    public HandAnswer answer(Map<String, List<String>> query) {
        String text = query.getOrDefault("matrix", List.of("")).getFirst();
        return new HandAnswer(LARGE, over -> Optional.of(JsonMapper.shared().writeValueAsBytes(MatrixReading.of(text))));
    }
}
