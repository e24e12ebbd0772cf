package descentlab.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.dataset.Silhouettes;
import descentlab.exercise.Exercise;
import descentlab.exercise.Exercises;
import descentlab.exercise.Part;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a link asks to be printed. */
class SheetOrderTest {

    private static SheetOrder read(String name, String value) {
        return SheetOrder.read(Map.of(name, List.of(value)));
    }

    private static Exercise exercise(String id) {
        return Exercises.on(Silhouettes.NAME).named(id).orElseThrow();
    }

    private static List<String> prompts(SheetOrder.Copy copy) {
        return copy.parts().stream().map(part -> part.task().prompt()).toList();
    }

    @ParameterizedTest
    @CsvSource({"copies,30,30", "copies,100,60", "copies,0,1", "copies,-3,1", "copies,many,1", "copies,99999999999999999999,1", "copies,'',1"})
    void aNumberOfSheetsIsBounded(String name, String value, int copies) {
        assertThat(read(name, value).copies()).isEqualTo(copies);
    }

    @ParameterizedTest
    @CsvSource({"5,5", "21,20", "0,6", "1e9,6"})
    void aNumberOfQuestionsIsBounded(String value, int parts) {
        assertThat(read("parts", value).parts()).isEqualTo(parts);
    }

    @Test
    void eachHasOtherNumbersAndTheSameOrderTheSame() {
        SheetOrder order = new SheetOrder(8, 6, 17);
        List<SheetOrder.Copy> copies = order.of(exercise("drills"));
        assertThat(copies).hasSize(8);
        assertThat(copies.stream().map(SheetOrderTest::prompts).distinct().count()).isEqualTo(8);
        assertThat(order.of(exercise("drills")).stream().map(SheetOrderTest::prompts).toList())
                .isEqualTo(copies.stream().map(SheetOrderTest::prompts).toList());
        assertThat(prompts(new SheetOrder(1, 6, 18).of(exercise("drills")).getFirst())).isNotEqualTo(prompts(copies.getFirst()));
    }

    @Test
    void anExerciseWithAnEndHasAllThatCanBeAnsweredOnPaper() {
        for (Exercise exercise : Exercises.on(Silhouettes.NAME).all()) {
            long count = new SheetOrder(1, 4, 1).of(exercise).getFirst().parts().size();
            assertThat(count).as(exercise.id()).isEqualTo(exercise.endless() ? 4L : exercise.parts(1).stream().filter(Part::onPaper).count());
        }
    }

    @Test
    void everyKindOfPartHasRoomAndASolution() {
        for (Exercise exercise : Exercises.on(Silhouettes.NAME).all()) {
            for (Part part : new SheetOrder(1, 20, 3).of(exercise).getFirst().parts()) {
                String blank = Blank.of(part, 5).getElement().getOuterHTML();
                assertThat(blank).as(exercise.id() + " " + part.task().id()).contains("sheet-");
                assertThat(part.task().solution()).isNotBlank();
            }
        }
    }

    @Test
    void theRightOptionIsTheOneThatIsPrintedUnderItsLetter() {
        List<Part> choices = Exercises.on(Silhouettes.NAME).all().stream()
                .flatMap(exercise -> new SheetOrder(1, 20, 3).of(exercise).getFirst().parts().stream())
                .filter(part -> Blank.answer(part, 5).startsWith("Right is "))
                .collect(Collectors.toList());
        assertThat(choices).isNotEmpty().allSatisfy(part -> {
            var choice = (descentlab.exercise.ChoicePart) part;
            int place = Blank.answer(part, 5).charAt("Right is ".length()) - 'A';
            assertThat(choice.options().get(choice.order().get(place)).right()).isTrue();
        });
    }
}
