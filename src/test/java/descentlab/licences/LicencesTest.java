package descentlab.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LicencesTest {

    /** Permissive ones, and such as ask for no more than that changes of the library itself stay open. */
    private static final Set<String> WELCOME = Set.of(
            "Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "CC0-1.0", "Unicode-3.0", "EPL-1.0",
            "EPL-2.0", "MPL-2.0");

    @Test
    void everyJavaLibraryMayBeHadUnderAWelcomeLicence() {
        assertThat(Licences.java())
                .hasSizeGreaterThan(50)
                .allSatisfy(each -> assertThat(each.licences()).as(each.id()).containsAnyElementsOf(WELCOME));
    }

    @Test
    void librariesOfTestsAndOfDevelopmentAreNotListed() {
        assertThat(Licences.java())
                .extracting(JavaLibrary::id)
                .contains("org.hipparchus:hipparchus-core", "com.h2database:h2", "com.vaadin:flow-server")
                .doesNotContain("com.vaadin:vaadin-dev", "org.assertj:assertj-core");
    }

    @Test
    void theOwnLicenceIsAboard() {
        assertThat(Licences.own()).contains("Apache License", "Version 2.0, January 2004");
    }

    @Test
    void packagesOfOneLicenceTextStandTogether() {
        BrowserPackage one = new BrowserPackage("one", "1.0", "MIT", "Copyright Ada\n\nFree.");
        BrowserPackage two = new BrowserPackage("two", "2.0", "MIT", "Copyright Ada\r\nFree. ");
        BrowserPackage three = new BrowserPackage("three", "3.0", "MIT", "Copyright Bo\nFree.");
        assertThat(Licences.byText(List.of(one, three, two)))
                .containsExactly(
                        Map.entry(one.text(), List.of(one, two)), Map.entry(three.text(), List.of(three)));
    }
}
