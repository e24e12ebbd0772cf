package descentlab.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import descentlab.WrittenByHand;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Below /api nobody has to send a token: so nothing there may change anything that a page of another site could ask for. */
class ComputedAddressesTest {

    private static final String OWN_DATA = "/api/own-data";

    private static Stream<RequestMapping> belowApi() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(new WrittenByHand())
                .importPackages("descentlab")
                .stream()
                .flatMap(type -> type.getMethods().stream())
                .map(JavaMethod::reflect)
                .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .filter(mapping -> mapping != null && Arrays.stream(mapping.path()).anyMatch(path -> path.startsWith("/api")));
    }

    private static boolean onlyReads(RequestMapping mapping) {
        return Arrays.equals(mapping.method(), new RequestMethod[] {RequestMethod.GET});
    }

    @Test
    void whatIsPostedIsComputedOrATypeThatNoFormHas() {
        List<RequestMapping> more = belowApi().filter(mapping -> !onlyReads(mapping)).toList();
        assertThat(more).hasSizeGreaterThan(3);
        assertThat(more).allSatisfy(mapping -> {
            if (Arrays.asList(mapping.path()).contains(OWN_DATA)) {
                assertThat(mapping.consumes()).containsExactly("text/csv");
            } else {
                // As @Asked has it, which says of itself that it changes nothing.
                assertThat(mapping.method()).containsExactly(RequestMethod.GET, RequestMethod.POST);
            }
        });
    }
}
