package descentlab.shell;

import com.vaadin.flow.server.VaadinServlet;
import org.atmosphere.cpr.ApplicationConfig;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bounds what a WebSocket takes in; the buffers for it are there for as long as the page is open. */
@Configuration
class PushConfiguration {

    /** Most bytes, or characters, of a message that a browser sends; one that is longer closes its WebSocket. */
    static final int MOST_INCOMING = 1024;

    /**
     * Tomcat has five buffers of this size for each push channel, one of them of characters, and 8 kB is made for channels
     * that are busy: these rest nearly always. What a page is told is a few hundred bytes as a rule, and more goes in
     * several frames. Only a property of the system sets the size.
     */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallPushBuffers() {
        return factory -> System.getProperties().putIfAbsent("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", "2048");
    }

    /** Before the servlet is started, which takes its settings from its registration alone. */
    @Bean
    static BeanPostProcessor boundedPush() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof ServletRegistrationBean<?> registration
                        && registration.getServlet() instanceof VaadinServlet) {
                    String most = String.valueOf(MOST_INCOMING);
                    registration.addInitParameter(ApplicationConfig.WEBSOCKET_MAXTEXTSIZE, most);
                    registration.addInitParameter(ApplicationConfig.WEBSOCKET_MAXBINARYSIZE, most);
                    registration.addInitParameter(ApplicationConfig.WEBSOCKET_BUFFER_SIZE, most);
                    registration.addInitParameter(
                            ApplicationConfig.ATMOSPHERE_INTERCEPTORS, PushOnly.class.getName());
                }
                return bean;
            }
        };
    }
}
