package descentlab.classroom.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import descentlab.classroom.Poll;
import descentlab.classroom.Tally;
import descentlab.classroom.Truth;
import descentlab.element.RaceSurface;
import java.util.List;

/** What a class has voted, as bars with their numbers; the truth with them once it is shown. */
final class Results extends Composite<Div> {

    Results() {
        getContent().addClassName("results");
    }

    void show(Poll poll) {
        getContent().removeAll();
        Tally tally = poll.tally();
        Tally.Count now = tally.rounds().getLast();
        Tally.Count before = tally.rounds().size() > 1 ? tally.rounds().get(tally.rounds().size() - 2) : null;
        if (!now.bars().isEmpty()) {
            getContent().add(bars(now, before));
        }
        getContent().add(line(Words.votes(now.votes()) + now.median().map(m -> " The median is " + Words.number(m) + ".").orElse("")));
        tally.shift().ifPresent(shift -> getContent().add(line(Words.shift(shift))));
        if (poll.isSettled()) {
            Paragraph truth = line(Words.truth(poll));
            truth.addClassName("truth");
            getContent().add(truth);
            now.right()
                    .filter(right -> now.votes() > 0)
                    .ifPresent(right -> getContent()
                            .add(line(right + " of " + now.votes() + " right. " + Words.rule(poll.question()))));
        }
    }

    private static Component bars(Tally.Count now, Tally.Count before) {
        UnorderedList list = new UnorderedList();
        list.addClassName("bars");
        for (int i = 0; i < now.bars().size(); i++) {
            list.add(bar(now.bars().get(i), before == null ? null : before.bars().get(i), Math.max(1, now.votes()), before == null ? 1 : Math.max(1, before.votes())));
        }
        return list;
    }

    /** A full bar is all who voted. */
    private static ListItem bar(Tally.Bar bar, Tally.Bar before, int all, int allBefore) {
        Span name = new Span(Words.bar(bar) + (bar.right() ? " ✓" : ""));
        name.addClassName("bar-name");
        Div fill = new Div();
        fill.addClassName("bar-fill");
        fill.getStyle().set("inline-size", 100.0 * bar.votes() / all + "%");
        Div track = new Div(fill);
        track.addClassName("bar-track");
        if (before != null) {
            Div earlier = new Div();
            earlier.addClassName("bar-before");
            earlier.getStyle().set("inline-size", 100.0 * before.votes() / allBefore + "%");
            track.add(earlier);
        }
        Span number = new Span((before == null ? "" : before.votes() + " → ") + bar.votes()
                + (before == null ? " (" + Math.round(100.0 * bar.votes() / all) + " %)" : ""));
        number.addClassName("bar-number");
        ListItem item = new ListItem(name, track, number);
        item.addClassName("bar");
        item.getElement().getClassList().set("right", bar.right());
        return item;
    }

    private static Paragraph line(String text) {
        return new Paragraph(text);
    }

    /** Draws clicked places over a plot, those of the round before beneath, and the truth once it is shown. */
    static void draw(RaceSurface surface, Poll poll, boolean votesSeen) {
        List<Tally.Count> rounds = poll.tally().rounds();
        surface.setCloud(votesSeen ? places(rounds.getLast()) : List.of());
        surface.setSecondCloud(votesSeen && rounds.size() > 1 ? places(rounds.get(rounds.size() - 2)) : List.of());
        surface.clearTruth();
        if (poll.revealed()
                && poll.truth().isPresent()
                && poll.truth().get() instanceof Truth.Place place) {
            place.end().ifPresent(end -> surface.setTruth(end.x1(), end.x2(), "where it ends"));
        }
    }

    private static List<double[]> places(Tally.Count count) {
        return count.places().stream().map(p -> new double[] {p.x1(), p.x2()}).toList();
    }
}
