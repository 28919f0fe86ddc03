package bactrian.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which room may see which, as ARCHITECTURE.md says it. */
class RoomsTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("bactrian");

    private static final Map<String, Set<String>> MAY_SEE = Map.ofEntries(
            Map.entry("outcome", Set.of()),
            Map.entry("operation", Set.of("outcome")),
            Map.entry("instruction", Set.of("operation", "outcome")),
            Map.entry("ledger", Set.of("operation", "outcome")),
            Map.entry("plan", Set.of("instruction", "ledger", "operation", "outcome")),
            Map.entry("provider", Set.of("operation", "outcome")),
            Map.entry("dispatch", Set.of("provider", "ledger", "operation", "outcome")),
            Map.entry("results", Set.of("instruction", "ledger", "operation", "outcome")),
            Map.entry(
                    "web",
                    Set.of(
                            "outcome",
                            "operation",
                            "instruction",
                            "ledger",
                            "plan",
                            "provider",
                            "dispatch",
                            "results",
                            "proof",
                            "broker",
                            "schedule",
                            "config")),
            Map.entry("broker", Set.of("operation", "outcome")),
            Map.entry("config", Set.of("operation", "outcome", "provider", "ledger", "broker")),
            Map.entry(
                    "proof",
                    Set.of("outcome", "operation", "instruction", "ledger", "plan", "provider", "dispatch", "results")),
            Map.entry(
                    "flow",
                    Set.of(
                            "outcome",
                            "operation",
                            "instruction",
                            "ledger",
                            "plan",
                            "provider",
                            "dispatch",
                            "results",
                            "broker",
                            "schedule",
                            "config",
                            "web")),
            Map.entry(
                    "schedule", Set.of("instruction", "plan", "ledger", "operation", "outcome", "config", "provider")),
            Map.entry("simulator", Set.of()));

    @TestFactory
    Stream<DynamicTest> roomsSeeOnlyWhatTheyMay() {
        return MAY_SEE.keySet().stream()
                .sorted()
                .map(room -> DynamicTest.dynamicTest(room, () -> noClasses()
                        .that()
                        .resideInAPackage("bactrian." + room + "..")
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("bactrian..").and(not(resideInAnyPackage(visibleFrom(room)))))
                        .because("ARCHITECTURE.md lists what " + room + " may see")
                        .allowEmptyShould(true)
                        .check(CODE)));
    }

    private static String[] visibleFrom(String room) {
        return Stream.concat(Stream.of(room), MAY_SEE.get(room).stream())
                .map(name -> "bactrian." + name + "..")
                .toArray(String[]::new);
    }

    @Test
    void onlyTheFlowRoomImportsCamel() {
        noClasses()
                .that()
                .resideOutsideOfPackage("bactrian.flow..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(CODE);
    }

    @Test
    void onlyTheBrokerRoomImportsArtemis() {
        noClasses()
                .that()
                .resideOutsideOfPackage("bactrian.broker..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.activemq..")
                .check(CODE);
    }

    @Test
    void providersAreFreeOfClocksAndNetwork() {
        noClasses()
                .that()
                .resideInAPackage("bactrian.provider..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "java.nio.file..", "java.sql..")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching("bactrian.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void everyRoomIsListed() {
        Set<String> seesEverything = Set.of("cli");
        Stream<String> rooms = CODE.stream()
                .map(type -> type.getPackageName().split("\\."))
                .filter(parts -> parts.length > 1)
                .map(parts -> parts[1])
                .distinct();
        assertThat(rooms.filter(room -> !seesEverything.contains(room))).isSubsetOf(MAY_SEE.keySet());
    }
}
