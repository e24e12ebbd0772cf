package descentlab.exercise.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import descentlab.controls.Confirmation;
import descentlab.controls.RunOwner;
import descentlab.element.WhenNear;
import descentlab.exercise.Answer;
import descentlab.exercise.CheckedPart;
import descentlab.exercise.Part;
import descentlab.exercise.PredictionPart;
import descentlab.exercise.RunPart;
import descentlab.exercise.Verdict;
import descentlab.experiment.Experiment;
import descentlab.progress.LearnerToken;
import descentlab.progress.NotKeptException;
import descentlab.progress.PartProgress;
import descentlab.progress.Progress;
import descentlab.progress.TooManyAttemptsException;
import descentlab.prose.Prose;
import descentlab.run.RunService;
import descentlab.run.TooBusyException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A part of an exercise: what is asked, where it is answered, and what is said to it. */
final class PartCard extends Composite<Section> {

    /** Until they are there, in pixels. */
    private static final int OWN_WORDS_HEIGHT = 150;

    private final LearnerToken learner;
    private final Progress progress;
    private final RunService runs;
    private final String exercise;
    private final Part part;
    private final Consumer<PartProgress> changed;
    private final AnswerEditor editor;
    private final Div said = new Div();
    private final CheckProgress waiting = new CheckProgress();
    private final OrderedList hints = new OrderedList();
    private final Div solution = new Div();
    private final Div after = new Div();
    /** What shows why the answer is right or wrong. */
    private final Div proof = new Div();
    private final Button check = new Button("Check");
    private final Button hint = new Button();
    private final Button giveUp = new Button("Show the solution");
    private PartProgress standing;
    private UUID submission = UUID.randomUUID();

    PartCard(
            LearnerToken learner,
            Progress progress,
            RunService runs,
            String exercise,
            Part part,
            PartProgress standing,
            Consumer<PartProgress> changed) {
        this.learner = learner;
        this.progress = progress;
        this.runs = runs;
        this.exercise = exercise;
        this.part = part;
        this.standing = standing;
        this.changed = changed;
        this.editor = AnswerEditor.of(part, runs, this::submit);
        check.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        check.addClickListener(click -> submit());
        check.setDisableOnClick(true);
        hint.addClickListener(click -> moreHints());
        giveUp.addThemeVariants(ButtonVariant.TERTIARY);
        giveUp.addClickListener(click -> Confirmation.ask(
                "Show the solution?",
                "The part then counts as given up. An answer that you find later is still checked, but does not solve it any"
                        + " more.",
                "Show it",
                this::showSolution));
        said.addClassName("verdict");
        said.getElement().setAttribute("role", "status");
        hints.addClassName("hints");
        Div buttons = new Div(check, hint, giveUp);
        buttons.addClassName("row");
        Div prompt = prompt(part);
        solution.addClassName("solution");
        Div explained = new Div(ownWords(), solution);
        explained.addClassName("explained");
        Div answering = new Div(editor.component(), said, proof, waiting, buttons, hints, explained, after);
        answering.addClassName("answering");
        Section card = getContent();
        addTo(card, prompt, part);
        part.task().exhibit().ifPresent(exhibit -> {
            NativeButton jump = new NativeButton("To your answer ↓", click -> answering.getElement().executeJs(
                    "this.scrollIntoView({block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'});"
                            + " this.querySelector('input, textarea, vaadin-text-field, button, [tabindex]')?.focus({preventScroll: true})"));
            jump.addClassName("to-answer");
            prompt.add(jump);
            card.add(new ExhibitPane(exhibit, editor, runs));
        });
        card.add(answering);
        if (!standing.answer().isEmpty()) {
            editor.show(Answer.read(standing.answer()).fields());
        }
        for (int i = 0; i < standing.hints(); i++) {
            addHint(i);
        }
        show();
        if (standing.done()) {
            String how =
                    switch (standing.status()) {
                        case SOLVED -> "Solved.";
                        case OTHERWISE -> "The run came otherwise than you predicted.";
                        case SHOWN, OPEN -> "The solution was shown.";
                    };
            say(standing.solved() ? "right" : "", how);
        }
    }

    /** In a round of their own; where all is done, at once, as they stand beside the solution. */
    private Component ownWords() {
        Supplier<Component> field = () -> new OwnWordsField(learner, progress, exercise, part.task().id());
        if (standing.done()) {
            return field.get();
        }
        WhenNear room = WhenNear.orByAndBy(field);
        room.setRoom(OWN_WORDS_HEIGHT);
        return room;
    }

    /** What is asked, without where it is answered. */
    static Section firstScreen(Part part) {
        Section card = new Section();
        addTo(card, prompt(part), part);
        return card;
    }

    private static Div prompt(Part part) {
        Div prompt = new Div(new H2(part.task().title()), Prose.of(part.task().prompt()));
        prompt.addClassName("prompt");
        return prompt;
    }

    private static void addTo(Section card, Div prompt, Part part) {
        card.addClassNames("card", "part");
        card.setClassName("beside", part.task().exhibit().isPresent());
        card.add(prompt);
    }

    private void submit() {
        orFree(this::judge);
    }

    /** Whatever fails: the button that was disabled by its click is free again, as it can be tried once more. */
    private void orFree(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            check.setEnabled(true);
            throw failed;
        }
    }

    private void judge() {
        Answer answer;
        try {
            answer = new Answer(editor.fields());
        } catch (IllegalArgumentException refused) {
            tell(new Verdict(Verdict.Result.UNREADABLE, refused.getMessage(), List.of()));
            return;
        }
        switch (part) {
            case CheckedPart checked -> keep(answer, checked.check(answer));
            case RunPart run -> {
                switch (run.plan(answer)) {
                    case RunPart.Plan.Refused(Verdict verdict) -> keep(answer, verdict);
                    case RunPart.Plan.Run(List<Experiment> experiments) -> run(run, answer, experiments);
                }
            }
        }
    }

    private void run(RunPart asked, Answer answer, List<Experiment> experiments) {
        say("", "Running it on the server …");
        UI ui = UI.getCurrent();
        Rerun rerun;
        try {
            rerun = Rerun.of(runs, RunOwner.current(), experiments);
        } catch (TooBusyException busy) {
            tell(new Verdict(Verdict.Result.UNREADABLE, busy.getMessage(), List.of()));
            return;
        }
        waiting.follow(ui, rerun);
        // Judged by the thread that ran it: not under the lock of the page.
        rerun.ended().thenApply(ended -> asked.verdict(answer, ended)).whenComplete((verdict, failure) -> CheckProgress.inPage(ui, () -> orFree(() -> {
            waiting.end();
            if (failure == null) {
                keep(answer, verdict);
            } else {
                tell(new Verdict(
                        Verdict.Result.UNREADABLE, "The run failed on the server. Try again in a moment.", List.of()));
            }
        })));
    }

    /** Stores first, tells then: what is told has been kept. */
    private void keep(Answer answer, Verdict verdict) {
        if (verdict.counts()) {
            try {
                progress.admit(learner, RunOwner.current().client());
                standing = progress.attempt(
                        learner, exercise, part.task().id(), submission, answer.text(), reached(verdict));
                submission = UUID.randomUUID();
            } catch (TooManyAttemptsException | NotKeptException refused) {
                // The submission stays the same: an answer that came to be kept all the same is kept once.
                tell(new Verdict(Verdict.Result.UNREADABLE, refused.getMessage(), List.of()));
                return;
            }
            changed.accept(standing);
        }
        tell(verdict);
        show();
    }

    /** A prediction is made once: what happens is then known. */
    private PartProgress.Status reached(Verdict verdict) {
        return part instanceof PredictionPart && !verdict.isRight()
                ? PartProgress.Status.OTHERWISE
                : PartProgress.Status.after(verdict.isRight());
    }

    private void tell(Verdict verdict) {
        editor.mark(verdict.marks());
        say(
                switch (verdict.result()) {
                    case RIGHT -> "right";
                    case WRONG -> "wrong";
                    case UNREADABLE -> "unreadable";
                },
                verdict.message());
        proof.removeAll();
        verdict.shown().ifPresent(shown -> proof.add(new PartFigure(runs, shown)));
        check.setEnabled(true);
    }

    private void say(String kind, String text) {
        said.removeAll();
        said.setClassName("verdict " + kind);
        said.add(Prose.line(text));
    }

    private void moreHints() {
        int next = standing.hints();
        if (next < part.task().hints().size()) {
            try {
                progress.admit(learner, RunOwner.current().client());
                standing = progress.hint(learner, exercise, part.task().id(), next + 1);
            } catch (TooManyAttemptsException | NotKeptException refused) {
                say("unreadable", refused.getMessage());
                return;
            }
            while (hints.getComponentCount() < Math.min(standing.hints(), part.task().hints().size())) {
                addHint(hints.getComponentCount());
            }
            changed.accept(standing);
            show();
        }
    }

    private void addHint(int index) {
        if (index < part.task().hints().size()) {
            ListItem item = new ListItem(Prose.line(part.task().hints().get(index)));
            item.getElement().setAttribute("aria-live", "polite");
            hints.add(item);
        }
    }

    private void showSolution() {
        try {
            progress.admit(learner, RunOwner.current().client());
            standing = progress.giveUp(learner, exercise, part.task().id());
        } catch (TooManyAttemptsException | NotKeptException refused) {
            say("unreadable", refused.getMessage());
            return;
        }
        changed.accept(standing);
        say("", "The solution is below.");
        show();
    }

    private void show() {
        int left = part.task().hints().size() - standing.hints();
        hint.setText(standing.hints() == 0 ? "Hint" : "Next hint");
        hint.setVisible(left > 0 && !standing.done());
        giveUp.setVisible(!standing.done());
        check.setEnabled(true);
        check.setVisible(!(part instanceof PredictionPart) || !standing.done());
        if (standing.solved()) {
            check.removeThemeVariants(ButtonVariant.AURA_PRIMARY); // what one goes on with is the next part
        }
        after.removeAll();
        solution.removeAll();
        solution.setVisible(standing.done());
        if (standing.done()) {
            solution.add(new H3("Worked solution"), Prose.of(part.task().solution()));
            if (part instanceof PredictionPart prediction) {
                editor.lock();
                prediction.experiments().forEach(experiment -> after.add(new PartFigure(runs, experiment)));
            }
        }
    }
}
