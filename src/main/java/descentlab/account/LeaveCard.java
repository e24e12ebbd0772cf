package descentlab.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinSession;
import tools.jackson.databind.JsonNode;

/** Deletes the teacher's account, after asking. */
class LeaveCard extends Section {

    private final Teachers teachers;
    private final Teacher teacher;
    private final PasswordField password =
            CredentialsForm.password("Your password", "password", Autocomplete.CURRENT_PASSWORD);
    private final CredentialsForm form = new CredentialsForm(AccountView.PATH, "Delete my account for good");
    private final Paragraph words =
            new Paragraph("Deletes your name, your password and all that is kept under your account.");
    private final Div said = new Div();
    private boolean toldToBeTheLast;

    LeaveCard(Teachers teachers, Teacher teacher) {
        this.teachers = teachers;
        this.teacher = teacher;
        addClassNames("card", "leave");
        form.with(password);
        form.onSubmit(this::submitted);
        form.addClassName("leaving");
        form.setVisible(false);
        said.addClassNames("verdict", "unreadable");
        said.getElement().setAttribute("role", "alert");
        Button ask = new Button("Delete my account");
        ask.addClickListener(click -> {
            ask.setVisible(false);
            form.setVisible(true);
            if (teachers.isLast(teacher.id())) {
                tellLast("You are the last teacher here. Without one, the server prints a setup link at its next"
                        + " start.");
            }
            password.focus();
        });
        add(new H2("Leave"), words, ask, said, form);
    }

    private void tellLast(String message) {
        toldToBeTheLast = true;
        said.setText(message);
    }

    private void submitted(JsonNode typed) {
        password.setInvalid(false);
        String session = VaadinSession.getCurrent().getSession().getId();
        String typedPassword = typed.path("password").asString("");
        boolean evenTheLast = toldToBeTheLast;
        UI ui = UI.getCurrent();
        Background.run(
                ui,
                () -> {
                    teachers.delete(teacher.id(), typedPassword, evenTheLast, session);
                    return teacher;
                },
                done -> ui.getPage().setLocation(LoginView.PATH + "?" + LoginView.DELETED),
                this::refused);
    }

    private void refused(AccountRefused why) {
        form.ready();
        if (why.about() == AccountRefused.About.OLD_PASSWORD) {
            CredentialsForm.refuse(password, why.getMessage());
        } else {
            tellLast(why.getMessage());
        }
    }
}
