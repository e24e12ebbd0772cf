package descentlab.notebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.LearnerAccess;
import descentlab.controls.RunOwner;
import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.Titles;
import descentlab.experiment.TrainingExperiment;
import descentlab.progress.LearnerToken;
import descentlab.progress.NotKeptException;
import descentlab.progress.Notebook;
import descentlab.progress.NotebookFullException;
import descentlab.progress.Progress;
import descentlab.progress.TooManyAttemptsException;
import descentlab.progress.UnreadableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The experiments that a learner has had, to be opened again, named, noted and put side by side. */
@Route("notebook")
@AnonymousAllowed
@PageTitle("My experiments · Descent Lab")
@StyleSheet("descentlab/notebook.css")
class NotebookView extends Div implements BeforeEnterObserver, KeptCard.Deeds {

    /** Cards that are shown before somebody asks for more. */
    private static final int SHOWN = 24;

    private static final List<String> LABS =
            List.of("", SurfaceExperiment.PAGE, TrainingExperiment.PAGE, SpectrumExperiment.PAGE);

    private final Notebook notebook;
    private final Progress progress;
    private final Map<UUID, NotebookEntry> selected = new LinkedHashMap<>();
    private final Div filter = new Div();
    private final Div notice = new Div();
    private final SelectionBar bar = new SelectionBar();
    private final UnorderedList cards = new UnorderedList();
    private final Button more = new Button("Show more");
    private LearnerToken learner;
    private List<NotebookEntry> entries = List.of();
    private String lab = "";
    private int shown = SHOWN;

    NotebookView(Notebook notebook, Progress progress) {
        this.notebook = notebook;
        this.progress = progress;
        addClassNames("page", "notebook");
        Paragraph lead = new Paragraph("What you changed in a lab and let rest is kept here by itself, the newest "
                + Notebook.MOST + "; what you name, note or keep by hand does not go for newer ones.");
        lead.addClassName("soft");
        filter.addClassName("notebook-filter");
        filter.getElement().setAttribute("role", "group").setAttribute("aria-label", "Show experiments of");
        notice.addClassNames("say", "row");
        notice.getElement().setAttribute("role", "status");
        notice.setVisible(false);
        cards.addClassName("kept-cards");
        more.addClickListener(click -> {
            shown += SHOWN;
            show();
        });
        add(new H1("My experiments"), lead, filter, notice, bar, cards, more);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        learner = LearnerAccess.current();
        load();
    }

    private void load() {
        try {
            entries = notebook.of(learner).stream().map(NotebookEntry::of).toList();
        } catch (UnreadableException away) {
            say(away.getMessage());
        }
        selected.keySet().retainAll(entries.stream().map(entry -> entry.kept().id()).toList());
        show();
    }

    private void show() {
        List<NotebookEntry> wanted = entries.stream()
                .filter(entry -> lab.isEmpty() || entry.kept().page().equals(lab))
                .toList();
        filter.removeAll();
        LABS.stream().map(this::door).forEach(filter::add);
        filter.setVisible(!entries.isEmpty());
        cards.removeAll();
        wanted.stream()
                .limit(shown)
                .map(entry -> new KeptCard(entry, selected.containsKey(entry.kept().id()), this))
                .forEach(cards::add);
        if (wanted.isEmpty()) {
            cards.add(nothing());
        }
        more.setVisible(wanted.size() > shown);
        bar.show(selectedExperiments());
    }

    private List<Experiment> selectedExperiments() {
        return selected.values().stream().flatMap(entry -> entry.experiment().stream()).toList();
    }

    private Component door(String page) {
        long count = entries.stream().filter(entry -> page.isEmpty() || entry.kept().page().equals(page)).count();
        NativeButton door = new NativeButton((page.isEmpty() ? "All" : Titles.lab(page)) + " " + count);
        door.getElement().setAttribute("aria-pressed", String.valueOf(page.equals(lab)));
        door.addClickListener(click -> {
            lab = page;
            shown = SHOWN;
            show();
        });
        return door;
    }

    private static Component nothing() {
        Div nothing = new Div(
                new Span("Nothing is kept here yet. Change something in "),
                new Anchor(SurfaceExperiment.PAGE, "the surface lab"),
                new Span(" and let it rest, or press “Keep” there."));
        nothing.addClassName("soft");
        return nothing;
    }

    @Override
    public boolean rename(NotebookEntry entry, String name) {
        return written(() -> notebook.rename(learner, entry.kept().id(), name));
    }

    @Override
    public boolean note(NotebookEntry entry, String note) {
        return written(() -> notebook.note(learner, entry.kept().id(), note));
    }

    @Override
    public void select(NotebookEntry entry, boolean chosen) {
        if (chosen) {
            selected.put(entry.kept().id(), entry);
        } else {
            selected.remove(entry.kept().id());
        }
        bar.show(selectedExperiments());
    }

    @Override
    public void delete(NotebookEntry entry) {
        try {
            Optional<Notebook.Deleted> deleted = written(() -> notebook.delete(learner, entry.kept().id()));
            load();
            deleted.ifPresent(each -> offer(entry, each));
        } catch (KeptCard.RefusedException refused) {
            say(refused.getMessage());
        }
    }

    private void offer(NotebookEntry entry, Notebook.Deleted deleted) {
        Button undo = new Button("Take it back");
        undo.addClickListener(click -> {
            try {
                written(() -> {
                    notebook.restore(learner, deleted);
                    return true;
                });
                say("");
            } catch (KeptCard.RefusedException refused) {
                say(refused.getMessage());
            }
            load();
        });
        say("Deleted: " + entry.title() + ".");
        notice.add(undo);
        undo.focus();
    }

    private void say(String text) {
        notice.removeAll();
        notice.add(new Span(text));
        notice.setVisible(!text.isEmpty());
    }

    private <T> T written(Supplier<T> work) {
        try {
            progress.admit(learner, RunOwner.current().client());
            return work.get();
        } catch (IllegalArgumentException | TooManyAttemptsException | NotebookFullException | NotKeptException refused) {
            throw new KeptCard.RefusedException(refused);
        }
    }
}
