package descentlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.golden.Golden;
import descentlab.linalg.FloatKernels;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.State;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** LeNet's loss, scores and gradients, and Adagrad's first steps on it, are PyTorch's. */
class GoldenLeNetTest {

    private static final double ANGLE = 0.37;

    private final JsonNode golden = Golden.read("lenet.json");
    private final int[] labels = IntStream.range(0, golden.get("labels").size())
            .map(i -> golden.get("labels").get(i).asInt())
            .toArray();
    private final int[] rows = IntStream.range(0, labels.length).toArray();
    private final Network network = Architecture.LENET.on(28, 10);
    private final Patterns pictures = new Patterns(labels.length, labels);

    @Test
    void lossScoresAndGradientsAreTheReferences() {
        double[] w = start();
        double[] gradient = new double[w.length];
        ShardedNetwork sharded = new ShardedNetwork(network, pictures, labels.length, Crew.NONE);
        double loss = sharded.lossAndGradient(w, rows, 0, rows.length, gradient);
        assertThat(loss).isCloseTo(golden.get("loss").asDouble(), near(golden.get("loss").asDouble()));

        Map<String, Parameter> parameters =
                network.parameters().stream().collect(Collectors.toMap(Parameter::name, Function.identity()));
        assertThat(golden.get("gradients").size()).isEqualTo(parameters.size());
        golden.get("gradients").forEach(reference -> {
            Parameter parameter = parameters.get(reference.get("parameter").asString());
            assertThat(parameter.shape()).hasToString(reference.get("shape").toString().replace(",", ", "));
            double[] part = Arrays.copyOfRange(gradient, parameter.offset(), parameter.end());
            double norm = reference.get("l2").asDouble();
            double l2 = Math.sqrt(Arrays.stream(part).map(g -> g * g).sum());
            assertThat(l2).as(parameter.name()).isCloseTo(norm, within(1e-4 * norm));
            assertThat(Arrays.stream(part).sum())
                    .as(parameter.name())
                    .isCloseTo(reference.get("sum").asDouble(), within(1e-4 * norm * Math.sqrt(part.length)));
            reference.get("samples").forEach(sample -> assertThat(part[sample.get(0).asInt()])
                    .as(parameter.name() + sample)
                    .isCloseTo(sample.get(1).asDouble(), within(1e-4 * Math.max(norm / Math.sqrt(part.length),
                            Math.abs(sample.get(1).asDouble())))));
        });

        Weights weights = new Weights(network);
        weights.load(w);
        NetworkPass pass = network.pass(FloatKernels.create());
        pass.classify(weights, pictures, 0, 1, new byte[1], 0);
        double[] scores = Golden.numbers(golden.get("logits_of_example_0"));
        for (int j = 0; j < scores.length; j++) {
            assertThat((double) pass.scores(0)[j]).isCloseTo(scores[j], near(scores[j]));
        }
    }

    @Test
    void adagradTakesThePyTorchPath() {
        double[] w = start();
        double[] gradient = new double[w.length];
        ShardedNetwork sharded = new ShardedNetwork(network, pictures, labels.length, Crew.NONE);
        State state = OptimizerSpec.parse("torch.adagrad(lr=0.05)").start(w.length);
        for (double reference : Golden.numbers(golden.get("adagrad_lr_0_05_losses_pytorch"))) {
            assertThat(sharded.lossAndGradient(w, rows, 0, rows.length, gradient)).isCloseTo(reference, near(reference));
            state.step(w, gradient);
        }
    }

    /** Parameter k, entry i: sin(0.37 i + k) / sqrt(fan in). */
    private double[] start() {
        double[] w = new double[network.size()];
        for (int k = 0; k < network.parameters().size(); k++) {
            Parameter parameter = network.parameters().get(k);
            for (int i = 0; i < parameter.count(); i++) {
                w[parameter.offset() + i] = Math.sin(ANGLE * i + k) / Math.sqrt(parameter.fanIn());
            }
        }
        return w;
    }

    private static Offset<Double> near(double reference) {
        return within(1e-4 * Math.max(1, Math.abs(reference)));
    }
}
