package descentlab.preview;

import descentlab.optimizer.OptimizerKind;
import java.awt.Color;
import java.util.Map;

/** Each optimizer's color on a light page, as {@code frontend/palette/palette.ts} has it. */
final class OptimizerColors {

    private static final Map<String, Integer> LIGHT = Map.ofEntries(
            Map.entry("sgd", 0x0072b2),
            Map.entry("momentum", 0x00805d),
            Map.entry("nesterov", 0x5b7d00),
            Map.entry("counter", 0x7a5c00),
            Map.entry("adagrad", 0xcc5500),
            Map.entry("rmsprop", 0xb0397f),
            Map.entry("adadelta", 0xa04a2f),
            Map.entry("adam", 0x7b4fb5),
            Map.entry("yogi", 0x3c4fc4),
            Map.entry("newton", 0x3d4652),
            Map.entry("diagonal", 0x00797f),
            Map.entry("adamw", 0x5e3a94),
            Map.entry("adamax", 0x96357a),
            Map.entry("nadam", 0x4c6a92),
            Map.entry("radam", 0x6b6b1f),
            Map.entry("rule", 0xb3243b));

    private OptimizerColors() {}

    /** The color of a spec, which begins with the optimizer's name. */
    static Color of(String spec) {
        String name = spec.replaceFirst("[(~].*", "");
        String plain = name.startsWith(OptimizerKind.TORCH) ? name.substring(OptimizerKind.TORCH.length()) : name;
        return new Color(LIGHT.getOrDefault(plain, 0x3d4652));
    }

    static Map<String, Integer> all() {
        return LIGHT;
    }
}
