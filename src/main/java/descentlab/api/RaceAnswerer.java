package descentlab.api;

import descentlab.experiment.ExperimentException;
import descentlab.experiment.Problem;
import descentlab.experiment.SurfaceExperiment;
import descentlab.hand.HandAnswer;
import descentlab.hand.Answerer;
import descentlab.run.RaceFrames;
import descentlab.run.RunService;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a race would be, while something of it is dragged: its frames, as a run's stream has them. */
@Component
class RaceAnswerer implements Answerer {

    /** Most bytes of rows that follow a hand: a race of three optimizers over some thousand steps. */
    private static final long MOST = 1 << 20;

    private final RunService runs;

    RaceAnswerer(RunService runs) {
        this.runs = runs;
    }

    @Override
    public String kind() {
        return "race";
    }

    @Override
    public HandAnswer answer(Map<String, List<String>> query) {
        RaceFrames frames = runs.frames(SurfaceExperiment.read(query).orThrow());
        if (frames.size() > MOST) {
            throw new ExperimentException(new Problem(
                    "steps",
                    frames.size() + " bytes of rows",
                    "a race of at most " + MOST + " bytes of rows while it is dragged; let go, and it runs",
                    true));
        }
        return new HandAnswer(frames.size(), frames::advance);
    }
}
