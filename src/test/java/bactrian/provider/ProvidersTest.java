package bactrian.provider;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Operation;
import bactrian.operation.Parameter;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What belongs to a provider outside its folder is there. */
class ProvidersTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("bactrian.provider");
    private static final List<Provider> SHIPPED = Providers.shipped().all();

    @Test
    void everyProviderInTheSourcesIsShipped() {
        assertThat(SHIPPED.stream().map(provider -> provider.getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(kinds(Provider.class).toList());
    }

    @Test
    void everyProviderKeepsTheContract() {
        assertThat(kinds(ProviderContract.class).map(ProvidersTest::room))
                .containsExactlyInAnyOrderElementsOf(
                        kinds(Provider.class).map(ProvidersTest::room).toList());
    }

    @Test
    void everyProviderHasAConnectionToStartFrom() {
        assertThat(SHIPPED)
                .allSatisfy(provider -> assertThat(Path.of("config/connections", provider.name() + ".properties"))
                        .isRegularFile());
    }

    @Test
    void namesAreToldApartAndCanBeWrittenEverywhere() {
        List<String> names = SHIPPED.stream()
                .flatMap(provider -> Stream.concat(
                        Stream.of(provider.name()),
                        provider.operations().stream().map(one -> provider.name() + "/" + one.name())))
                .toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][a-z-]*(/[a-z][a-z-]*)?"));
    }

    @Test
    void operationsAreFiledUnderTheirProvider() {
        assertThat(SHIPPED).allSatisfy(provider -> assertThat(provider.operations())
                .extracting(Operation::provider)
                .containsOnly(provider.name()));
    }

    /** A column of this name would mean something else, or would be ignored. */
    @Test
    void noParameterIsNamedLikeAReservedColumn() {
        Set<String> reserved = Set.of("provider", "operation", "connection", "id", "where", "reference");

        assertThat(SHIPPED.stream()
                        .flatMap(provider -> provider.operations().stream())
                        .flatMap(operation -> operation.parameters().stream())
                        .map(Parameter::name))
                .noneMatch(name -> reserved.contains(name) || name.startsWith("_") || name.contains("."));
    }

    private static Stream<String> kinds(Class<?> type) {
        return CLASSES.stream()
                .filter(one -> one.isAssignableTo(type))
                .filter(one -> !one.isInterface() && !one.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName);
    }

    private static String room(String className) {
        return className.substring(0, className.lastIndexOf('.'));
    }
}
