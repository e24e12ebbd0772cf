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
@Route("sheet/:exercise/solutions")
@RolesAllowed(Teacher.ROLE)
class SolutionsView extends PaperPage {

    SolutionsView(Pictures pictures) {
        super(pictures);
    }

    static String link(Exercise exercise, SheetOrder order) {
        return "sheet/" + exercise.id() + "/solutions?" + order.query();
    }

    @Override
    String path(Exercise exercise) {
        return "sheet/" + exercise.id() + "/solutions";
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
