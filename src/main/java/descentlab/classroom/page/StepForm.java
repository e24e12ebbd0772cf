package descentlab.classroom.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import descentlab.classroom.WrongField;
import descentlab.classroom.OwnQuestionFields;
import descentlab.experiment.SurfaceExperiment;
import descentlab.plan.Step;
import descentlab.plan.StepFields;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The fields of a step; what cannot be understood is told beside its field, and all else is kept. */
final class StepForm extends Composite<Div> {

    private enum Kind {
        TELL("Only a note", ""),
        SHOW("Show an experiment", StepFields.SHOW),
        ASK("Ask what will happen", StepFields.ASK),
        OWN("Ask a question of your own", ""),
        TRY("Let everyone try", StepFields.TRY),
        TIMER("Count down", StepFields.TIMER),
        VISIT("Have all open a page", StepFields.VISIT);

        final String title;
        final String field;

        Kind(String title, String field) {
            this.title = title;
            this.field = field;
        }
    }

    /** What can be asked of a race, in words. */
    static final Map<String, String> OF_RACES = Map.of(
            "winner", "Which one wins?",
            "place", "Where will it be?",
            "diverges", "Will it diverge?",
            "value", "What will f be?");

    /** A question that is one, so that the step is what was chosen, and kept. */
    private static final Map<String, String> OF_ONES_OWN = Map.of(
            OwnQuestionFields.ASK, "choice", OwnQuestionFields.QUESTION, "What do you think?", OwnQuestionFields.OPTIONS, "Yes\nNo");

    private static final String EXAMPLE = SurfaceExperiment.initial().link();

    private final Predicate<Step> changed;
    private final Runnable refused;
    private final TextField title = new TextField("Title, which you alone see");
    private final TextField minutes = new TextField("Minutes");
    private final Select<Kind> kind = new Select<>();
    private final TextField link = new TextField("Link of a lab");
    private final TextField race = new TextField("Link of a surface lab's race");
    private final Select<String> question = new Select<>();
    private final OwnQuestionForm own = new OwnQuestionForm(this::told);
    private final Checkbox peer = new Checkbox("Vote twice, with how sure one is: vote, talk it over, vote again");
    private final Select<String> vary = new Select<>();
    private final TextField optimizer = new TextField("Of which optimizer, counted from 1");
    private final TextField page = new TextField("Page");
    private final TextArea note = new TextArea("Note to yourself");
    private final Map<String, Component> fields = new LinkedHashMap<>();
    private boolean showing;

    /**
     * @param changed keeps a step; false if it could not
     * @param refused told that what stands here is no step that could be kept
     */
    StepForm(Step step, Predicate<Step> changed, Runnable refused) {
        this.refused = refused;
        this.changed = changed;
        kind.setLabel("What the class does");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(item -> item.title);
        question.setLabel("The question");
        question.setItems(StepFields.ofRaces());
        question.setItemLabelGenerator(OF_RACES::get);
        vary.setLabel("Each picks");
        vary.setItems(List.of("rate", "start"));
        vary.setItemLabelGenerator(item -> item.equals("rate") ? "a learning rate" : "a start");
        link.setHelperText("Of the surface, the training or the spectrum lab: copy the address there.");
        page.setHelperText("Such as lesson/adagrad, exercises/gerschgorin or lab/spectrum?matrix=2,1;1,3");
        note.setHelperText("Markdown, with formulas between dollars. Nobody but you sees it.");
        note.setMaxLength(Step.LONGEST_NOTE);
        title.setMaxLength(Step.LONGEST_TITLE);
        fields.put(StepFields.TITLE, title);
        fields.put(StepFields.SHOW, link);
        fields.put(StepFields.ASK, question);
        fields.put(StepFields.TRY, vary);
        fields.put(StepFields.OF, race);
        fields.put(StepFields.OPTIMIZER, optimizer);
        fields.put(StepFields.VISIT, page);
        fields.put(StepFields.MINUTES, minutes);
        fields.put(StepFields.NOTE, note);
        getContent().addClassNames("stack", "step-form");
        getContent().add(title, kind, link, question, own, vary, race, optimizer, peer, page, minutes, note);
        fields.values().forEach(this::listen);
        kind.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                begin(change.getValue());
            }
            visible();
            told();
        });
        question.addValueChangeListener(change -> visible());
        peer.addValueChangeListener(change -> told());
        show(step);
    }

    @SuppressWarnings("unchecked")
    private static HasValue<?, String> value(Component field) {
        return (HasValue<?, String>) field;
    }

    private void listen(Component field) {
        if (field instanceof HasValueChangeMode typed) {
            typed.setValueChangeMode(ValueChangeMode.LAZY);
        }
        field.addClassName("wide");
        value(field).addValueChangeListener(change -> told());
    }

    private void show(Step step) {
        showing = true;
        Map<String, String> texts = StepFields.write(step);
        fields.forEach((name, field) -> {
            String text = texts.getOrDefault(name, "");
            if (!(field instanceof Select)) {
                value(field).setValue(text);
            } else if (!text.isEmpty() && !OwnQuestionFields.KINDS.contains(text)) {
                value(field).setValue(text);
            }
        });
        minutes.setValue(step.minutes() == 0 ? "" : String.valueOf(step.minutes()));
        boolean isOwn = OwnQuestionFields.KINDS.contains(texts.getOrDefault(StepFields.ASK, ""));
        peer.setValue(texts.containsKey(StepFields.PEER));
        if (isOwn) {
            own.show(texts);
        }
        kind.setValue(isOwn ? Kind.OWN : Arrays.stream(Kind.values())
                .filter(item -> !item.field.isEmpty() && texts.containsKey(item.field))
                .findFirst()
                .orElse(Kind.TELL));
        if (question.getValue() == null) {
            question.setValue("winner");
        }
        if (vary.getValue() == null) {
            vary.setValue("rate");
        }
        showing = false;
        visible();
    }

    /** What is needed has something at once, so that the step is what was chosen, and kept. */
    private void begin(Kind chosen) {
        showing = true;
        if (link.isEmpty()) {
            link.setValue(EXAMPLE);
        }
        if (race.isEmpty() && chosen != Kind.OWN) {
            race.setValue(EXAMPLE);
        }
        if (chosen == Kind.OWN && own.texts().size() == 1) {
            own.show(OF_ONES_OWN);
        }
        if (page.isEmpty()) {
            page.setValue("lesson/adagrad");
        }
        if (chosen == Kind.TIMER && minutes.isEmpty()) {
            minutes.setValue("3");
        }
        showing = false;
    }

    private void visible() {
        Kind now = kind.getValue();
        boolean onRace = now == Kind.ASK || now == Kind.TRY;
        link.setVisible(now == Kind.SHOW);
        question.setVisible(now == Kind.ASK);
        vary.setVisible(now == Kind.TRY);
        own.setVisible(now == Kind.OWN);
        peer.setVisible(now == Kind.ASK || now == Kind.OWN);
        race.setVisible(onRace || now == Kind.OWN);
        race.setLabel(now == Kind.OWN ? "Link of a lab that is shown with it, if any" : "Link of a surface lab's race");
        optimizer.setVisible(now == Kind.TRY || now == Kind.ASK && !"winner".equals(question.getValue()));
        page.setVisible(now == Kind.VISIT);
        title.setLabel(now == Kind.TIMER ? "Title, which all see beside the clock" : "Title, which you alone see");
    }

    private void told() {
        if (showing) {
            return;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            String text = value(field).getValue();
            if (field.isVisible() && text != null && !text.isBlank()) {
                texts.put(name, text);
            }
        });
        if (kind.getValue() == Kind.OWN) {
            texts.putAll(own.texts());
        }
        if (peer.isVisible() && peer.getValue()) {
            texts.put(StepFields.PEER, "yes");
        }
        if (kind.getValue() == Kind.TIMER) {
            texts.put(StepFields.TIMER, texts.getOrDefault(StepFields.MINUTES, "0"));
            texts.remove(StepFields.MINUTES);
        }
        fields.values().forEach(field -> FieldProblem.show(field, ""));
        own.wrong("", "");
        try {
            changed.test(StepFields.read(texts));
        } catch (WrongField wrong) {
            this.refused.run();
            String field = wrong.field().equals(StepFields.TIMER) ? StepFields.MINUTES : wrong.field();
            if (kind.getValue() == Kind.OWN && (OwnQuestionFields.ALL.contains(field) || field.equals(OwnQuestionFields.ASK))) {
                own.wrong(field, wrong.getMessage());
            } else {
                FieldProblem.show(fields.getOrDefault(field, title), wrong.getMessage());
            }
        }
    }
}
