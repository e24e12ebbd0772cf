package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import descentlab.element.Formula;
import descentlab.element.HomotopyControl;
import descentlab.element.MatrixEditor;
import descentlab.element.SpectrumFacts;
import descentlab.element.SpectrumLab;
import descentlab.element.SpectrumPlane;
import descentlab.element.SpectrumPlane.Side;

/** A matrix that a class is shown, in the complex plane beside its rescaled twin, with its entries and what they say. */
final class ClassSpectrum extends Composite<Div> implements HasStyle {

    /** Of the lab within, for a {@link descentlab.element.RoomLink} to lead. */
    static final String LAB = "class-spectrum";

    /** Who looks at it. */
    enum Reader {
        /** Changes it. */
        TEACHER,
        STUDENT,
        /** All, from afar. */
        WALL
    }

    private final SpectrumLab lab = new SpectrumLab();

    ClassSpectrum(Reader reader) {
        Div planes = new Div(
                plane(reader, new SpectrumPlane(Side.GIVEN, "The matrix", new Formula("M"))),
                plane(
                        reader,
                        new SpectrumPlane(
                                Side.RESCALED,
                                "Rescaled",
                                new Formula("\\operatorname{diag}(M)^{-1/2}\\,M\\,\\operatorname{diag}(M)^{-1/2}"))));
        planes.addClassName("planes");
        MatrixEditor editor = new MatrixEditor();
        Section matrix = new Section(new H2("Its entries"), reader == Reader.TEACHER ? editor : editor.still());
        SpectrumFacts condition = new SpectrumFacts();
        Section facts = new Section(new H2("Condition"), reader == Reader.WALL ? condition.wall() : condition);
        Div numbers = new Div(matrix, facts);
        numbers.addClassName("class-spectrum-numbers");
        lab.setId(LAB);
        lab.setLive(reader == Reader.TEACHER);
        HomotopyControl way = new HomotopyControl();
        lab.add(planes, reader == Reader.TEACHER ? way : way.still(), numbers);
        getContent().add(lab);
        getContent().addClassName("class-spectrum");
    }

    private static SpectrumPlane plane(Reader reader, SpectrumPlane plane) {
        return switch (reader) {
            case TEACHER -> plane;
            case STUDENT -> plane.still();
            case WALL -> plane.wall();
        };
    }

    SpectrumLab lab() {
        return lab;
    }
}
