package descentlab.classroom.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import descentlab.classroom.AnswerKind;
import descentlab.classroom.Groups;
import descentlab.classroom.OwnQuestion;
import descentlab.classroom.Poll;
import descentlab.classroom.Tally;
import descentlab.classroom.Truth;
import descentlab.element.RaceSurface;
import descentlab.objective.Point;
import descentlab.prose.Prose;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a class has voted, as bars with their numbers; the truth with them once it is shown. */
final class Results extends Composite<Div> {

    /** Has a written answer not shown, or shown again. */
    interface Striking {

        void strike(String answer, boolean on);
    }

    private final Striking strike;

    private static final double SMALLEST = 0.8;
    private static final double LARGEST = 2.4;

    Results() {
        this(null);
    }

    /** @param strike has a written answer not shown; null where that cannot be done */
    Results(Striking strike) {
        this.strike = strike;
        getContent().addClassName("results");
    }

    void show(Poll poll) {
        show(poll, poll.tally());
    }

    void show(Poll poll, Tally tally) {
        getContent().removeAll();
        Tally.Count now = tally.rounds().getLast();
        Tally.Count before = tally.rounds().size() > 1 ? tally.rounds().get(tally.rounds().size() - 2) : null;
        if (poll.question() instanceof OwnQuestion own && own.kind() instanceof AnswerKind.Order order) {
            // Once it is told, as it is right; the letters of the truth mean these lines, whether anybody voted or not.
            getContent().add(poll.isSettled() && poll.truth().orElseThrow() instanceof Truth.Orders right
                    ? QuestionText.lettered(order, right.written())
                    : QuestionText.lettered(order));
        }
        if (Groups.isCloud(poll)) {
            getContent().add(cloud(now));
        } else if (!now.bars().isEmpty()) {
            getContent().add(isText(poll) ? texts(now, before) : bars(poll, now, before));
        }
        if (strike != null && !poll.struckAnswers().isEmpty()) {
            getContent().add(struck(poll));
        }
        if (before != null && !now.bars().isEmpty() && !isText(poll)) {
            Paragraph legend = line("The thin bars are the vote before.");
            legend.addClassName("soft");
            getContent().add(legend);
        }
        getContent().add(line(Words.votes(now.votes()) + now.median().map(m -> " The median is " + Words.number(m) + ".").orElse("")));
        tally.shift().ifPresent(shift -> getContent().add(line(Words.shift(shift))));
        if (before != null && !before.sure().isEmpty()) {
            getContent().add(line("First: " + Words.sure(before.sure())));
        }
        if (!now.sure().isEmpty()) {
            getContent().add(line((before == null ? "" : "Then: ") + Words.sure(now.sure())));
        }
        if (poll.isSettled()) {
            Component truth = truth(poll);
            ((HasStyle) truth).addClassName("truth");
            getContent().add(truth);
            now.right()
                    .filter(right -> now.votes() > 0)
                    .ifPresent(right -> getContent()
                            .add(line(right + " of " + now.votes() + " right. " + Words.rule(poll))));
        }
    }

    /** Of options that may hold formulas, as they were written. */
    private static Component truth(Poll poll) {
        return poll.question() instanceof OwnQuestion ? Prose.of(Words.truth(poll)) : line(Words.truth(poll));
    }

    /** Words, the larger the more wrote them. */
    private Component cloud(Tally.Count now) {
        UnorderedList list = new UnorderedList();
        list.addClassName("word-cloud");
        int most = now.bars().stream().mapToInt(Tally.Bar::votes).max().orElse(1);
        now.bars().stream().sorted(Comparator.comparing(Tally.Bar::label)).filter(bar -> bar.votes() > 0).forEach(bar -> {
            Span word = new Span(bar.label());
            word.getStyle().set("font-size", SMALLEST + (LARGEST - SMALLEST) * Math.sqrt((double) bar.votes() / most) + "em");
            Span count = new Span(", " + bar.votes());
            count.addClassName("visually-hidden");
            ListItem item = new ListItem(word, count);
            item.setTitle(Words.count(bar.votes(), "time", "times"));
            striking(item, bar);
            list.add(item);
        });
        return list;
    }

    private void striking(ListItem item, Tally.Bar bar) {
        if (strike == null) {
            return;
        }
        NativeButton away = new NativeButton("×", click -> strike.strike(bar.label(), true));
        away.addClassName("strike");
        away.getElement().setAttribute("aria-label", "Do not show: " + bar.label());
        away.setTitle("Do not show this to anybody");
        item.add(away);
    }

    private Component bars(Poll poll, Tally.Count now, Tally.Count before) {
        UnorderedList list = new UnorderedList();
        list.addClassName("bars");
        for (int i = 0; i < now.bars().size(); i++) {
            Tally.Bar bar = now.bars().get(i);
            list.add(bar(poll, bar, before == null ? null : before.bars().get(i), Math.max(1, now.votes()), before == null ? 1 : Math.max(1, before.votes())));
        }
        return list;
    }

    private static boolean isText(Poll poll) {
        return poll.question() instanceof OwnQuestion own && own.kind() instanceof AnswerKind.Text;
    }

    /** What was written is read, not compared by its length: each text once, with how many wrote it. */
    private Component texts(Tally.Count now, Tally.Count before) {
        UnorderedList list = new UnorderedList();
        list.addClassName("written-answers");
        for (int i = 0; i < now.bars().size(); i++) {
            Tally.Bar bar = now.bars().get(i);
            Span count = new Span((before == null ? "" : before.bars().get(i).votes() + " → ") + bar.votes());
            count.addClassName("written-count");
            boolean others = bar.label().equals(Groups.OTHERS);
            Span text = new Span((others ? "other answers" : "“" + bar.label() + "”") + (bar.right() ? " ✓" : ""));
            text.addClassName("written-text");
            ListItem item = new ListItem(count, text);
            item.getElement().getClassList().set("right", bar.right());
            if (others) {
                item.addClassName("soft");
            } else {
                striking(item, bar);
            }
            list.add(item);
        }
        return list;
    }

    /** What the teacher alone sees of what was taken away, to have it back. */
    private Component struck(Poll poll) {
        Div struck = new Div(new Span("Not shown to anybody:"));
        struck.addClassName("struck-answers");
        poll.struckAnswers().forEach(answer -> {
            NativeButton back = new NativeButton("Show again", click -> strike.strike(answer, false));
            back.getElement().setAttribute("aria-label", "Show again: " + answer);
            back.addClassName("unstrike");
            struck.add(new Div(new Span("“" + answer + "”"), back));
        });
        return struck;
    }

    /** A full bar is all who voted. */
    private static ListItem bar(Poll poll, Tally.Bar bar, Tally.Bar before, int all, int allBefore) {
        boolean formatted = poll.question() instanceof OwnQuestion own && own.kind() instanceof AnswerKind.Choice;
        Div name = formatted
                ? new Div(Prose.line(bar.label()), new Span(bar.right() ? " ✓" : ""))
                : new Div(new Span(Words.bar(bar) + (bar.right() ? " ✓" : "")));
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

    /**
     * Draws clicked places over a plot, those of the round before beneath, and the truth once it is shown.
     *
     * @param tally of the votes, if they are seen
     */
    static void draw(RaceSurface surface, Poll poll, Optional<Tally> tally) {
        if (poll.question() instanceof OwnQuestion own && own.isOnPicture()) {
            surface.setCloud(List.of());
            surface.setSecondCloud(List.of());
            surface.clearTruth();
            return; // its places are on the picture
        }
        List<Tally.Count> rounds = tally.map(Tally::rounds).orElse(List.of());
        surface.setCloud(rounds.isEmpty() ? List.of() : places(rounds.getLast()));
        surface.setSecondCloud(rounds.size() > 1 ? places(rounds.get(rounds.size() - 2)) : List.of());
        surface.clearTruth();
        if (poll.revealed()
                && poll.truth().isPresent()
                && poll.truth().get() instanceof Truth.Place place) {
            place.end().ifPresent(end -> surface.setTruth(
                    end.x1(), end.x2(), "where it ends", Truth.NEAR * Truth.distance(place.start(), end)));
        }
        if (poll.revealed() && poll.truth().orElse(null) instanceof Truth.Spot(Point right, double within)) {
            surface.setTruth(right.x1(), right.x2(), "right", within);
        }
    }

    private static List<double[]> places(Tally.Count count) {
        return count.places().stream().map(p -> new double[] {p.x1(), p.x2()}).toList();
    }
}
