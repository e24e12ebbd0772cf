package descentlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.classroom.Lectern;
import descentlab.classroom.Question;
import descentlab.classroom.TryTask;
import descentlab.experiment.SurfaceExperiment;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReaderTest {

    private static final String RACE = "lab/surface?objective=ellipse&run=adagrad(lr=0.4)&run=sgd(lr=0.4)";

    private static final String PLAN = """
            title: Two rates
            about: What a rate per coordinate does.
            steps:
            - title: Look
              note: |
                Say *why*.
                $\\eta$ is one for all.
              minutes: 3
              show: https://lab.example.org/%1$s
            - ask: place
              of: %1$s
              optimizer: 2
            - try: start
              of: %1$s
            - title: Talk
              timer: 2
            - visit: /exercises/gerschgorin#disc-1
            - note: Only this
            """.formatted(RACE);

    private static SurfaceExperiment race() {
        return (SurfaceExperiment) Lectern.experiment(RACE);
    }

    @Test
    void aPlanIsReadStepByStep() {
        Plan plan = PlanReader.read(PLAN);
        assertThat(plan.title()).isEqualTo("Two rates");
        assertThat(plan.minutes()).isEqualTo(5);
        assertThat(plan.steps())
                .containsExactly(
                        new Step("Look", "Say *why*.\n$\\eta$ is one for all.", 3, new Act.Show(race())),
                        new Step("", "", 0, new Act.Ask(Optional.of(race()), new Question.Place(1), false)),
                        new Step("", "", 0, new Act.Try(race(), TryTask.Vary.START, 0)),
                        new Step("Talk", "", 2, new Act.Time()),
                        new Step("", "", 0, new Act.Visit("exercises/gerschgorin#disc-1")),
                        new Step("", "Only this", 0, new Act.Tell()));
    }

    @Test
    void whatIsWrittenReadsBackAsTheSame() {
        Plan plan = PlanReader.read(PLAN);
        String text = PlanWriter.write(plan);
        assertThat(PlanReader.read(text)).isEqualTo(plan);
        assertThat(text).contains("note: |", "timer: 2", "ask: place").doesNotContain("!!", "lab.example.org");
    }

    @Property
    void anyTextOfATitleAndANoteReadsBackAsTheSame(@ForAll("texts") String title, @ForAll("texts") String note) {
        String line = title.replaceAll("\\s+", " ").strip();
        Plan plan = new Plan(
                "x" + line, note.strip(), List.of(new Step("t" + line, note.strip(), 7, new Act.Tell())));
        assertThat(PlanReader.read(PlanWriter.write(plan))).isEqualTo(plan);
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars(":-#'\"|>&*!%@`{}[],? \n\\$aZ09.é\u4e2d".toCharArray())
                .ofMaxLength(60)
                .map(text -> text.lines().map(String::stripTrailing).reduce("", (a, b) -> a.isEmpty() ? b : a + "\n" + b));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            ''                                                     | empty
            'title: x'                                             | needs a title
            'steps: [{note: a}]'                                   | needs a title
            'title: x\nsteps: []'                                  | 1 to 100 steps
            'title: x\nsteps:\n- 3'                                | Line 3: A step is
            'title: x\nsteps:\n- note: a\n  color: red'            | Line 4: color: there is no such name
            'title: x\nsteps:\n- note: a\n  note: b'               | Line 4: note: is there twice
            'title: x\nsteps:\n- show: nowhere'                    | Line 3: show: That is no link
            'title: x\nsteps:\n- show: lab/surface?steps=-1'       | Line 3: show:
            'title: x\nsteps:\n- ask: winner'                      | of: is missing
            'title: x\nsteps:\n- ask: why\n  of: lab/surface?x=1'  | Line
            'title: x\nsteps:\n- timer: soon'                      | Line 3: timer: was soon; allowed: a whole number from 1 to 240
            'title: x\nsteps:\n- timer: 0'                         | from 1 to 240
            'title: x\nsteps:\n- timer: 5\n  visit: lesson'        | one of show, ask, try, timer, visit
            'title: x\nsteps:\n- visit: https://elsewhere.org'     | Line 3: visit: was
            'title: x\nsteps:\n- visit: //elsewhere.org/lesson'    | Line 3: visit: was
            'title: x\nsteps:\n- visit: class/mine'                | Line 3: visit: was
            'title: x\nsteps:\n- minutes: 3'                       | needs a title, a note
            'title: x\nsteps:\n- {note: [1, 2]}'                   | note: is a text
            'title: x\nsteps:\n\t- note: a'                        | no YAML
            'title: &a [*a]\nsteps: *a'                            | aliases
            """)
    void whatIsNoPlanIsRefusedWithItsLine(String text, String message) {
        assertThatThrownBy(() -> PlanReader.read(text.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining(message);
    }

    /** YAML has names for them. */
    @Test
    void whatNoDatabaseKeepsIsRefused() {
        assertThatThrownBy(() -> PlanReader.read("title: \"x\\0y\"\nsteps: [{note: a}]"))
                .isInstanceOf(PlanException.class)
                .hasMessageStartingWith("Line 1: title: holds a character that is none");
        assertThatThrownBy(() -> PlanReader.read("title: x\nsteps:\n- note: \"a\\ud83d\""))
                .isInstanceOf(PlanException.class)
                .hasMessageStartingWith("Line 3: note: holds a character that is none");
        assertThat(PlanReader.read("title: \"\\ud83d\\ude00\"\nsteps: [{note: a}]").title()).isEqualTo("\ud83d\ude00");
    }

    @Test
    void aBombIsRefusedBeforeItGoesOff() {
        assertThatThrownBy(() -> PlanReader.read("x".repeat(700_000))).hasMessageContaining("600000 at most");
        assertThatThrownBy(() -> PlanReader.read("title: x\nsteps: " + "[".repeat(50_000))).isInstanceOf(PlanException.class);
        assertThatThrownBy(() -> PlanReader.read("title: x\nabout: " + "a".repeat(5000) + "\nsteps: [{note: a}]"))
                .hasMessageContaining("4000 at most");
        String many = "title: x\nsteps:\n" + "- note: a\n".repeat(101);
        assertThatThrownBy(() -> PlanReader.read(many)).hasMessageContaining("here are 101");
        assertThatThrownBy(() -> PlanReader.read("title: !!javax.script.ScriptEngineManager [x]\nsteps: [{note: a}]"))
                .isInstanceOf(PlanException.class);
    }
}
