package descentlab.lab;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import descentlab.dataset.DataSheet;
import descentlab.element.DropDown;
import descentlab.element.Formula;
import descentlab.experiment.OwnTask;
import descentlab.experiment.PictureTask;
import descentlab.experiment.Task;
import descentlab.experiment.Tasks;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.Architecture;
import descentlab.model.Norm;
import descentlab.model.ShardedNetwork;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is trained on: a worked example or a task, with the words that belong to it. */
final class Choice extends Composite<Div> {

    private static final DropDown.Options<WorkedExample> EXAMPLES =
            DropDown.Options.of(List.of(WorkedExample.values()), WorkedExample::title);
    private static final DropDown.Options<DataSheet> DATA = DropDown.Options.of(Tasks.SHEETS, DataSheet::title);

    /** What to look at where LeNet with sigmoids is trained. */
    private static final String LENET = "At first LeNet guesses: one picture in ten is right, as its sigmoids pass hardly"
            + " any gradient down. Watch who leaves that plateau first, and in the layers below whose rates have shrunk"
            + " since.";

    /** How pictures are normalized, which is not as in training where they test. */
    private static final String NORMED = "Before its activation each hidden unit's sum $z$ becomes $" + Norm.TEX
            + "$ by its mean and variance over the batch. Test pictures are normalized by those over the first "
            + ShardedNetwork.STATISTICS + " pictures that train, or all there are, at the weights of that moment;"
            + " the curvature and the landscape by those over the pictures that they are measured on.";

    private final DropDown<WorkedExample> examples = new DropDown<>(EXAMPLES);
    private final DropDown<DataSheet> data = new DropDown<>(DATA);
    private final Span model = new Span();
    private final Formula formula = new Formula("\\ell");
    private final Paragraph look = new Paragraph();
    private final AboutData about = new AboutData();
    private final UnorderedList background = new UnorderedList();
    private final Section backgroundCard = card("Behind this example", background);
    private TrainingExperiment experiment;

    /** @param chosen told of the experiment that was chosen in place of the one shown */
    Choice(Consumer<TrainingExperiment> chosen) {
        examples.setPlaceholder("Worked examples");
        examples.setAriaLabel("Worked examples");
        examples.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.accept(change.getValue().experiment());
            }
        });
        data.setAriaLabel("Data");
        data.setPlaceholder("Your own data");
        data.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                Tasks.on(change.getValue().name()).map(experiment::withTask).ifPresent(chosen);
            }
        });
        examples.addClassName("choice");
        data.addClassName("choice");
        look.addClassName("say");
        background.addClassName("background");
        getContent().addClassName("training-choice");
        Div modelLine = new Div(model, formula);
        modelLine.addClassName("model");
        getContent().add(examples, data, modelLine);
    }

    /** What to look at; hidden where there is nothing to say of the experiment. */
    Component look() {
        return look;
    }

    /** What is behind a worked example; hidden where the experiment is none. */
    Component background() {
        return backgroundCard;
    }

    /** The data: what it is, where it is from, its licence. */
    Component about() {
        return card("The data", about);
    }

    void show(TrainingExperiment shown) {
        experiment = shown;
        // One's own data is none of the list.
        data.setValue(shown.task() instanceof OwnTask ? null : shown.task().sheet());
        model.setText(shown.task().title());
        formula.setTex(shown.task().loss());
        about.show(shown.task().sheet());
        Optional<WorkedExample> example = WorkedExample.of(shown);
        examples.setValue(example.orElse(null));
        look.setText(example.map(WorkedExample::look).orElse(isLeNet(shown.task()) ? LENET : ""));
        if (isNormed(shown.task())) {
            typeset(look, NORMED);
        }
        look.setVisible(look.getElement().getChildCount() > 0);
        background.removeAll();
        example.ifPresent(found -> found.background().forEach(text -> background.add(typeset(new ListItem(), text))));
        backgroundCard.setVisible(background.getComponentCount() > 0);
    }

    private static boolean isLeNet(Task task) {
        return task instanceof PictureTask pictures && pictures.architecture() == Architecture.LENET;
    }

    private static boolean isNormed(Task task) {
        return task instanceof PictureTask pictures && pictures.norm() != Norm.NONE;
    }

    /** Adds a text whose formulas stand between dollar signs. */
    private static <C extends HasComponents> C typeset(C into, String text) {
        String[] parts = text.split("\\$");
        for (int i = 0; i < parts.length; i++) {
            into.add(i % 2 == 0 ? new Span(parts[i]) : new Formula(parts[i]));
        }
        return into;
    }

    static Section card(String title, Component content) {
        Section card = new Section(new H2(title), content);
        card.addClassName("card");
        return card;
    }
}
