package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import descentlab.account.TeacherId;
import descentlab.classroom.Board;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Moment;
import descentlab.classroom.Poll;
import descentlab.classroom.Topic;
import descentlab.controls.Confirmation;
import descentlab.element.ClickerKeys;
import descentlab.plan.Conductor;
import descentlab.plan.Plan;
import descentlab.plan.PlanException;
import descentlab.plan.Plans;
import descentlab.plan.Step;
import descentlab.prose.Prose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where a teacher is in their plan: what is to be said now, what a press does, and what comes next; nobody else sees it. */
final class PlanPanel extends Composite<Div> {

    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Conductor conductor;
    private final Consumer<Runnable> attempt;
    private final Div choose = new Div();
    private final Div led = new Div();
    private final H3 title = new H3();
    private final Span where = new Span();
    private final Span gone = new Span();
    private final H4 now = new H4();
    private final Div note = new Div();
    private final Paragraph then = new Paragraph();
    private final Paragraph standing = new Paragraph();
    private final QuestionText question = new QuestionText(4);
    private final Checkbox peek = new Checkbox("Let me see the votes here, before all do");
    private final Button skip = new Button("Show the votes, without talking");
    private final Results results;
    private final Button back;
    private final Button next;
    private final NativeDetails all = new NativeDetails("All steps");
    private Conductor.Place shown;

    /**
     * @param attempt does something and tells if it is refused
     * @param plans from which one can be chosen; none where a plan is led only
     */
    PlanPanel(Conductor conductor, Consumer<Runnable> attempt, Plans plans, TeacherId teacher) {
        this.conductor = conductor;
        this.attempt = attempt;
        Select<Plans.Entry> plan = new Select<>();
        plan.setLabel("Lead by a plan");
        plan.setItemLabelGenerator(Plans.Entry::title);
        plan.setPlaceholder("Choose one");
        List<Plans.Entry> entries = Stream.concat(plans.of(teacher).stream(), plans.ready().stream()).toList();
        plan.setItems(entries);
        plan.setId("plan");
        Button begin = new Button("Take it up", click -> press(() -> take(plans, teacher, plan.getValue())));
        begin.setId("take-plan");
        begin.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        Anchor mine = new Anchor("class/plans", "Your plans");
        choose.add(
                new Paragraph("A plan leads through a lesson a press at a time: experiments, questions, tries and notes to yourself."),
                plan,
                begin,
                mine);
        choose.addClassName("stack");
        back = new Button("Back", click -> back());
        back.setId("plan-back");
        next = new Button("", click -> next());
        next.setId("plan-next");
        next.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        Div buttons = new Div(back, next);
        buttons.addClassNames("buttons", "plan-buttons");
        Button end = new Button("End the plan", click -> Confirmation.ask(
                "End the plan?", "The room stays open, and what is shown stays. The plan can be taken up again from its beginning.",
                "End it", () -> press(conductor::end)));
        end.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        end.setId("end-plan");
        where.addClassName("soft");
        gone.addClassName("soft");
        now.addClassName("plan-now");
        then.addClassNames("soft", "plan-then");
        note.addClassName("plan-note");
        getContent().getElement().setAttribute("data-clicker", true);
        now.getElement().setAttribute("role", "status");
        standing.getElement().setAttribute("role", "status");
        results = new Results((answer, on) -> press(() -> conductor.strike(answer, on)));
        skip.addClickListener(click -> press(conductor::showVotes));
        peek.addValueChangeListener(change -> show(conductor.board()));
        led.add(title, where, gone, buttons, now, question, standing, skip, peek, results, note, then, all, end);
        led.addClassName("stack");
        getContent().addClassName("plan-panel");
        getContent().add(choose, led);
        // Whether it was played decides what the next press does, whichever page played it.
        Watch.on(getContent(), conductor.room(), Topic.SCENE, PAUSE, () -> showNext(conductor.board()));
    }

    private void take(Plans plans, TeacherId teacher, Plans.Entry entry) {
        if (entry == null) {
            throw new ClassroomException("Choose a plan first.");
        }
        try {
            conductor.begin(plans.find(teacher, entry.id())
                    .orElseThrow(() -> new ClassroomException("This plan is not there any more.")));
        } catch (PlanException unreadable) {
            throw new ClassroomException(unreadable.getMessage());
        }
    }

    /** What turns the plan from anywhere on a page. */
    ClickerKeys keys() {
        ClickerKeys keys = new ClickerKeys();
        keys.addTurnListener(turn -> {
            if (turn.isBack()) {
                back();
            } else {
                next();
            }
        });
        return keys;
    }

    /** Shows at once what became of it. */
    private void press(Runnable action) {
        attempt.accept(action);
        show(conductor.board());
    }

    private void next() {
        press(() -> Later.tell(conductor.next(), attempt));
    }

    private void back() {
        press(conductor::back);
    }

    void show(Board board) {
        Conductor.Place place = conductor.place().orElse(null);
        choose.setVisible(place == null && board.open());
        led.setVisible(place != null);
        if (place == null) {
            shown = null;
            return;
        }
        showNext(board);
        back.setEnabled(place.at() > 0 && board.open());
        gone(place, board);
        standing.setText(board.poll()
                .map(poll -> poll.votes().size() + " of " + board.seated().size() + " have voted")
                .or(() -> board.task().map(task -> board.tries().size() + " of " + board.seated().size() + " have handed in"))
                .orElse(""));
        question.setVisible(board.poll().isPresent());
        board.poll().ifPresent(poll -> question.show(conductor.room(), poll));
        skip.setVisible(board.poll().filter(poll -> poll.peer() && !poll.votesShown() && poll.stage() == Poll.Stage.CLOSED && poll.round() == 1).isPresent());
        peek.setVisible(board.poll().filter(poll -> !poll.votesShown() && poll.stage() != Poll.Stage.OVER).isPresent());
        Optional<Poll> seen = board.poll().filter(poll -> poll.votesShown() || peek.getValue());
        results.setVisible(seen.isPresent());
        seen.ifPresent(results::show);
        if (!place.equals(shown)) {
            if (shown != null) {
                getElement().executeJs("if (this.closest('.remote')) scrollTo(0, 0)");
            }
            shown = place;
            show(place);
        }
    }

    private void showNext(Board board) {
        String words = conductor.nextWords();
        next.setText(words.isEmpty() ? "The plan is over" : words);
        next.setEnabled(!words.isEmpty() && board.open());
    }

    /** How long ago the plan was begun, as far as its first step says. */
    private void gone(Conductor.Place place, Board board) {
        String first = Conductor.title(place.plan().steps().getFirst());
        gone.setText(board.journal().moments().reversed().stream()
                .filter(moment -> place.at() >= 0 && moment.kind() == Moment.Kind.STEP && moment.what().equals(first))
                .findFirst()
                .map(moment -> Math.max(0, Duration.between(moment.at(), Instant.now()).toMinutes()) + " min gone since " + Words.clock(moment.at()))
                .orElse(""));
    }

    private void show(Conductor.Place place) {
        Plan plan = place.plan();
        title.setText(plan.title());
        int before = plan.steps().stream().limit(place.at() + 1L).mapToInt(Step::minutes).sum();
        where.setText((place.at() < 0 ? plan.steps().size() + " steps" : "Step " + (place.at() + 1) + " of " + plan.steps().size())
                + (plan.minutes() > 0 ? ", " + (before > 0 ? before + " of " : "") + plan.minutes() + " min planned" : ""));
        now.setText(place.current().map(Conductor::title).orElse("Not begun"));
        note.removeAll();
        place.current().map(Step::note).filter(text -> !text.isEmpty()).ifPresent(text -> note.add(Prose.of(text)));
        if (place.at() < 0 && !plan.about().isEmpty()) {
            note.add(Prose.of(plan.about()));
        }
        then.setText(place.following().map(step -> "Then: " + Conductor.title(step)).orElse("This is the last step."));
        OrderedList list = new OrderedList();
        for (int i = 0; i < plan.steps().size(); i++) {
            int step = i;
            NativeButton go = new NativeButton(
                    Conductor.title(plan.steps().get(i)), click -> press(() -> Later.tell(conductor.go(step), attempt)));
            go.addClassName("plan-step");
            ListItem item = new ListItem(go);
            if (i == place.at()) {
                item.getElement().setAttribute("aria-current", "step");
            }
            list.add(item);
        }
        all.setContent(list);
    }
}
