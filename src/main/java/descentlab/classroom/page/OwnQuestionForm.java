package descentlab.classroom.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import descentlab.classroom.AnswerKind;
import descentlab.classroom.OwnQuestion;
import descentlab.classroom.OwnQuestionFields;
import descentlab.classroom.Picture;
import descentlab.element.PictureFile;
import descentlab.element.PictureSpot;
import descentlab.notation.Decimal;
import descentlab.prose.Prose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a question of a teacher's own, and how its words will look. */
final class OwnQuestionForm extends Composite<Div> {

    private static final Map<String, String> KINDS = Map.of(
            "choice", "Choose one",
            "choices", "Choose all that are right",
            "number", "A number",
            "spot", "A place on the surface, or on a picture",
            "order", "Put lines in order",
            "text", "A short text",
            "words", "A cloud of words");

    private final Runnable changed;
    private final Select<String> kind = new Select<>();
    private final TextArea question = new TextArea("What you ask");
    private final TextArea options = new TextArea("Answers to choose from");
    private final TextField right = new TextField("Right is");
    private final TextArea texts = new TextArea("Right answers");
    private final TextField within = new TextField("Right still within");
    private final TextArea lines = new TextArea("Lines, in an order that is right");
    private final Div picture = new Div();
    private final TextField shows = new TextField("What the picture shows, for those who cannot see it");
    private final Div preview = new Div();
    private String pictured = "";

    /** @param changed called whenever somebody changes something */
    OwnQuestionForm(Runnable changed) {
        this.changed = changed;
        kind.setLabel("Answered by");
        kind.setItems(OwnQuestionFields.KINDS);
        kind.setItemLabelGenerator(KINDS::get);
        kind.setValue("choice");
        question.setHelperText("Markdown, with formulas between dollars, such as $\\eta$.");
        question.setMaxLength(OwnQuestion.LONGEST);
        question.setId("own-question");
        options.setHelperText("One on a line; * before what is right. Where nothing is right, nobody is told so.");
        options.setId("own-options");
        texts.setHelperText("One on a line; none if nothing is right or wrong.");
        within.setHelperText("Such as 0.01 or 5%");
        lines.setHelperText("Each rests on the one above it, unless {after: 1, 3} or {after: none} stands at its end.");
        lines.setId("own-lines");
        shows.setMaxLength(AnswerKind.LONGEST_LINE);
        preview.addClassName("question-preview");
        getContent().addClassNames("stack", "own-question-form");
        getContent().add(kind, question, options, right, texts, within, lines, picture, shows, preview);
        List.of(question, options, right, texts, within, lines, shows).forEach(this::listen);
        kind.addValueChangeListener(change -> {
            showPicture();
            show();
            told(change.isFromClient());
        });
        showPicture();
        show();
    }

    private void listen(Component field) {
        ((HasValueChangeMode) field).setValueChangeMode(ValueChangeMode.LAZY);
        field.addClassName("wide");
        ((HasValue<?, ?>) field).addValueChangeListener(change -> told(change.isFromClient()));
    }

    private void told(boolean byHand) {
        preview();
        if (byHand) {
            changed.run();
        }
    }

    private void preview() {
        preview.removeAll();
        boolean formatted = (question.getValue() + options.getValue() + lines.getValue()).matches("(?s).*[$*_`].*");
        preview.setVisible(formatted && !question.isEmpty());
        if (preview.isVisible()) {
            preview.add(Prose.of(question.getValue()));
        }
    }

    private void showPicture() {
        picture.removeAll();
        PictureFile file = new PictureFile(pictured.isEmpty() ? "Add a picture" : "Another picture", Picture.LONGEST);
        file.addReadListener(read -> {
            if (read.getRefusal().isEmpty()) {
                pictured = read.getPicture();
                showPicture();
                show();
                told(true);
            } else {
                wrong(OwnQuestionFields.PICTURE, read.getRefusal());
            }
        });
        picture.addClassName("row");
        picture.add(file);
        shows.setVisible(!pictured.isEmpty());
        if (!pictured.isEmpty()) {
            Component image = kind.getValue().equals("spot") ? spot() : new Image(pictured, shows.getValue());
            image.addClassName("question-thumbnail");
            Button remove = new Button("Remove the picture", click -> {
                pictured = "";
                showPicture();
                told(true);
            });
            remove.addThemeVariants(ButtonVariant.AURA_TERTIARY);
            picture.add(image, remove);
        }
    }

    /** The picture, to click on what is right. */
    private PictureSpot spot() {
        PictureSpot spot = new PictureSpot(pictured, shows.getValue());
        spot.setPicking(true);
        AnswerKind.point(right.getValue()).ifPresent(point -> spot.setGuess(point.x1(), point.x2()));
        spot.addSpotListener(put -> {
            if (!Double.isFinite(put.getX()) || !Double.isFinite(put.getY())) {
                return;
            }
            right.setValue(Decimal.write(put.getX()) + ", " + Decimal.write(put.getY()));
            if (within.isEmpty()) {
                within.setValue("0.1");
            }
            told(true);
        });
        return spot;
    }

    private void show() {
        String now = kind.getValue();
        options.setVisible(now.startsWith("choice"));
        right.setVisible(now.equals("number") || now.equals("spot"));
        right.setHelperText(!now.equals("spot")
                ? "Nothing if no number is"
                : pictured.isEmpty()
                        ? "x1, x2 as in 0, 0; nothing if no place is"
                        : "Click it on the picture; nothing if no place is. In shares of the picture's width.");
        within.setVisible(right.isVisible());
        texts.setVisible(now.equals("text"));
        lines.setVisible(now.equals("order"));
        preview();
    }

    /** Texts of the fields that are in use, by their names. */
    Map<String, String> texts() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(OwnQuestionFields.ASK, kind.getValue());
        put(all, OwnQuestionFields.QUESTION, question, question.getValue());
        put(all, OwnQuestionFields.OPTIONS, options, options.getValue());
        put(all, OwnQuestionFields.RIGHT, right, right.getValue());
        put(all, OwnQuestionFields.RIGHT, texts, texts.getValue());
        put(all, OwnQuestionFields.WITHIN, within, within.getValue());
        put(all, OwnQuestionFields.LINES, lines, lines.getValue());
        put(all, OwnQuestionFields.SHOWS, shows, shows.getValue());
        put(all, OwnQuestionFields.PICTURE, picture, pictured);
        return all;
    }

    private static void put(Map<String, String> all, String name, Component field, String text) {
        if (field.isVisible() && !text.isBlank()) {
            all.put(name, text);
        }
    }

    /** Shows a question; what it does not have is empty. */
    void show(Map<String, String> all) {
        kind.setValue(all.getOrDefault(OwnQuestionFields.ASK, "choice"));
        question.setValue(all.getOrDefault(OwnQuestionFields.QUESTION, ""));
        options.setValue(all.getOrDefault(OwnQuestionFields.OPTIONS, ""));
        right.setValue(kind.getValue().equals("text") ? "" : all.getOrDefault(OwnQuestionFields.RIGHT, ""));
        texts.setValue(kind.getValue().equals("text") ? all.getOrDefault(OwnQuestionFields.RIGHT, "") : "");
        within.setValue(all.getOrDefault(OwnQuestionFields.WITHIN, ""));
        lines.setValue(all.getOrDefault(OwnQuestionFields.LINES, ""));
        shows.setValue(all.getOrDefault(OwnQuestionFields.SHOWS, ""));
        pictured = all.getOrDefault(OwnQuestionFields.PICTURE, "");
        showPicture();
        show();
    }

    /** Says beside a field why it cannot be understood; of no name, that all can. */
    void wrong(String name, String why) {
        fields().forEach((field, all) -> all.forEach(one -> FieldProblem.show(one, field.equals(name) ? why : "")));
        if (name.equals(OwnQuestionFields.PICTURE)) {
            FieldProblem.show(question, why);
        }
    }

    /** What a field is called on the page. */
    String label(String name) {
        return fields().getOrDefault(name, List.of()).stream()
                .filter(Component::isVisible)
                .findFirst()
                .map(field -> ((HasLabel) field).getLabel())
                .orElse(name.equals(OwnQuestionFields.PICTURE) ? "The picture" : name);
    }

    private Map<String, List<Component>> fields() {
        return Map.of(
                OwnQuestionFields.ASK, List.of(kind),
                OwnQuestionFields.QUESTION, List.of(question),
                OwnQuestionFields.OPTIONS, List.of(options),
                OwnQuestionFields.RIGHT, List.of(right, texts),
                OwnQuestionFields.WITHIN, List.of(within),
                OwnQuestionFields.LINES, List.of(lines),
                OwnQuestionFields.SHOWS, List.of(shows));
    }
}
