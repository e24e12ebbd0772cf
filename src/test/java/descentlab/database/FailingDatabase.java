package descentlab.database;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts a {@link FailingSource} before the application's database. */
@TestConfiguration
public class FailingDatabase {

    @Bean
    static BeanPostProcessor failingSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new FailingSource(source) : bean;
            }
        };
    }
}
