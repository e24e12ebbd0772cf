package descentlab.exercise.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import descentlab.controls.RuleField;
import descentlab.embed.EmbeddedFigure;
import descentlab.exercise.ChoicePart;
import descentlab.exercise.EntriesPart;
import descentlab.exercise.GoalPart;
import descentlab.exercise.NumberPart;
import descentlab.exercise.OrderPart;
import descentlab.exercise.Part;
import descentlab.exercise.PlacePart;
import descentlab.exercise.PredictionPart;
import descentlab.exercise.ReadingPart;
import descentlab.exercise.WritingPart;
import descentlab.exercise.page.PartEmbeds.Asked;
import descentlab.prose.Prose;
import java.util.List;
import java.util.stream.IntStream;

/** A part of an exercise as a form of a browser's own fields, for a page that has no server's side. */
final class EmbeddedPart {

    private static final String FIELD = "field";
    private static final int LONGEST = 200;

    private EmbeddedPart() {}

    static Component of(Asked asked) {
        Part part = asked.part();
        Div prompt = new Div(new H2(part.task().title()), Prose.of(part.task().prompt()));
        prompt.addClassName("prompt");
        HtmlContainer whole = new HtmlContainer("embedded-part");
        whole.add(prompt);
        List<Component> fields = fields(part);
        if (fields.isEmpty()) {
            whole.add(elsewhere(part));
            return whole;
        }
        HtmlContainer form = new HtmlContainer("form");
        form.getElement()
                .setAttribute("action", "stream/answer")
                .setAttribute("method", "post")
                .setAttribute("autocomplete", "off");
        form.add(hidden("exercise", asked.exercise().id()), hidden("part", String.valueOf(asked.number())));
        form.add(hidden("seed", String.valueOf(asked.seed())));
        Div answer = new Div();
        answer.addClassName("answer");
        if (part instanceof EntriesPart entries) {
            answer.addClassName("grid");
            answer.getElement().getStyle().set("--columns", String.valueOf(entries.columns()));
            entries.headings().forEach(heading -> {
                Span title = new Span(heading);
                title.getElement().setAttribute("aria-hidden", "true"); // each field says it
                answer.add(title);
            });
        }
        fields.forEach(answer::add);
        HtmlContainer check = new HtmlContainer("button");
        check.getElement().setText("Check");
        check.getElement().setAttribute("disabled", true); // until the script is there, which sends the answer
        Paragraph verdict = new Paragraph();
        verdict.addClassName("verdict");
        verdict.getElement().setAttribute("role", "status");
        Paragraph nothingKept = new Paragraph("Checked here, and kept nowhere.");
        nothingKept.addClassName("soft");
        form.add(answer, check, verdict, nothingKept);
        whole.add(form);
        return whole;
    }

    /** What is answered by running something needs more than a form. */
    private static Component elsewhere(Part part) {
        Div whole = new Div();
        if (part instanceof GoalPart goal) {
            whole.add(EmbeddedFigure.of(goal.initial()));
        }
        if (part instanceof PredictionPart prediction) {
            HtmlContainer options = new HtmlContainer("ul");
            prediction.options().forEach(option -> {
                HtmlContainer item = new HtmlContainer("li");
                item.add(Prose.line(option));
                options.add(item);
            });
            whole.add(options);
        }
        if (part instanceof WritingPart writing) {
            // What the text speaks of as standing below.
            whole.add(new Pre(RuleField.lines(writing.begun())));
        }
        whole.add(new Paragraph("The answer is checked by running it: open the part in Descent Lab to give one."));
        return whole;
    }

    private static List<Component> fields(Part part) {
        return switch (part) {
            case NumberPart number -> List.of(labelled("Your answer", field("Your answer")));
            case EntriesPart entries ->
                IntStream.range(0, entries.rows() * entries.columns())
                        .<Component>mapToObj(i -> field(EntriesEditor.label(entries, i / entries.columns() + 1, i % entries.columns())))
                        .toList();
            case PlacePart place ->
                IntStream.rangeClosed(1, place.values().size())
                        .<Component>mapToObj(i -> labelled("Eigenvalue " + i, field("Eigenvalue " + i)))
                        .toList();
            case ChoicePart choice ->
                choice.order().stream()
                        .map(place -> option(place, choice.options().get(place).text()))
                        .toList();
            case OrderPart order -> order.lines().stream().map(line -> line(line, order.lines().size())).toList();
            case PredictionPart prediction -> List.of();
            case ReadingPart reading -> List.of();
            case GoalPart goal -> List.of();
            case WritingPart writing -> List.of();
        };
    }

    private static HtmlContainer hidden(String name, String value) {
        HtmlContainer input = new HtmlContainer("input");
        input.getElement().setAttribute("type", "hidden").setAttribute("name", name).setAttribute("value", value);
        return input;
    }

    private static HtmlContainer field(String label) {
        HtmlContainer input = new HtmlContainer("input");
        input.getElement()
                .setAttribute("name", FIELD)
                .setAttribute("aria-label", label)
                .setAttribute("maxlength", String.valueOf(LONGEST));
        return input;
    }

    private static Component labelled(String label, Component field) {
        HtmlContainer whole = new HtmlContainer("label");
        whole.addClassName("field");
        whole.add(new Span(label), field);
        return whole;
    }

    private static Component option(int place, String text) {
        HtmlContainer radio = new HtmlContainer("input");
        radio.getElement()
                .setAttribute("type", "radio")
                .setAttribute("name", FIELD)
                .setAttribute("value", String.valueOf(place));
        HtmlContainer whole = new HtmlContainer("label");
        whole.addClassName("option");
        whole.add(radio, Prose.line(text));
        return whole;
    }

    /** A line of a proof, and which place it has there, if any. */
    private static Component line(OrderPart.Line line, int count) {
        HtmlContainer places = new HtmlContainer("select");
        places.getElement().setAttribute("data-line", line.id()).setAttribute("aria-label", "Place in the proof");
        places.add(place("", "–"));
        IntStream.rangeClosed(1, count).forEach(i -> places.add(place(String.valueOf(i), String.valueOf(i))));
        HtmlContainer whole = new HtmlContainer("label");
        whole.addClassName("option");
        whole.add(places, Prose.line(line.text()));
        return whole;
    }

    private static Component place(String value, String text) {
        HtmlContainer option = new HtmlContainer("option");
        option.getElement().setAttribute("value", value);
        option.getElement().setText(text);
        return option;
    }
}
