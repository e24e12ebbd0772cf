package descentlab.prose;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import descentlab.element.KeptText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A proof, or whatever has an order, to be put together: lines to choose from, and the proof, which takes them by drag and drop or by the buttons
 * beside each. Every move is said, and the focus stays with the line that was moved.
 */
public final class LineOrder extends Composite<Div> {

    private final String what;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final List<String> proof = new ArrayList<>();
    private final OrderedList above = new OrderedList();
    private final UnorderedList below = new UnorderedList();
    private final Paragraph empty = new Paragraph("Nothing yet: add a first line, or drag it here.");
    private final Div said = new Div();
    private final KeptText kept = new KeptText("Proof");

    /**
     * @param what is put together, in a word, such as proof
     * @param offered Markdown of lines by their ids, in the order in which they are offered
     */
    public LineOrder(String what, Map<String, String> offered) {
        this.what = what;
        offered.forEach((id, text) -> lines.put(id, new Line(id, text)));
        H3 proofTitle = new H3("Your " + what);
        H3 linesTitle = new H3("Lines to choose from");
        Div target = new Div(proofTitle, empty, above);
        target.addClassName("proof");
        Div pool = new Div(linesTitle, below);
        pool.addClassName("proof-lines");
        empty.addClassName("soft");
        said.addClassName("visually-hidden");
        said.getElement().setAttribute("aria-live", "polite");
        DropTarget.create(target).addDropListener(drop -> drop.getDragSourceComponent()
                .filter(Line.class::isInstance)
                .ifPresent(line -> move(((Line) line).id, proof.size())));
        DropTarget.create(pool).addDropListener(drop -> drop.getDragSourceComponent()
                .filter(Line.class::isInstance)
                .ifPresent(line -> takeOut((Line) line)));
        getContent().addClassName("proof-editor");
        kept.addValueChangeListener(back -> {
            if (back.isFromClient()) {
                show(List.of(back.getValue().split(" ")));
            }
        });
        getContent().add(target, pool, said, kept);
        arrange();
    }

    /** Puts a line at a place of the proof, wherever it is now. */
    private void move(String id, int place) {
        int from = proof.indexOf(id);
        proof.remove(id);
        int to = Math.clamp(from >= 0 && from < place ? place - 1 : place, 0, proof.size());
        proof.add(to, id);
        arrange();
        said.setText("Line is number " + (to + 1) + " of " + proof.size() + " in your " + what + ".");
    }

    private void takeOut(Line line) {
        if (proof.remove(line.id)) {
            arrange();
            said.setText("Line taken out of your " + what + ".");
        }
    }

    private void arrange() {
        above.removeAll();
        below.removeAll();
        for (int i = 0; i < proof.size(); i++) {
            Line line = lines.get(proof.get(i));
            line.inProof(i, proof.size());
            above.add(line);
        }
        lines.values().stream().filter(line -> !proof.contains(line.id)).forEach(line -> {
            line.outside();
            below.add(line);
        });
        empty.setVisible(proof.isEmpty());
        kept.setValue(String.join(" ", proof));
    }

    /** Ids of the lines of the proof. */
    public List<String> proof() {
        return List.copyOf(proof);
    }

    /** Has a proof that was built before; what is no line of it is left away. */
    public void show(List<String> ids) {
        proof.clear();
        ids.stream().filter(lines::containsKey).distinct().forEach(proof::add);
        arrange();
    }

    /** A line with its buttons. */
    private final class Line extends ListItem {

        private final String id;
        private final NativeButton add = button("Add", "Add to your " + what);
        private final NativeButton up = button("↑", "Move up");
        private final NativeButton down = button("↓", "Move down");
        private final NativeButton remove = button("×", "Take out of your " + what);

        Line(String id, String markdown) {
            this.id = id;
            addClassName("proof-line");
            Prose text = Prose.line(markdown);
            text.setId("line-" + id);
            Div buttons = new Div(add, up, down, remove);
            buttons.addClassName("proof-buttons");
            add(text, buttons);
            add.addClickListener(click -> {
                move(id, proof.size());
                remove.focus();
            });
            up.addClickListener(click -> {
                move(id, proof.indexOf(id) - 1);
                (up.isEnabled() ? up : down).focus();
            });
            down.addClickListener(click -> {
                move(id, proof.indexOf(id) + 2);
                (down.isEnabled() ? down : up).focus();
            });
            remove.addClickListener(click -> {
                takeOut(this);
                add.focus();
            });
            DragSource.create(this);
            DropTarget.create(this).addDropListener(drop -> drop.getDragSourceComponent()
                    .filter(Line.class::isInstance)
                    .map(Line.class::cast)
                    .ifPresent(this::dropped));
        }

        private void dropped(Line dragged) {
            int here = proof.indexOf(id);
            if (here >= 0) {
                move(dragged.id, here);
            } else {
                takeOut(dragged);
            }
        }

        private NativeButton button(String text, String label) {
            NativeButton button = new NativeButton(text);
            button.getElement().setAttribute("aria-label", label);
            button.setTitle(label);
            return button;
        }

        private void inProof(int place, int count) {
            add.setVisible(false);
            List.of(up, down, remove).forEach(button -> {
                button.setVisible(true);
                button.getElement().setAttribute("aria-describedby", "line-" + id);
            });
            up.setEnabled(place > 0);
            down.setEnabled(place < count - 1);
        }

        private void outside() {
            add.setVisible(true);
            add.getElement().setAttribute("aria-describedby", "line-" + id);
            List.of(up, down, remove).forEach(button -> button.setVisible(false));
        }
    }
}
