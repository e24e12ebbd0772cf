package descentlab.classroom.page;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import descentlab.account.SignedIn;
import descentlab.account.Teacher;
import descentlab.account.TeacherId;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Rooms;
import descentlab.plan.Act;
import descentlab.plan.Conductor;
import descentlab.plan.Plan;
import descentlab.plan.PlanException;
import descentlab.plan.Plans;
import descentlab.plan.Step;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a teacher writes a plan: its steps in their order, to be dragged or moved by keys, and the chosen one's form. */
@Route("class/plans/:id")
@PageTitle("A plan · Descent Lab")
@RolesAllowed(Teacher.ROLE)
@StyleSheet("descentlab/lecture.css")
@StyleSheet("descentlab/question.css")
class PlanView extends Div implements BeforeEnterObserver {

    private final Plans plans;
    private final Rooms rooms;
    private final TextField title = new TextField("Title");
    private final TextArea about = new TextArea("What it is about");
    private final OrderedList list = new OrderedList();
    private final Div said = new Div();
    private final Div chosenForm = new Div();
    private final Span minutes = new Span();
    private TeacherId teacher;
    private String id;
    private Plan plan;
    private int chosen;
    /** What was written for steps that cannot be kept yet, by the steps as they are kept. */
    private final Map<Step, StepForm> drafts = new IdentityHashMap<>();

    PlanView(Plans plans, Rooms rooms) {
        this.plans = plans;
        this.rooms = rooms;
        addClassNames("page", "class-page", "wide", "plan-editor");
        title.setMaxLength(Step.LONGEST_TITLE);
        title.addClassName("wide");
        title.setValueChangeMode(ValueChangeMode.LAZY);
        title.addValueChangeListener(change -> {
            if (change.isFromClient() && !change.getValue().isBlank()) {
                keep(new Plan(change.getValue().strip(), plan.about(), plan.steps()));
            }
        });
        about.setMaxLength(Step.LONGEST_NOTE);
        about.addClassName("wide");
        about.setValueChangeMode(ValueChangeMode.LAZY);
        about.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                keep(new Plan(plan.title(), change.getValue().strip(), plan.steps()));
            }
        });
        said.getElement().setAttribute("role", "status");
        said.addClassName("soft");
        list.addClassName("plan-steps");
        chosenForm.addClassName("card");
        minutes.addClassName("chip");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        id = event.getRouteParameters().get("id").orElse("");
        teacher = SignedIn.teacher().map(Teacher::id).orElseThrow();
        Optional<Plan> found = plans.isReady(id) ? Optional.empty() : plans.find(teacher, id);
        if (found.isEmpty()) {
            Div notice = new Div("You have no such plan. ");
            notice.addClassNames("say", "warn");
            notice.add(new Anchor("class/plans", "Your plans"));
            add(notice);
            return;
        }
        plan = found.get();
        chosen = 0;
        title.setValue(plan.title());
        about.setValue(plan.about());
        Button add = new Button("Add a step", click -> {
            List<Step> steps = new ArrayList<>(plan.steps());
            steps.add(chosen + 1, new Step("A new step", "", 0, new Act.Tell()));
            if (keep(plan.with(steps))) {
                choose(chosen + 1);
            }
        });
        add.setId("add-step");
        add.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        Anchor file = new Anchor("api/plans/" + id + ".yaml", "As a file");
        file.getElement().setAttribute("router-ignore", true);
        Button lead = new Button("Lead a class with it", click -> {
            try {
                LeadWithPlan.begin(rooms, teacher, plan);
            } catch (ClassroomException refused) {
                said.setText(refused.getMessage());
            }
        });
        lead.setId("lead-plan");
        Div row = new Div(add, lead, minutes, file, new Anchor("class/plans", "Your plans"), said);
        row.addClassName("row");
        Paragraph how = new Paragraph("Drag a step, or hold Alt and press an arrow key on it, to move it. Everything is kept as you write.");
        how.addClassName("soft");
        Div steps = new Div(how, list);
        Div both = new Div(steps, chosenForm);
        both.addClassName("plan-both");
        add(new H1("A plan"), title, about, row, both);
        choose(0);
    }

    private void choose(int step) {
        chosen = Math.clamp(step, 0, plan.steps().size() - 1);
        showList();
        chosenForm.removeAll();
        Step now = plan.steps().get(chosen);
        chosenForm.add(Optional.ofNullable(drafts.get(now)).orElseGet(() -> form(now)));
    }

    private StepForm form(Step step) {
        StepForm[] form = new StepForm[1];
        form[0] = new StepForm(step, this::changed, () -> {
            drafts.put(plan.steps().get(chosen), form[0]);
            said.setText("Not kept: this step needs what its red field says. All else is kept.");
            showList();
        });
        return form[0];
    }

    private boolean changed(Step step) {
        List<Step> steps = new ArrayList<>(plan.steps());
        drafts.remove(steps.set(chosen, step));
        boolean kept = keep(plan.with(steps));
        showList();
        return kept;
    }

    private boolean keep(Plan other) {
        try {
            plans.change(teacher, id, other);
            plan = other;
            said.setText(drafts.isEmpty() ? "Kept." : "Kept, but for what is marked as not kept.");
            return true;
        } catch (PlanException refused) {
            said.setText(refused.getMessage());
            return false;
        }
    }

    private void move(int from, int to) {
        if (to >= 0 && to < plan.steps().size() && keep(plan.moved(from, to))) {
            choose(to);
            said.setText("Step " + (to + 1) + " of " + plan.steps().size() + " now.");
            list.getChildren().skip(to).findFirst().ifPresent(item -> item.getElement().executeJs(
                    "this.querySelector('.plan-step')?.focus()"));
        }
    }

    private void remove(int step) {
        List<Step> steps = new ArrayList<>(plan.steps());
        steps.remove(step);
        if (steps.isEmpty()) {
            said.setText("A plan has one step at least.");
        } else if (keep(plan.with(steps))) {
            choose(Math.min(chosen, steps.size() - 1));
        }
    }

    private void showList() {
        list.removeAll();
        for (int i = 0; i < plan.steps().size(); i++) {
            list.add(item(i));
        }
        minutes.setText(plan.minutes() + " min in all");
        minutes.setVisible(plan.minutes() > 0);
    }

    private ListItem item(int step) {
        String name = Conductor.title(plan.steps().get(step));
        NativeButton open = new NativeButton(name, click -> choose(step));
        open.addClassName("plan-step");
        open.getElement().setAttribute("aria-current", step == chosen ? "step" : "false");
        Shortcuts.addShortcutListener(open, () -> move(step, step - 1), Key.ARROW_UP, KeyModifier.ALT).listenOn(open);
        Shortcuts.addShortcutListener(open, () -> move(step, step + 1), Key.ARROW_DOWN, KeyModifier.ALT).listenOn(open);
        Span kind = new Span(drafts.containsKey(plan.steps().get(step)) ? "not kept yet" : kind(plan.steps().get(step)));
        kind.addClassName("chip");
        Component up = small("↑", "Move “" + name + "” up", click -> move(step, step - 1));
        Component down = small("↓", "Move “" + name + "” down", click -> move(step, step + 1));
        Component remove = small("✕", "Remove “" + name + "”", click -> remove(step));
        Div controls = new Div(kind, up, down, remove);
        controls.addClassName("plan-controls");
        Div row = new Div(open, controls);
        row.addClassName("plan-row");
        ListItem item = new ListItem(row);
        item.getElement().getClassList().set("chosen", step == chosen);
        DragSource<ListItem> source = DragSource.create(item);
        source.setDragData(step);
        DropTarget<ListItem> target = DropTarget.create(item);
        target.setDropEffect(DropEffect.MOVE);
        target.addDropListener(drop -> drop.getDragData().ifPresent(from -> move((Integer) from, step)));
        return item;
    }

    private static Component small(
            String text, String label, ComponentEventListener<ClickEvent<NativeButton>> press) {
        NativeButton button = new NativeButton(text, press);
        button.getElement().setAttribute("aria-label", label);
        button.addClassName("plan-small");
        return button;
    }

    private static String kind(Step step) {
        String kind = switch (step.act()) {
            case Act.Tell tell -> "tell";
            case Act.Show show -> "show";
            case Act.Ask ask -> "ask";
            case Act.Try tried -> "try";
            case Act.Time time -> "timer";
            case Act.Visit visit -> "page";
        };
        return step.minutes() > 0 ? kind + ", " + step.minutes() + " min" : kind;
    }
}
