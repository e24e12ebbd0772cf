package descentlab.openapi;

import descentlab.trouble.DataAddresses;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the document say what the declarations say: from the handlers' Java alone nobody could tell what a link can hold. */
@Configuration
class OpenApiConfiguration {

    private static final String SPRINGDOC = "org.springdoc.";

    /** What answers for the document. */
    private static final String ANSWERS = "openApiResource";

    /** What has a say in it without being asked. */
    private static final List<String> SAY = List.of("modelConverterRegistrar", "initExtraSchemas");

    /** What makes the document is itself made when that is first asked for: each start would take longer by a third of a second for it. */
    @Bean
    static BeanFactoryPostProcessor lateDocument() {
        return factory -> {
            List<String> late = Arrays.stream(factory.getBeanDefinitionNames())
                    .filter(name -> makesDocument(factory.getBeanDefinition(name)) || SAY.contains(name))
                    .toList();
            late.forEach(name -> factory.getBeanDefinition(name).setLazyInit(true));
            if (late.contains(ANSWERS)) {
                factory.getBeanDefinition(ANSWERS).setDependsOn(late.stream().filter(SAY::contains).toArray(String[]::new));
            }
        };
    }

    /** Springdoc's own, but for what it has Spring do at the start. */
    private static boolean makesDocument(BeanDefinition definition) {
        return definition instanceof AnnotatedBeanDefinition annotated
                && annotated.getFactoryMethodMetadata() != null
                && annotated.getFactoryMethodMetadata().getDeclaringClassName().startsWith(SPRINGDOC)
                && annotated.getFactoryMethodMetadata().getReturnTypeName().startsWith(SPRINGDOC);
    }

    @Bean
    GlobalOpenApiCustomizer declaredParameters() {
        return OpenApiDocument::write;
    }

    @Bean
    DataAddresses dataAddresses() {
        return new DataAddresses(Endpoints.ALL.stream().map(Endpoint::path).toList());
    }
}
