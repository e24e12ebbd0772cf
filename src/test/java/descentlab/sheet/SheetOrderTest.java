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

    private static SheetOrder.Read read(String name, String value) {
        return SheetOrder.read(Map.of(name, List.of(value)));
    }

    private static Exercise exercise(String id) {
        return Exercises.on(Silhouettes.NAME).named(id).orElseThrow();
    }

    private static List<String> prompts(SheetOrder.Copy copy) {
        return copy.parts().stream().map(part -> part.task().prompt()).toList();
    }

    @ParameterizedTest
    @CsvSource({"1", "30", "60", "007"})
    void aNumberOfSheetsIsTaken(String value) {
        assertThat(read("copies", value).order().copies()).isEqualTo(Integer.parseInt(value));
        assertThat(read("copies", value).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"copies,61,60", "copies,5000,60", "copies,0,60", "copies,-3,60", "copies,many,60", "copies,99999999999999999999,60",
        "parts,21,20", "parts,1e9,20", "seed,1000000000,999999999"})
    void whatIsNoSuchNumberIsNamedWithWhatIsAllowed(String name, String value, String most) {
        SheetOrder.Read read = read(name, value);
        assertThat(read.order()).isEqualTo(SheetOrder.read(Map.of()).order());
        assertThat(read.problems()).singleElement().satisfies(problem -> assertThat(problem.sentence())
                .isEqualTo(name + " was '" + value + "'. Please give a whole number from 1 to " + most + "."));
    }

    @Test
    void anEmptyNumberIsMissing() {
        assertThat(read("copies", "").problems()).singleElement().satisfies(problem -> assertThat(problem.sentence())
                .isEqualTo("copies is missing. Please give a whole number from 1 to 60."));
    }

    @Test
    void whatIsNoParameterIsNamedWithThoseThereAre() {
        assertThat(read("sheets", "5000").problems()).singleElement().satisfies(problem -> assertThat(problem.sentence())
                .isEqualTo("“sheets”: no such parameter; there are copies, parts, seed."));
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
