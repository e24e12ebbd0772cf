package descentlab.exercise.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import descentlab.controls.RaceFigure;
import descentlab.controls.TrainingFigure;
import descentlab.element.DistancePanel;
import descentlab.element.Formula;
import descentlab.element.HomotopyControl;
import descentlab.element.SpectrumLab;
import descentlab.element.SpectrumPerturbation;
import descentlab.element.SpectrumPlane;
import descentlab.exercise.Exhibit;
import descentlab.prose.Prose;
import descentlab.run.RunService;

/** What stands beside a question. */
final class ExhibitPane extends Composite<Div> {

    ExhibitPane(Exhibit exhibit, AnswerEditor editor, RunService runs) {
        getContent().addClassName("exhibit");
        switch (exhibit) {
            case Exhibit.TypedMatrix typed -> {
                TypedMatrixPane pane = new TypedMatrixPane(typed);
                editor.onChange(pane::show);
                getContent().add(pane);
            }
            case Exhibit.OtherMatrix other -> show(
                    other.says(),
                    lab(
                            other.matrix().toString(),
                            new SpectrumPlane(SpectrumPlane.Side.GIVEN, "", new Formula(other.tex())).still(),
                            new HomotopyControl()));
            case Exhibit.Perturbation other -> show(
                    other.says(), lab(other.matrix().toString(), new SpectrumPerturbation().unexplained()));
            case Exhibit.Arrows arrows -> show(arrows.says(), new DistancePanel().unexplained());
            case Exhibit.Race race -> show(race.says(), new RaceFigure(runs, race.race()));
            case Exhibit.Training training -> show(training.says(), new TrainingFigure(runs, training.training()));
        }
    }

    private static SpectrumLab lab(String matrix, Component... pieces) {
        SpectrumLab lab = new SpectrumLab();
        lab.add(pieces);
        lab.setMatrix(matrix);
        return lab;
    }

    private void show(String says, Component figure) {
        Paragraph words = new Paragraph(Prose.line(says));
        words.addClassName("exhibit-says");
        getContent().add(words, figure);
    }
}
