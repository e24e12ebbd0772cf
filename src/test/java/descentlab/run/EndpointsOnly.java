package descentlab.run;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The application's endpoints without its pages. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = SpringBootAutoConfiguration.class)
@ComponentScan
class EndpointsOnly {}
