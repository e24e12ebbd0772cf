package descentlab.classroom.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import descentlab.classroom.AnswerKind;
import descentlab.classroom.Groups;
import descentlab.classroom.OwnQuestion;
import descentlab.classroom.Vote;
import descentlab.element.PhoneKeys;
import descentlab.notation.Decimal;
import descentlab.prose.LineOrder;
import descentlab.prose.Prose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a student answers a question of the teacher's own with. */
final class OwnBallot extends Composite<Div> {

    private static final String LABEL = "Your answer";

    private final Consumer<String> vote;

    /**
     * @param mine what was voted in this round
     * @param vote votes, as {@link Vote#read} reads it
     */
    OwnBallot(OwnQuestion question, Optional<Vote> mine, Consumer<String> vote) {
        this.vote = vote;
        getContent().addClassName("own-ballot");
        switch (question.kind()) {
            case AnswerKind.Choice choice when choice.several() -> several(choice.options(), mine);
            case AnswerKind.Choice choice -> one(choice.options(), mine);
            case AnswerKind.Number number -> written(mine, Decimal.LONGEST, "A number", true);
            case AnswerKind.Text text -> written(mine, AnswerKind.LONGEST_TEXT, "In a few words", false);
            case AnswerKind.Words words ->
                written(mine, AnswerKind.MOST_WORDS * (AnswerKind.LONGEST_WORD + 2), "Up to " + AnswerKind.MOST_WORDS + ", with commas", false);
            case AnswerKind.Order order -> order(order, mine);
            case AnswerKind.Spot spot -> getContent().add(soft(question.isOnPicture()
                    ? "Click or tap the place on the picture, or move it by the arrow keys."
                    : "Click or tap the place; drag it, or use the arrow keys, to set it right."));
        }
    }

    private void one(List<String> options, Optional<Vote> mine) {
        RadioButtonGroup<Integer> group = new RadioButtonGroup<>();
        group.addClassName("choices");
        group.getElement().setAttribute("data-at-once", true); // a vote is not cast again by a page that comes back
        group.setAriaLabel(LABEL);
        group.setItems(IntStream.range(0, options.size()).boxed().toList());
        group.setRenderer(new ComponentRenderer<>(option -> Prose.line(options.get(option))));
        mine.ifPresent(known -> {
            if (known instanceof Vote.Choice(int option)) {
                group.setValue(option);
            }
        });
        group.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                vote.accept(new Vote.Choice(change.getValue()).write());
            }
        });
        getContent().add(group);
    }

    private void several(List<String> options, Optional<Vote> mine) {
        CheckboxGroup<Integer> group = new CheckboxGroup<>();
        group.addClassName("choices");
        group.setAriaLabel(LABEL);
        group.setItems(IntStream.range(0, options.size()).boxed().toList());
        group.setItemLabelGenerator(option -> "Answer " + (option + 1));
        group.setRenderer(new ComponentRenderer<>(option -> Prose.line(options.get(option))));
        mine.ifPresent(known -> {
            if (known instanceof Vote.Choices(var chosen)) {
                group.setValue(Set.copyOf(chosen));
            }
        });
        getContent().add(group, soft("More than one may be right."), button(() -> group.getValue().stream()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","))));
    }

    private void written(Optional<Vote> mine, int longest, String placeholder, boolean number) {
        TextField field = new TextField();
        field.setAriaLabel(LABEL);
        field.setPlaceholder(placeholder);
        field.setId(number ? "vote-number" : "vote-text");
        field.setMaxLength(longest);
        if (number) {
            PhoneKeys.DECIMAL.on(field);
        } else {
            field.addClassName("wide");
        }
        mine.ifPresent(known -> field.setValue(known.write()));
        field.addKeyPressListener(Key.ENTER, press -> vote.accept(field.getValue()));
        Div row = new Div(field, button(field::getValue));
        row.addClassName("row");
        getContent().add(row);
    }

    private void order(AnswerKind.Order order, Optional<Vote> mine) {
        Map<String, String> lines = new LinkedHashMap<>();
        List<Integer> offered = order.offered();
        offered.forEach(line -> lines.put(
                String.valueOf(line), "**" + Groups.letter(offered.indexOf(line)) + "** " + order.lines().get(line)));
        LineOrder editor = new LineOrder("order", lines);
        mine.ifPresent(known -> {
            if (known instanceof Vote.Order(List<Integer> chosen)) {
                editor.show(chosen.stream().map(String::valueOf).toList());
            }
        });
        getContent().add(editor, button(() -> String.join(",", editor.proof())));
    }

    private Component button(Supplier<String> answer) {
        Button send = new Button("Vote", click -> vote.accept(answer.get()));
        send.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        return send;
    }

    private static Paragraph soft(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("soft");
        return paragraph;
    }
}
