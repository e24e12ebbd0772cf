package descentlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Files as they are learned from, held against what NumPy makes of them. */
class ShaperTest {

    static Stream<JsonNode> cases() {
        return ReferenceData.cases();
    }

    private static Shaping shaping(String target, boolean classes, boolean fill, double test, int rows) {
        return new Shaping(CsvLayout.Wish.NONE, target, classes, fill, test, 3, rows);
    }

    private static ShapedData shape(String text, Shaping shaping) throws DataException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return Shaper.shape(content, Survey.of(content, shaping.wish()), shaping);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shapesAsNumPyDoes(JsonNode each) throws DataException {
        ShapedData data = ReferenceData.shape(each);
        assertThat(data.training()).containsExactly(ints(each.get("training")));
        assertThat(data.test()).containsExactly(ints(each.get("test")));
        MixedTable table = data.table();
        JsonNode rows = each.get("features");
        assertThat(data.features()).hasSize(table.features());
        for (int i = 0; i < rows.size(); i++) {
            double[] dense = new double[table.features()];
            System.arraycopy(table.numbers(), i * table.width(), dense, 0, table.width());
            for (int g = 0; g < table.groups(); g++) {
                dense[table.width() + table.places()[i * table.groups() + g]] = 1;
            }
            for (int j = 0; j < dense.length; j++) {
                assertThat(dense[j]).as("row %d, %s", i, data.features().get(j)).isCloseTo(rows.get(i).get(j).asDouble(), within(1e-12));
            }
            assertThat(table.targets()[i]).isCloseTo(each.get("targets").get(i).asDouble(), within(1e-12));
        }
    }

    private static int[] ints(JsonNode array) {
        return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
    }

    @Test
    void saysWhatWasLeftOutDroppedAndFilled() throws DataException {
        StringBuilder text = new StringBuilder("x,same,id,color,gap,y\n");
        for (int i = 0; i < 1100; i++) {
            text.append(i % 7).append(",5,u").append(i).append(i % 2 == 0 ? ",red" : ",blue").append(i == 3 ? ",," : ",1,")
                    .append(i == 4 ? "" : i % 11).append('\n');
        }
        String content = text.toString().replace(",1,2\n", ",2,2\n");
        ShapedData dropped = shape(content, shaping("y", false, false, 0, Integer.MAX_VALUE));
        assertThat(dropped.told()).anySatisfy(told -> assertThat(told).contains("same in every row", "“same”"))
                .anySatisfy(told -> assertThat(told).contains("too many different texts", "“id”"))
                .contains("1 row dropped, since the target is missing.", "1 row dropped, since something is missing.");
        assertThat(dropped.training()).hasSize(1098);
        assertThat(dropped.features()).containsExactly("x", "gap", "color = blue", "color = red");
        ShapedData filled = shape(content, shaping("y", false, true, 0, Integer.MAX_VALUE));
        assertThat(filled.training()).hasSize(1099);
        assertThat(filled.told()).anySatisfy(told -> assertThat(told).contains("1 cell of “gap” filled", "mean"));
    }

    /** Test rows with quite other values change nothing of what was fitted. */
    @Test
    void nothingIsFittedOnWhatTests() throws DataException {
        StringBuilder text = new StringBuilder("x,c,y\n");
        for (int i = 0; i < 40; i++) {
            text.append(i).append(i % 2 == 0 ? ",a," : ",b,").append(i % 9).append('\n');
        }
        Shaping shaping = shaping("y", false, true, 0.25, Integer.MAX_VALUE);
        ShapedData before = shape(text.toString(), shaping);
        Set<Integer> tests = new HashSet<>();
        Arrays.stream(before.test()).forEach(tests::add);
        StringBuilder other = new StringBuilder("x,c,y\n");
        for (int i = 0; i < 40; i++) {
            other.append(tests.contains(i) ? "1e6,z,1000\n" : i + (i % 2 == 0 ? ",a," : ",b,") + i % 9 + "\n");
        }
        ShapedData after = shape(other.toString(), shaping);
        assertThat(after.test()).containsExactly(before.test());
        assertThat(after.features()).isEqualTo(before.features());
        for (int row : before.training()) {
            assertThat(after.table().numbers()[row]).isEqualTo(before.table().numbers()[row]);
            assertThat(after.table().targets()[row]).isEqualTo(before.table().targets()[row]);
        }
        assertThat(after.mean()).isEqualTo(before.mean());
        assertThat(after.table().places()[after.test()[0]]).isEqualTo(-1);
        assertThat(after.told()).anySatisfy(told -> assertThat(told).contains("10 test rows", "does not occur in training"));
    }

    @Test
    void fewerRowsAreTheFirstOfThoseThatTrain() throws DataException {
        String text = "x,y\n" + IntStream.range(0, 50).mapToObj(i -> i + "," + i * i % 13).reduce("", (a, b) -> a + b + "\n");
        ShapedData all = shape(text, shaping("y", false, false, 0.2, Integer.MAX_VALUE));
        ShapedData some = shape(text, shaping("y", false, false, 0.2, 10));
        assertThat(all.available()).isEqualTo(40);
        assertThat(some.available()).isEqualTo(40);
        assertThat(some.training()).hasSize(10);
        assertThat(some.test()).hasSize(10);
    }

    @Test
    void numbersCanBeClasses() throws DataException {
        ShapedData data = shape("x,y\n1,10\n2,9\n3,10\n4,-1\n", shaping("y", true, false, 0, Integer.MAX_VALUE));
        assertThat(data.classes()).containsExactly("-1", "9", "10");
        assertThat(data.table().targets()).containsExactly(2, 1, 2, 0);
    }

    @Test
    void whatCannotBeLearnedIsRefusedInASentence() {
        String text = "x,y,c,e\n1,1,a,\n2,1,b,\n3,1,c,\n";
        refused(text, shaping("z", false, false, 0, 9), "no column “z”", "“x”, “y”, “c”, “e”");
        refused(text, shaping("", false, false, 0, 9), "No target");
        refused(text, shaping("y", false, false, 0, 9), "same in every row");
        refused(text, shaping("y", true, false, 0, 9), "one class only");
        refused(text, shaping("c", false, false, 0, 9), "is no number", "classes");
        refused(text, shaping("e", false, false, 0, 9), "is empty");
        refused("x,y\n1,1\n1,2\n1,3\n", shaping("y", false, false, 0, 9), "No column is left");
        refused("x,y\n1,1\n2,\n,2\n,3\n", shaping("y", false, false, 0, 9), "Only 1 row", "fill");
        refused("x,c\n1,a\n2,a\n3,a\n4,a\n5,a\n6,b\n", shaping("c", true, false, 0, 5), "one class");
        StringBuilder stray = new StringBuilder("x,y\n");
        IntStream.range(0, 60).forEach(i -> stray.append(i).append(i == 20 ? ",oops\n" : "," + i + "\n"));
        refused(stray.toString(), shaping("y", false, false, 0, 90), "line 22", "“oops”");
        refused(stray.toString(), shaping("y", true, false, 0, 90), "50 different values");
        assertThatThrownBy(() -> shaping("y", false, false, 0.6, 9)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(String text, Shaping shaping, String... words) {
        assertThatThrownBy(() -> shape(text, shaping)).isInstanceOf(DataException.class).message().contains(words);
    }

    @Test
    void formulasAndMarkupAreTextLikeAnyOther() throws DataException {
        ShapedData data = shape(
                "=1+1,\"<script>\",y\n=cmd(),<b>,1\n@x,<i>,2\n=cmd(),<b>,3\n", shaping("y", false, false, 0, 9));
        assertThat(data.features())
                .containsExactly("=1+1 = =cmd()", "=1+1 = @x", "<script> = <b>", "<script> = <i>");
    }
}
