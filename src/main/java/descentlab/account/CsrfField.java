package descentlab.account;

import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/** What shows that a form, which the browser sends past Vaadin, is one of our pages'. */
class CsrfField extends Input {

    CsrfField() {
        setType("hidden");
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        if (request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            getElement().setAttribute("name", token.getParameterName());
            getElement().setAttribute("value", token.getToken());
        }
    }
}
