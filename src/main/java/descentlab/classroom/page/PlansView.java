package descentlab.classroom.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import descentlab.account.SignedIn;
import descentlab.account.Teacher;
import descentlab.account.TeacherId;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Rooms;
import descentlab.controls.Confirmation;
import descentlab.element.TextFile;
import descentlab.plan.Act;
import descentlab.plan.Conductor;
import descentlab.plan.Plan;
import descentlab.plan.PlanException;
import descentlab.plan.PlanReader;
import descentlab.plan.Plans;
import descentlab.plan.Step;
import descentlab.prose.Prose;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** A teacher's plans, and the ready ones: to be led, written, copied, saved as a file and read from one. */
@Route("class/plans")
@PageTitle("Your plans · Descent Lab")
@RolesAllowed(Teacher.ROLE)
@StyleSheet("descentlab/lecture.css")
class PlansView extends Div implements BeforeEnterObserver {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withZone(ZoneId.systemDefault());

    private final Plans plans;
    private final Rooms rooms;
    private final Div notice = new Div();
    private final Div lists = new Div();

    PlansView(Plans plans, Rooms rooms) {
        this.plans = plans;
        this.rooms = rooms;
        addClassNames("page", "class-page");
        notice.addClassNames("say", "warn");
        notice.getElement().setAttribute("role", "alert");
        notice.setVisible(false);
        Paragraph what = new Paragraph("A plan is a lesson in steps: experiments to show, questions, things to try, pages, timers, and"
                + " notes to yourself. In class you go through it with one key. It is a file too, to be kept and passed on.");
        Button fresh = new Button("Write a new plan", click -> attempt(() -> edit(plans.add(teacher(), new Plan(
                "A new plan", "", List.of(new Step("Welcome", "", 0, new Act.Tell())))))));
        fresh.setId("new-plan");
        fresh.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        TextFile file = new TextFile("Read a plan from a file", ".yaml,.yml", PlanReader.LONGEST);
        file.addReadListener(read -> attempt(() -> {
            if (!read.getRefusal().isEmpty()) {
                throw new PlanException(read.getRefusal());
            }
            edit(plans.add(teacher(), PlanReader.read(read.getText())));
        }));
        Div row = new Div(fresh, file, new Anchor("class/mine", "Your rooms"));
        row.addClassName("row");
        add(new H1("Your plans"), what, row, notice, lists);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private static TeacherId teacher() {
        return SignedIn.teacher().map(Teacher::id).orElseThrow(() -> new ClassroomException("Sign in first."));
    }

    private static void edit(String id) {
        UI.getCurrent().navigate("class/plans/" + id);
    }

    private void attempt(Runnable action) {
        notice.setVisible(false);
        try {
            action.run();
        } catch (ClassroomException | PlanException refused) {
            notice.setText(refused.getMessage());
            notice.setVisible(true);
        }
    }

    private void show() {
        lists.removeAll();
        List<Plans.Entry> own = plans.of(teacher());
        if (!own.isEmpty()) {
            lists.add(new H2("Yours"), list(own, true));
        }
        lists.add(new H2("Ready to use"), list(plans.ready(), false));
        plans.mistakes().forEach((file, why) -> {
            Div wrong = new Div("The file " + file + " of this server cannot be used. " + why);
            wrong.addClassNames("say", "warn");
            lists.add(wrong);
        });
    }

    private UnorderedList list(List<Plans.Entry> entries, boolean own) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("rooms", "plans");
        entries.forEach(entry -> list.add(item(entry, own)));
        return list;
    }

    private ListItem item(Plans.Entry entry, boolean own) {
        Component title = own ? new Anchor("class/plans/" + entry.id(), entry.title()) : new Span(entry.title());
        title.addClassName("plan-title");
        Button lead = new Button("Lead a class with it", click -> attempt(() -> lead(entry)));
        Button copy = new Button("Copy", click -> attempt(() -> edit(plans.add(teacher(), plan(entry)))));
        copy.setAriaLabel("Copy " + entry.title() + ", to change it");
        Anchor file = new Anchor("api/plans/" + entry.id() + ".yaml", "As a file");
        file.getElement().setAttribute("router-ignore", true);
        file.getElement().setAttribute("aria-label", entry.title() + " as a file");
        ListItem item = new ListItem(title);
        plans.ready(entry.id()).ifPresent(plan -> {
            Div about = new Div(plan.about() + " " + plan.steps().size() + " steps, " + plan.minutes() + " min.");
            about.addClassNames("soft", "plan-about");
            item.add(about, steps(plan));
        });
        entry.changed().ifPresent(changed -> {
            Span when = new Span("changed " + WHEN.format(changed));
            when.addClassName("soft");
            item.add(when);
        });
        item.add(lead, copy, file);
        if (own) {
            Button delete = new Button("Delete", click -> Confirmation.ask(
                    "Delete “" + entry.title() + "”?", "The plan is deleted for good; rooms that are led by it go on.", "Delete", () -> {
                        plans.delete(teacher(), entry.id());
                        show();
                    }));
            delete.setAriaLabel("Delete " + entry.title());
            delete.addThemeVariants(ButtonVariant.AURA_TERTIARY);
            item.add(delete);
        }
        return item;
    }

    /** What its teacher would say and do, made when somebody looks. */
    private static Component steps(Plan plan) {
        NativeDetails all = new NativeDetails("Read its steps");
        all.addClassName("plan-reading");
        all.addToggleListener(toggle -> {
            if (toggle.isOpened() && all.getContent() == null) {
                OrderedList list = new OrderedList();
                plan.steps().forEach(step -> list.add(new ListItem(
                        new Div(Conductor.title(step) + (step.minutes() > 0 ? ", " + step.minutes() + " min" : "")),
                        Prose.of(step.note()))));
                all.setContent(list);
            }
        });
        return all;
    }

    private Plan plan(Plans.Entry entry) {
        return plans.find(teacher(), entry.id()).orElseThrow(() -> new PlanException("This plan is not there any more."));
    }

    private void lead(Plans.Entry entry) {
        LeadWithPlan.begin(rooms, teacher(), plan(entry));
    }
}
