package id.tenggat.benchmarks;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The highest floor: nobody looks up to it, and what is measured with stays in it. */
class FloorTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.tenggat");

    @Test
    void nobodyLooksUpToTheBenchmarks() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.tenggat.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("id.tenggat.benchmarks..")
                .check(HOUSE);
    }

    @Test
    void theBenchmarksSeeWhatTheyPlay() {
        classes()
                .that()
                .resideInAPackage("id.tenggat.benchmarks..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "id.tenggat.benchmarks..",
                        "id.tenggat.scenario..",
                        "id.tenggat.arrival",
                        "id.tenggat.capacity",
                        "id.tenggat.recording",
                        "umontreal.ssj..",
                        "org.openjdk.jmh..",
                        "org.jspecify..",
                        "java..")
                .check(HOUSE);
    }

    @Test
    void ssjAndJmhLiveInTheBenchmarks() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.tenggat.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("umontreal..", "org.openjdk.jmh..")
                .check(HOUSE);
    }
}
