package descentlab.notebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.LearnerAccess;
import descentlab.controls.RunOwner;
import descentlab.experiment.Experiment;
import descentlab.experiment.Titles;
import descentlab.progress.LearnerToken;
import descentlab.progress.NotKeptException;
import descentlab.progress.Notebook;
import descentlab.progress.NotebookFullException;
import descentlab.progress.Progress;
import descentlab.progress.Thumbnail;
import descentlab.progress.TooManyAttemptsException;
import java.util.ArrayList;
import java.util.List;

/** A set of experiments that somebody shared as one link: to be opened, compared, and kept in one's own notebook. */
@Route(SharedSet.PAGE)
@AnonymousAllowed
@PageTitle("A set of experiments · Descent Lab")
@StyleSheet("descentlab/notebook.css")
class SetView extends Div implements BeforeEnterObserver {

    private final Notebook notebook;
    private final Progress progress;
    private final SelectionBar bar = new SelectionBar();
    private final List<Experiment> selected = new ArrayList<>();

    SetView(Notebook notebook, Progress progress) {
        this.notebook = notebook;
        this.progress = progress;
        addClassNames("page", "notebook", "set");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        SharedSet.Opened opened = SharedSet.read(
                query.getSingleParameter(SharedSet.NAME).orElse(""), query.getParameters(SharedSet.EXPERIMENT));
        SharedSet set = opened.set();
        removeAll();
        selected.clear();
        bar.show(List.of());
        add(new H1(set.name().isBlank() ? "A set of experiments" : set.name()));
        opened.problems().forEach(each -> {
            Paragraph problem = new Paragraph(each);
            problem.addClassNames("say", "warn");
            add(problem);
        });
        if (set.experiments().isEmpty()) {
            add(new Paragraph("There is no experiment in this link."));
            return;
        }
        UnorderedList cards = new UnorderedList();
        cards.addClassName("kept-cards");
        set.experiments().stream().map(this::card).forEach(cards::add);
        add(keepAll(set), bar, cards);
    }

    private Component card(Experiment experiment) {
        String title = Titles.of(experiment);
        Span lab = new Span(Titles.lab(experiment.page()));
        lab.addClassNames("soft", "when");
        Checkbox select = new Checkbox("Select");
        select.setAriaLabel("Select " + title);
        select.addValueChangeListener(change -> {
            selected.remove(experiment);
            if (change.getValue()) {
                selected.add(experiment);
            }
            bar.show(selected);
        });
        ListItem card = new ListItem(new H2(new Anchor(experiment.link(), title)), lab, select);
        card.addClassNames("card", "kept");
        return card;
    }

    private Component keepAll(SharedSet set) {
        Span said = new Span();
        said.getElement().setAttribute("role", "status");
        Button keep = new Button("Keep all in my notebook");
        keep.addClickListener(click -> said.setText(keep(set)));
        Div row = new Div(keep, new Anchor("notebook", "My experiments"), said);
        row.addClassNames("row", "keep-all");
        return row;
    }

    /** What is to be said of it. */
    private String keep(SharedSet set) {
        LearnerToken learner = LearnerAccess.current();
        int kept = 0;
        try {
            for (Experiment each : set.experiments().reversed()) {
                progress.admit(learner, RunOwner.current().client());
                notebook.keep(learner, each.page(), each.query(), "", Thumbnail.NONE);
                kept++;
            }
            return kept == 1 ? "Kept." : "All " + kept + " are kept.";
        } catch (TooManyAttemptsException | NotebookFullException | NotKeptException refused) {
            return kept + " of " + set.experiments().size() + " are kept. " + refused.getMessage();
        }
    }
}
