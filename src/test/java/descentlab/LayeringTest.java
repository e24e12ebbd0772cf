package descentlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom: each room with the rooms and libraries it uses, no more and no less. */
class LayeringTest {

    private static final JavaClasses APPLICATION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new WrittenByHand())
            .importPackages("descentlab");

    /** Rooms from the pure ones to the pages; those before it that a room uses; libraries, beside the JDK. */
    private static final Map<String, Row> ROOMS = Stream.of(
                    """
            notation         |                                                                                            |
            random           |                                                                                            |
            linalg           | notation                                                                                   | jdk.incubator.vector.. com.sun.management.. org.hipparchus..
            objective        | notation linalg                                                                            |
            rule             | notation                                                                                   |
            optimizer        | notation rule                                                                              |
            dataset          | random                                                                                     | LOG de.siegmar.fastcsv..
            model            | linalg dataset                                                                             |
            curvature        | linalg                                                                                     |
            landscape        | random linalg dataset model                                                                |
            tuning           |                                                                                            |
            training         | notation random curvature landscape tuning objective optimizer dataset model                                | org.hipparchus..
            anatomy          | rule objective optimizer training                                                               |
            experiment       | notation linalg objective optimizer dataset model landscape tuning training                                 | org.hipparchus..
            exercise         | notation linalg objective rule optimizer    training experiment                            | org.hipparchus..
            diagram          | notation random optimizer dataset model training                                           |
            python           | notation random rule linalg objective optimizer dataset model training experiment diagram       | org.hipparchus..
            heap             |                                                                                            |
            cluster          |                                                                                            |
            cluster.hazelcast | cluster                                                                                    | LOG SPRING com.hazelcast..
            trouble          |                                                                                            | JSON LOG SERVLET SPRING TOMCAT
            client           | cluster                                                                                    | LOG SERVLET SPRING TOMCAT io.micrometer.core..
            audit            |                                                                                            | JSON LOG SERVLET SPRING ch.qos.logback.. com.github.benmanes..
            database         |                                                                                            | LOG SPRING com.zaxxer.hikari..
            connection       | heap client                                                                                | SPRING TOMCAT com.sun.management..
            admission        | heap client                                                                                | LOG SERVLET SPRING TOMCAT VAADIN
            progress         | client database                                                                            | LOG SERVLET SPRING
            account          | trouble client audit                                                                       | JSON LOG SERVLET SIGNED SPRING VAADIN
            run              | objective optimizer dataset model landscape tuning training experiment heap client cluster                  | JSON LOG SERVLET SPRING
            hand             | experiment client run                                                                       | SERVLET SPRING jakarta.websocket..
            api              | notation rule objective optimizer dataset landscape tuning training anatomy experiment heap trouble client run hand       | JSON SERVLET SPRING com.github.benmanes..
            preview          | linalg objective optimizer experiment heap client run                                      | SERVLET SPRING com.github.benmanes.. org.hipparchus..
            openapi          | experiment trouble api                                                                      | SPRING io.swagger.v3.. org.springdoc..
            spectrum         | linalg objective optimizer training experiment client run api hand                         | JSON SERVLET SPRING org.hipparchus..
            classroom        | notation objective optimizer training experiment client cluster audit database progress account run | JSON LOG SERVLET SPRING com.ibm.icu..
            plan             | notation experiment account classroom                                                      | LOG SPRING org.yaml.snakeyaml..
            operator         | client cluster audit database connection admission run classroom                           | JSON LOG SERVLET SPRING TOMCAT io.micrometer.core..
            element          | notation diagram                                                                           | JSON VAADIN
            prose            | element                                                                                    | VAADIN com.github.benmanes.. org.commonmark..
            shell            | experiment heap trouble client database element                                                 | SERVLET SPRING TOMCAT VAADIN com.github.benmanes.. org.atmosphere.. org.jsoup..
            controls         | notation rule objective optimizer dataset experiment python client progress run element         | SERVLET VAADIN
            embed            | notation linalg objective training experiment trouble element shell controls                       | JSON SERVLET SPRING VAADIN org.jsoup..
            notebook         | linalg optimizer dataset experiment client progress run element controls      | SPRING VAADIN org.hipparchus..
            owndata          |          dataset model experiment heap client database progress run element shell controls       | JSON LOG SERVLET SPRING VAADIN
            home             | objective experiment run element shell controls                                            | SPRING VAADIN
            licences         |                                                                                            | JSON SPRING VAADIN
            gallery          | notation dataset experiment shell controls                                                            | SPRING VAADIN
            lab              | notation linalg objective optimizer dataset model landscape tuning training experiment run element shell controls notebook | SPRING VAADIN
            lesson           | notation linalg objective experiment diagram python exercise client progress run hand element prose shell embed controls exercise.page | JSON LOG SERVLET SPRING VAADIN org.commonmark..
            exercise.page    | linalg dataset training experiment exercise client progress run api element prose shell embed controls | SERVLET SPRING VAADIN org.hipparchus..
            sheet            | dataset experiment exercise account prose shell controls                                                  | SIGNED SPRING VAADIN
            classroom.page   | notation objective optimizer dataset tuning training experiment exercise client database progress account run classroom plan element prose shell controls | LOG SERVLET SIGNED SPRING VAADIN com.github.benmanes.. com.google.zxing.. org.jsoup..
            -                |                                                                                            | SPRING VAADIN
            """
                            .split("\n"))
            .map(Row::read)
            .collect(Collectors.toMap(Row::room, Function.identity()));

    private static final Map<String, String> LIBRARIES = Map.of(
            "VAADIN", "com.vaadin.",
            "SPRING", "org.springframework.",
            "SERVLET", "jakarta.servlet.",
            "LOG", "org.slf4j.",
            "JSON", "tools.jackson. com.fasterxml.jackson.",
            "TOMCAT", "org.apache.",
            "SIGNED", "jakarta.annotation.security.");

    private record Row(String room, Set<String> rooms, Set<String> libraries) {

        static Row read(String line) {
            String[] cells = (line + " ").split("\\|", -1);
            return new Row(cells[0].strip().replace("-", ""), words(cells[1]), words(cells[2]));
        }

        private static Set<String> words(String cell) {
            return Arrays.stream(cell.strip().split(" +"))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toSet());
        }
    }

    private static String room(JavaClass type) {
        return type.getPackageName().equals("descentlab")
                ? ""
                : type.getPackageName().substring("descentlab.".length());
    }

    private static boolean isOurs(JavaClass type) {
        return (type.getPackageName() + ".").startsWith("descentlab.");
    }

    static Stream<String> rooms() {
        return APPLICATION.stream().map(LayeringTest::room).distinct().sorted();
    }

    /** The types that a room's own types use. */
    private static Stream<JavaClass> uses(String room) {
        return APPLICATION.stream()
                .filter(type -> room(type).equals(room))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .filter(type -> !type.isPrimitive());
    }

    @Test
    void everyRowIsARoom() {
        assertThat(ROOMS.keySet()).containsExactlyInAnyOrderElementsOf(rooms().toList());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesTheRoomsThatItsRowSays(String room) {
        assertThat(uses(room)
                        .filter(LayeringTest::isOurs)
                        .map(LayeringTest::room)
                        .filter(other -> !other.equals(room))
                        .collect(Collectors.toSet()))
                .as(room)
                .isEqualTo(ROOMS.get(room).rooms());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesTheLibrariesThatItsRowSays(String room) {
        String[] allowed = ROOMS.get(room).libraries().stream()
                .flatMap(name -> Arrays.stream(LIBRARIES.getOrDefault(name, name.replaceAll("\\.\\.$", ".")).split(" ")))
                .toArray(String[]::new);
        assertThat(uses(room)
                        .filter(type -> !isOurs(type))
                        .map(JavaClass::getName)
                        .filter(name -> !name.startsWith("java.") && !name.startsWith("javax."))
                        .filter(name -> Arrays.stream(allowed).noneMatch(name::startsWith))
                        .collect(Collectors.toSet()))
                .as(room)
                .isEmpty();
    }

    @Test
    void roomsDoNotGoInCircles() {
        slices().matching("descentlab.(**)").should().beFreeOfCycles().check(APPLICATION);
    }

    /** Which class is meant is to be seen by its name. */
    @Test
    void noTwoClassesShareAName() {
        Map<String, Long> names = APPLICATION.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
        names.values().removeIf(count -> count == 1);
        assertThat(names).isEmpty();
    }

    /** Vaadin looks nowhere else. */
    @Test
    void everyRoomWithPagesIsNamedWhereTheApplicationBegins() {
        Set<String> rooms = APPLICATION.stream()
                .filter(type -> type.isAnnotatedWith(Route.class)
                        || type.isAnnotatedWith(Layout.class)
                        || type.isAssignableTo(HasErrorParameter.class)
                        || type.isAssignableTo(AppShellConfigurator.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        assertThat(DescentLab.class.getAnnotation(EnableVaadin.class).value()).containsExactlyInAnyOrderElementsOf(rooms);
    }

    @Test
    void everyPageSaysWhoMaySeeIt() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .or()
                .areAnnotatedWith(Layout.class)
                .or()
                .areAssignableTo(HasErrorParameter.class)
                .should()
                .beAnnotatedWith(AnonymousAllowed.class)
                .orShould()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .check(APPLICATION);
    }

    @Test
    void onlyElementsKnowTheNamesOfElements() {
        classes()
                .that()
                .areAssignableTo(Component.class)
                .and()
                .areAnnotatedWith(Tag.class)
                .should()
                .resideInAPackage("descentlab.element")
                .check(APPLICATION);
    }
}
