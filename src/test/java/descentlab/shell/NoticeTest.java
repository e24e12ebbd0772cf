package descentlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NoticeTest {

    @Test
    void isReadOutAndGoesByItself() {
        UI page = new UI();
        Notice notice = new Notice("That <did> not work", Duration.ofSeconds(1));
        page.add(notice);
        assertThat(notice.getElement().getOuterHTML()).contains("role=\"alert\"").contains("That &lt;did&gt; not work");
        notice.getElement().getNode().getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(notice.getElement(), "over", JacksonUtils.createObjectNode()));
        assertThat(page.getChildren()).isEmpty();
    }
}
