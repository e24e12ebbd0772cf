package descentlab.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import tools.jackson.databind.JsonNode;

/** Gives the teacher another password. */
class PasswordCard extends Section {

    private final Teachers teachers;
    private final Teacher teacher;
    private final PasswordField old =
            CredentialsForm.password("Password until now", "old", Autocomplete.CURRENT_PASSWORD);
    private final PasswordField next = CredentialsForm.password("New password", "new", Autocomplete.NEW_PASSWORD);
    private final CredentialsForm form = new CredentialsForm(AccountView.PATH, "Change password");
    private final Div said = new Div();

    PasswordCard(Teachers teachers, Teacher teacher) {
        this.teachers = teachers;
        this.teacher = teacher;
        addClassName("card");
        next.setHelperText(PasswordRules.WORDS);
        // For password managers, which keep a password with its name.
        TextField name = CredentialsForm.name();
        name.setValue(teacher.name());
        name.addClassName("not-shown");
        form.with(name, old, next);
        form.onSubmit(this::submitted);
        said.getElement().setAttribute("role", "status");
        add(new H2("Change your password"), form, said);
    }

    private void submitted(JsonNode typed) {
        say("", "");
        old.setInvalid(false);
        next.setInvalid(false);
        String session = VaadinSession.getCurrent().getSession().getId();
        String typedOld = typed.path("old").asString("");
        String typedNew = typed.path("new").asString("");
        Background.run(
                UI.getCurrent(),
                () -> {
                    teachers.changePassword(teacher.id(), typedOld, typedNew, session);
                    return teacher;
                },
                done -> {
                    form.ready();
                    old.clear();
                    next.clear();
                    say("right", "The password is changed. Wherever else you were signed in, you no longer are.");
                },
                this::refused);
    }

    private void refused(AccountRefused why) {
        form.ready();
        switch (why.about()) {
            case OLD_PASSWORD -> CredentialsForm.refuse(old, why.getMessage());
            case PASSWORD -> CredentialsForm.refuse(next, why.getMessage());
            default -> say("unreadable", why.getMessage());
        }
    }

    private void say(String kind, String words) {
        said.setClassName("verdict " + kind);
        said.setText(words);
    }
}
