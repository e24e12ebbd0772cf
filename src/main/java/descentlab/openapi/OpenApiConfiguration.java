package descentlab.openapi;

import descentlab.trouble.DataAddresses;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the document say what the declarations say: from the handlers' Java alone nobody could tell what a link can hold. */
@Configuration
class OpenApiConfiguration {

    @Bean
    GlobalOpenApiCustomizer declaredParameters() {
        return OpenApiDocument::write;
    }

    @Bean
    DataAddresses dataAddresses() {
        return new DataAddresses(Endpoints.ALL.stream().map(Endpoint::path).toList());
    }
}
