package descentlab.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An optimizer has one color everywhere. */
class OptimizerColorsTest {

    private static final Pattern LOOK = Pattern.compile("(\\w+): \\{ light: '#([0-9a-f]{6})'");

    @Test
    void theyAreThoseOfThePages() throws IOException {
        Map<String, Integer> pages = LOOK.matcher(Files.readString(Path.of("frontend", "palette", "palette.ts")))
                .results()
                .collect(Collectors.toMap(look -> look.group(1), look -> Integer.parseInt(look.group(2), 16)));
        assertThat(pages).hasSizeGreaterThan(10);
        assertThat(OptimizerColors.all()).isEqualTo(pages);
    }

    @Test
    void aSpecHasTheColorOfItsFirstOptimizer() {
        assertThat(OptimizerColors.of("adagrad(lr=0.4)~8~sgd(lr=0.1)")).isEqualTo(new Color(0xcc5500));
        assertThat(OptimizerColors.of("torch.adam(lr=0.1)")).isEqualTo(new Color(0x7b4fb5));
    }
}
