package descentlab.sheet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import descentlab.account.Teacher;
import descentlab.dataset.Pictures;
import descentlab.exercise.Exercise;
import descentlab.exercise.Part;
import descentlab.prose.Prose;
import jakarta.annotation.security.RolesAllowed;

/** The solutions of printed sheets, number for number, for teachers. */
@Route(SheetView.FOLDER + "/:" + PaperPage.PARAMETER + SolutionsView.SOLUTIONS)
@RolesAllowed(Teacher.ROLE)
class SolutionsView extends PaperPage {

    /** After the path of the sheets. */
    static final String SOLUTIONS = "/solutions";

    SolutionsView(Pictures pictures) {
        super(pictures);
    }

    static String link(Exercise exercise, SheetOrder order) {
        return SheetView.FOLDER + "/" + exercise.id() + SOLUTIONS + "?" + order.query();
    }

    @Override
    String path(Exercise exercise) {
        return SheetView.FOLDER + "/" + exercise.id() + SOLUTIONS;
    }

    @Override
    String kind() {
        return "solutions";
    }

    @Override
    Anchor other(Exercise exercise, SheetOrder order) {
        return new Anchor(SheetView.link(exercise, order), "The sheets");
    }

    @Override
    Component sheet(Exercise exercise, SheetOrder.Copy copy) {
        Div all = new Div();
        int number = 0;
        for (Part part : copy.parts()) {
            number++;
            Section solved = new Section(new H2(number + ". " + part.task().title()));
            String answer = Blank.answer(part, copy.seed() + number);
            if (!answer.isEmpty()) {
                solved.add(new Paragraph(answer));
            }
            solved.add(Prose.of(part.task().solution()));
            solved.addClassName("sheet-part");
            all.add(solved);
        }
        return all;
    }
}
