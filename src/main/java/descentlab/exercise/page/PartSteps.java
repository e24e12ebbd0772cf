package descentlab.exercise.page;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import descentlab.exercise.Part;
import descentlab.progress.PartProgress;

/** The parts of an exercise in a row, each with how it stands; of one without an end, how many are solved. */
final class PartSteps extends Div {

    PartSteps() {
        addClassName("part-steps");
    }

    PartSteps(PartInTurn turn) {
        this();
        show(turn);
    }

    void show(PartInTurn turn) {
        removeAll();
        if (turn.exercise().endless()) {
            Span count = new Span("Number " + (turn.index() + 1) + " · " + turn.solved() + " solved so far");
            count.addClassName("soft");
            add(count);
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("steps");
        for (int i = 0; i < turn.exercise().count(); i++) {
            list.add(new ListItem(step(turn, i)));
        }
        Nav nav = new Nav(list);
        nav.getElement().setAttribute("aria-label", "Parts of this exercise");
        add(nav);
    }

    private static Anchor step(PartInTurn turn, int at) {
        Part part = turn.part(at);
        Anchor link = link(turn, at, String.valueOf(at + 1));
        PartProgress of = turn.of(part);
        String state =
                switch (of.status()) {
                    case SOLVED -> "solved";
                    case OTHERWISE -> "came otherwise";
                    case SHOWN -> "solution shown";
                    case OPEN -> "open";
                };
        link.getElement().setAttribute("aria-label", "Part " + (at + 1) + ", " + part.task().title() + ", " + state);
        link.getElement().setAttribute("title", part.task().title());
        link.addClassName("step");
        link.addClassName(state.replace(' ', '-'));
        if (at == turn.index()) {
            link.getElement().setAttribute("aria-current", "step");
        }
        return link;
    }

    /** To another part of the same exercise. A link of the router's would look for its address among all routes, each a tenth of a millisecond. */
    static Anchor link(PartInTurn turn, int to, String text) {
        return new Anchor("exercises/" + turn.exercise().id() + "?" + PartInTurn.PARAMETER + "=" + (to + 1), text);
    }
}
