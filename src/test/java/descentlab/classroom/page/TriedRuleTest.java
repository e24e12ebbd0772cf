package descentlab.classroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.classroom.TryTask;
import descentlab.experiment.SurfaceExperiment;
import descentlab.optimizer.MethodSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A class tries rates of an update rule that its teacher has written. */
class TriedRuleTest extends RoomPages {

    private void tryOut(String run) {
        SurfaceExperiment race = SurfaceExperiment.initial().withRuns(List.of(MethodSpec.parse(run)));
        lectern.tryOut(TryTask.of(TryTask.Vary.RATE, race, 0));
        open("class/" + code);
    }

    @Test
    void seesWhatTheRuleDoes() {
        join("Ann");
        tryOut("rule(lr=0.4,do=s=s+g^2;x=x-lr*g/sqrt(s+0.000001))");
        assertThat(html()).contains("Your learning rate", "s \\leftarrow");
    }

    @Test
    void seesNoFormulaOfWhatHasAName() {
        join("Ann");
        tryOut("adagrad(lr=0.4)");
        assertThat(html()).contains("Your learning rate").doesNotContain("s \\leftarrow");
    }
}
