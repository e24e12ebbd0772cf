package descentlab.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.element.ComeBack;
import descentlab.element.StillThere;
import com.vaadin.flow.server.menu.MenuConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The frame around every page: brand, doors, the page's own buttons, color scheme, and the page itself.
 * <p>
 * A view gets a door in the header by {@code @Menu(title = "Surface", order = 20)} beside its {@code @Route}; a view
 * with buttons for the header implements {@link HasHeaderActions}.
 */
@Layout
@JsModule("./focus-keeper/focus-keeper.ts")
@JsModule("./count-down/count-down.ts") // what a banner may have on any page
@JsModule("./motion/first-words.ts")
@JsModule("./motion/rounds.ts")
@AnonymousAllowed
public class MainLayout extends Div implements RouterLayout {

    /** Where the doors do not fit, they scroll: puts the current one in the middle, once they are laid out. */
    private static final String SHOW_DOOR = """
            requestAnimationFrame(() => requestAnimationFrame(() => {
              const doors = this.parentElement;
              if (doors) {
                doors.scrollLeft = this.offsetLeft - doors.offsetLeft - (doors.clientWidth - this.offsetWidth) / 2;
              }
            }));
            """;

    /** The class of the frame in a page's first answer. */
    static final String FIRST = "first-screen";

    /** Where the keyboard stood in the first answer's frame, it stands in ours. */
    private static final String REPLACE_FIRST = """
            const first = document.querySelector('body > .' + $0);
            const at = first?.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
            first?.remove();
            if (at !== null) this.querySelector(`a[href=${JSON.stringify(at)}]`)?.focus();
            """;

    private final Div actions = new Div();
    private final Main main = new Main();
    private HasElement shown;

    @Autowired
    public MainLayout(ObjectProvider<Banner> banners) {
        this();
        banners.orderedStream().forEach(banner -> addComponentAtIndex(indexOf(main), banner.make()));
    }

    /** The frame alone. */
    public MainLayout() {
        addClassName("shell");
        NativeButton skip = new NativeButton("Skip to the page");
        skip.getElement().addEventListener("click", click -> focusPage());
        skip.addClassName("skip-link");
        actions.addClassName("header-actions");
        main.setId("page");
        // Focusable by script only: the place where keyboard and screen reader go on after a navigation.
        main.getElement().setAttribute("tabindex", "-1");
        add(skip, header(), main);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        add(new ComeBack(attach.getSession()), new StillThere());
        getElement().executeJs(REPLACE_FIRST, FIRST);
    }

    private Header header() {
        Div end = new Div(actions, new ColorSchemeButton());
        end.addClassName("header-end");
        Header header = new Header(brand(), doors(), end);
        header.addClassName("shell-header");
        return header;
    }

    private static Component brand() {
        // Not a RouterLink: the shell knows no view, whatever sits at the root is home.
        Anchor brand = new Anchor(".", new Image("descentlab/icon.svg", ""), new Span("Descent Lab"));
        brand.addClassName("brand");
        return brand;
    }

    private static Component doors() {
        Nav nav = new Nav();
        nav.addClassName("doors");
        nav.getElement().setAttribute("aria-label", "Descent Lab");
        MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> entry.menuClass() != null)
                .map(entry -> door(entry.title(), entry.menuClass()))
                .forEach(nav::add);
        return nav;
    }

    private static RouterLink door(String title, Class<? extends Component> view) {
        RouterLink door = new RouterLink(title, view);
        door.getElement().setAttribute("data-title", title); // layout.css keeps room for its bold form
        door.setHighlightCondition(HighlightConditions.locationPrefix());
        door.setHighlightAction((link, current) -> {
            if (current) {
                link.getElement().setAttribute("aria-current", "page");
                link.getElement().executeJs(SHOW_DOOR);
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
        return door;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        actions.removeAll();
        if (content == null) {
            shown = null;
            return;
        }
        main.getElement().appendChild(content.getElement());
        if (content instanceof HasHeaderActions page) {
            actions.add(page.headerActions().toArray(Component[]::new));
        }
        // The first page leaves the focus where the browser put it; a page that only changed its query keeps it.
        if (shown != null && shown != content) {
            focusPage();
        }
        shown = content;
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.getElement().removeAllChildren();
        actions.removeAll();
    }

    private void focusPage() {
        main.getElement().executeJs("this.focus({ preventScroll: true }); window.scrollTo(0, 0);");
    }
}
