package descentlab.shell;

import descentlab.trouble.DataAddresses;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands around the pages and the endpoints. */
@Configuration
class ShellConfiguration {

    /** The servlet that makes the pages, to which whatever is no endpoint is forwarded. */
    private static final String PAGES = "springServlet";

    @Bean
    FilterRegistrationBean<UnknownPaths> unknownPaths(
            ObjectProvider<PathNames> names, ObjectProvider<DataAddresses> data) {
        FilterRegistrationBean<UnknownPaths> filter = new FilterRegistrationBean<>(new UnknownPaths(
                names.orderedStream().toList(), data.getIfAvailable(() -> new DataAddresses(List.of()))));
        filter.setServletNames(List.of(PAGES));
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.FORWARD);
        return filter;
    }

    /** What the container itself refuses, such as a path that cannot be decoded, is said in our words. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrors() {
        return factory -> factory.addContextCustomizers(context -> ((StandardHost) context.getParent())
                .setErrorReportValveClass(PlainErrors.class.getName()));
    }
}
