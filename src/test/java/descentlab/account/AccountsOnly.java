package descentlab.account;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import descentlab.audit.Audit;
import descentlab.client.Counters;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** Accounts and nothing else of the application; keeps what others are told. */
@TestConfiguration
@EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
@Import({Teachers.class, Passwords.class, SignInThrottle.class, TeacherDevices.class, TeacherSessions.class, SignIns.class})
class AccountsOnly {

    final List<TeacherDeleted> told = new ArrayList<>();

    /** Thrown by whoever listens, if set. */
    RuntimeException objection;

    @Bean
    Audit audit() {
        return entry -> {};
    }

    @Bean
    Counters counters() {
        return Counters.inMemory(InstantSource.system());
    }

    @EventListener
    void deleted(TeacherDeleted event) {
        told.add(event);
        if (objection != null) {
            throw objection;
        }
    }

    /** On the database of that URL. */
    static ConfigurableApplicationContext start(String url) {
        return new SpringApplicationBuilder(AccountsOnly.class)
                .web(WebApplicationType.NONE)
                .run("--spring.datasource.url=" + url);
    }
}
