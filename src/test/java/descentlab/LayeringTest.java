package descentlab;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom: each room with the rooms and libraries it may use. */
class LayeringTest {

    private static final JavaClasses APPLICATION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("descentlab");

    /** What each room may use beside itself and the JDK; a room of ours, or a package of a library. */
    private static final Map<String, String> MAY_USE = Map.of(
            "heap", "",
            "notation", "",
            "linalg", "notation org.hipparchus.. jdk.incubator.vector..",
            "objective", "notation linalg",
            "optimizer", "notation",
            "dataset", "",
            "model", "linalg dataset",
            "training", "notation model optimizer dataset objective org.hipparchus.util..",
            "experiment", "notation linalg objective optimizer dataset model training",
            "exercise", "notation linalg objective optimizer dataset training experiment org.hipparchus..");

    static Stream<String> rooms() {
        return MAY_USE.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aPureRoomKnowsOnlyWhatItMay(String room) {
        String[] allowed = Stream.concat(
                        Stream.of("java..", packages(room)),
                        Arrays.stream(MAY_USE.get(room).split(" "))
                                .filter(name -> !name.isEmpty())
                                .map(name -> name.endsWith("..") ? name : packages(name)))
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(packages(room))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed))
                .check(APPLICATION);
    }

    private static String packages(String room) {
        return "descentlab." + room + "..";
    }

    @Test
    void runsKnowNoPages() {
        noClasses()
                .that()
                .resideInAPackage("descentlab.run..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin..", "descentlab.plot..", "descentlab.shell..")
                .check(APPLICATION);
    }

    @Test
    void troubleKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage("descentlab.trouble..")
                .should()
                .dependOnClassesThat(resideInAPackage("descentlab..").and(not(resideInAPackage("descentlab.trouble.."))))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(APPLICATION);
    }

    @Test
    void storedProgressKnowsNoPagesAndNoExercises() {
        noClasses()
                .that()
                .resideInAPackage("descentlab.progress..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin..", "descentlab.plot..", "descentlab.exercise..", "descentlab.run..")
                .check(APPLICATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "audit", "database"})
    void whatIsKnownToAllKnowsNobody(String room) {
        noClasses()
                .that()
                .resideInAPackage(packages(room))
                .should()
                .dependOnClassesThat(resideInAPackage("com.vaadin..")
                        .or(resideInAPackage("descentlab..").and(not(resideInAPackage(packages(room))))))
                .check(APPLICATION);
    }

    @Test
    void nobodyKnowsTheOperator() {
        noClasses()
                .that()
                .resideOutsideOfPackage("descentlab.operator..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("descentlab.operator..")
                .check(APPLICATION);
    }

    @Test
    void connectionsKnowOnlyClientsAndTheHeap() {
        noClasses()
                .that()
                .resideInAPackage("descentlab.connection..")
                .should()
                .dependOnClassesThat(resideInAPackage("descentlab..")
                        .and(not(resideInAnyPackage("descentlab.connection..", "descentlab.client..", "descentlab.heap.."))))
                .check(APPLICATION);
    }

    @Test
    void pagesAreAdmittedByWhoKnowsNoneOfThem() {
        noClasses()
                .that()
                .resideInAPackage("descentlab.admission..")
                .should()
                .dependOnClassesThat(resideInAPackage("descentlab..")
                        .and(not(resideInAnyPackage("descentlab.admission..", "descentlab.client..", "descentlab.heap.."))))
                .check(APPLICATION);
    }

    @Test
    void accountsKnowOnlyTheShellAndWhatAllMayKnow() {
        noClasses()
                .that()
                .resideInAPackage("descentlab.account..")
                .should()
                .dependOnClassesThat(resideInAPackage("descentlab..")
                        .and(not(resideInAnyPackage("descentlab.account..", "descentlab.shell..", "descentlab.client..",
                                "descentlab.audit..", "descentlab.trouble.."))))
                .check(APPLICATION);
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
    void classroomsKnowNoPages() {
        noClasses()
                .that()
                .resideInAPackage("descentlab.classroom..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.vaadin..", "descentlab.plot..", "descentlab.shell..", "descentlab.exercise..", "descentlab.lecture..")
                .check(APPLICATION);
    }

    @Test
    void plotsKnowNothingButTheInterfaceLibrary() {
        String[] others = APPLICATION.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith("descentlab."))
                .filter(name -> !name.equals("descentlab.plot") && !name.equals("descentlab.notation"))
                .distinct()
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("descentlab.plot..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(APPLICATION);
    }

    @Test
    void onlyPlotsKnowTheNamesOfElements() {
        noClasses()
                .that()
                .areAssignableTo(Component.class)
                .and()
                .resideOutsideOfPackage("descentlab.plot..")
                .should()
                .beAnnotatedWith(Tag.class)
                .check(APPLICATION);
    }

    @Test
    void roomsDoNotGoInCircles() {
        slices().matching("descentlab.(*)..").should().beFreeOfCycles().check(APPLICATION);
    }
}
