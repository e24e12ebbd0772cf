package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.function.Supplier;

/** Keeps the room of something that is made only when the reader comes near it. */
@Tag("when-near")
@JsModule("./motion/when-near.ts")
public class WhenNear extends Component implements HasComponents, HasStyle {

    /** Made also when one does not come near it, once the browser has nothing else to do: whoever hears or searches the page has it. */
    public static WhenNear orByAndBy(Supplier<Component> content) {
        WhenNear room = new WhenNear(content);
        room.getElement().setAttribute("by-and-by", true);
        return room;
    }

    /** @param content asked once, when the browser says that its place is nearly in sight */
    public WhenNear(Supplier<Component> content) {
        getElement().addEventListener("near", near -> {
            if (getChildren().findAny().isEmpty()) {
                add(content.get());
            }
        });
    }

    /** The height that is kept for it until it is there, in pixels: about what it will take. */
    public void setRoom(int pixels) {
        getElement().getStyle().set("--room", pixels + "px");
    }
}
