package descentlab.embed;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the operator says of other sites. */
@Configuration
class EmbedConfiguration {

    @Bean
    AllowedOrigins allowedOrigins(@Value("${descentlab.embed:}") String setting) {
        return AllowedOrigins.parse(setting);
    }

    @Bean
    SiteAddress siteAddress(@Value("${descentlab.url:}") String setting) {
        return new SiteAddress(setting);
    }
}
