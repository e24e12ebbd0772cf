package descentlab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.dataset.Silhouettes;
import descentlab.exercise.Exhibit.TypedMatrix;
import descentlab.exercise.Exhibit.TypedMatrix.Shown;
import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.GerschgorinDisc;
import descentlab.linalg.Spectrum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands beside a question: there is something in each exercise, and none of it is the answer. */
class ExhibitTest {

    private static final int SEEDS = 300;

    static Stream<Exercise> ofTheChapter() {
        return Exercises.on(Silhouettes.NAME).all().stream().filter(exercise -> !exercise.endless());
    }

    @ParameterizedTest
    @MethodSource("ofTheChapter")
    void eachExerciseHasQuestionsBesideALab(Exercise exercise) {
        assertThat(exercise.parts(1)).anyMatch(part -> part.task().exhibit().isPresent() || part instanceof WritingPart);
    }

    /** A goal has its lab in it, a prediction is made before anything is seen, and a proof is made of words. */
    @ParameterizedTest
    @MethodSource("ofTheChapter")
    void goalsPredictionsAndProofsStandAlone(Exercise exercise) {
        assertThat(exercise.parts(1))
                .filteredOn(part -> part instanceof RunPart || part instanceof OrderPart || part instanceof PlacePart)
                .allMatch(part -> part.task().exhibit().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("ofTheChapter")
    void whereAMatrixIsAskedForTheTypedOneIsDrawn(Exercise exercise) {
        assertThat(exercise.parts(1))
                .filteredOn(part -> part instanceof EntriesPart entries
                        && entries.rows() == entries.columns()
                        && entries.headings().isEmpty())
                .allMatch(part -> part.task().exhibit().orElseThrow() instanceof TypedMatrix);
    }

    /** All numbers that a figure of the matrix prints, in every order that a question may ask them in. */
    private static List<List<String>> printed(ComplexMatrix matrix, int fields) {
        List<Complex> values = Spectrum.of(matrix).values();
        List<GerschgorinDisc> discs = GerschgorinDisc.ofRows(matrix);
        List<String> asDiscs = new ArrayList<>();
        List<String> single = new ArrayList<>();
        discs.forEach(disc -> {
            asDiscs.add(Double.toString(disc.center().getRealPart()));
            asDiscs.add(Double.toString(disc.radius()));
        });
        values.forEach(value -> single.add(Double.toString(value.getRealPart())));
        List<List<String>> all = new ArrayList<>(List.of(asDiscs, List.copyOf(single)));
        all.addAll(Stream.concat(asDiscs.stream(), single.stream())
                .map(number -> Collections.nCopies(fields, number))
                .toList());
        return all.stream().filter(answer -> answer.size() == fields).toList();
    }

    @ParameterizedTest
    @MethodSource("ofTheChapter")
    void noNumberOfAnotherMatrixIsTheAnswer(Exercise exercise) {
        for (long seed = 0; seed < SEEDS; seed++) {
            for (Part part : exercise.parts(seed)) {
                if (part.task().exhibit().orElse(null) instanceof Exhibit.OtherMatrix other
                        && (part instanceof NumberPart || part instanceof EntriesPart)) {
                    int fields = part instanceof EntriesPart entries ? entries.rows() * entries.columns() : 1;
                    for (List<String> answer : printed(other.matrix(), fields)) {
                        assertThat(((CheckedPart) part).check(new Answer(answer)).isRight())
                                .as("%s by %s", part.task().prompt(), answer)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void aTypedMatrixIsReadOnceItIsWhole() {
        TypedMatrix typed = new TypedMatrix(2, Shown.DISCS);
        assertThat(typed.matrix(List.of("4.2", "-19/5", "sqrt(4)", "0"))).contains("4.2,-3.8;2,0");
        assertThat(typed.matrix(List.of("4.2", "", "2", "0"))).isEmpty();
        assertThat(typed.matrix(List.of("4.2", "-", "2", "1e300"))).isEmpty();
        assertThat(typed.matrix(List.of())).isEmpty();
        assertThat(typed.missing(List.of("4.2", "-", "2", "1e300"))).isEqualTo(2);
    }
}
