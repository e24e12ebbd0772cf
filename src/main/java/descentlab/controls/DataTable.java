package descentlab.controls;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** A plain table that scrolls sideways where it has no room. */
public final class DataTable extends Div {

    /**
     * @param caption says what it shows
     * @param rows each as long as the heads; its first cell is the row's name
     */
    public DataTable(String caption, List<String> heads, List<List<String>> rows) {
        Element table = new Element("table");
        Element title = new Element("caption");
        title.setText(caption);
        Element headRow = new Element("tr");
        heads.forEach(head -> headRow.appendChild(cell("th", "col", head)));
        Element body = new Element("tbody");
        for (List<String> row : rows) {
            Element line = new Element("tr");
            line.appendChild(cell("th", "row", row.getFirst()));
            row.stream().skip(1).forEach(text -> line.appendChild(cell("td", null, text)));
            body.appendChild(line);
        }
        Element head = new Element("thead");
        head.appendChild(headRow);
        table.appendChild(title, head, body);
        getElement().appendChild(table);
        addClassName("data-table");
        // What scrolls must be reachable by the keyboard.
        getElement().setAttribute("tabindex", "0").setAttribute("role", "region").setAttribute("aria-label", caption);
    }

    private static Element cell(String tag, String scope, String text) {
        Element cell = new Element(tag);
        if (scope != null) {
            cell.setAttribute("scope", scope);
        }
        cell.setText(text);
        return cell;
    }
}
