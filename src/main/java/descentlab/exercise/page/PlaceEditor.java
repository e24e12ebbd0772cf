package descentlab.exercise.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import descentlab.element.EigenvaluePlacer;
import descentlab.exercise.PlacePart;
import descentlab.exercise.Verdict.Mark;
import descentlab.exercise.Verdict.Result;
import descentlab.linalg.ComplexText;
import descentlab.linalg.GerschgorinDisc;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.complex.Complex;

/** Markers in the complex plane, and a field for each that says the same and can be typed in. */
final class PlaceEditor implements AnswerEditor {

    private static final int LONGEST = 60;

    private final EigenvaluePlacer plane;
    private final List<TextField> fields = new ArrayList<>();
    private final List<Complex> places = new ArrayList<>();
    private final Div whole = new Div();

    PlaceEditor(PlacePart part) {
        List<GerschgorinDisc> discs = part.discs();
        plane = new EigenvaluePlacer(
                discs.stream()
                        .map(disc -> new EigenvaluePlacer.Disc(
                                disc.center().getRealPart(), disc.center().getImaginaryPart(), disc.radius()))
                        .toList(),
                PlacePart.STEP);
        plane.addPlaceListener(placed -> {
            if (placed.getIndex() >= 0 && placed.getIndex() < fields.size()) {
                // The browser shows it there already, and may by now have moved it on.
                Complex place = new Complex(placed.getRe(), placed.getIm());
                places.set(placed.getIndex(), place);
                fields.get(placed.getIndex()).setValue(ComplexText.print(place));
            }
        });
        Div typed = new Div();
        typed.addClassName("places");
        for (int i = 0; i < discs.size(); i++) {
            places.add(discs.get(i).center());
            typed.add(field(i));
        }
        whole.add(plane, typed);
        whole.addClassName("place-editor");
        showPlaces();
    }

    private TextField field(int index) {
        TextField field = new TextField("Marker " + (index + 1));
        field.setMaxLength(LONGEST);
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setValueChangeTimeout(0);
        field.getElement().setAttribute("autocomplete", "off");
        field.setValue(ComplexText.print(places.get(index)));
        field.addValueChangeListener(change -> {
            field.setInvalid(false);
            field.removeClassName("entry-right");
            plane.setRight(List.of());
            if (change.isFromClient()) {
                typed(index, change.getValue());
            }
        });
        fields.add(field);
        return field;
    }

    private void typed(int index, String text) {
        PlacePart.place(text).ifPresent(place -> {
            places.set(index, place);
            showPlaces();
        });
    }

    private void showPlaces() {
        plane.setPlaces(places.stream()
                .map(place -> new EigenvaluePlacer.Place(place.getRealPart(), place.getImaginaryPart()))
                .toList());
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public List<String> fields() {
        return fields.stream().map(TextField::getValue).toList();
    }

    @Override
    public void show(List<String> shown) {
        for (int i = 0; i < Math.min(shown.size(), fields.size()); i++) {
            fields.get(i).setValue(shown.get(i));
            typed(i, shown.get(i));
        }
    }

    @Override
    public void mark(List<Mark> marks) {
        plane.setRight(marks.stream().map(mark -> mark.result() == Result.RIGHT).toList());
        for (int i = 0; i < Math.min(marks.size(), fields.size()); i++) {
            TextField field = fields.get(i);
            boolean right = marks.get(i).result() == Result.RIGHT;
            field.setInvalid(!right);
            field.setErrorMessage(marks.get(i).note());
            field.setClassName("entry-right", right);
        }
    }
}
