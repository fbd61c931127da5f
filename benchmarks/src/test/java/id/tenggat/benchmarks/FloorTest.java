package id.tenggat.benchmarks;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
                        "id.tenggat.policy",
                        "id.tenggat.stack",
                        "id.tenggat.ledger",
                        "id.tenggat.recording",
                        "id.tenggat.replication",
                        "id.tenggat.summary",
                        "id.tenggat.verdict",
                        "id.tenggat.history",
                        "id.tenggat.replay",
                        "id.tenggat.stamping",
                        "umontreal.ssj..",
                        "org.openjdk.jmh..",
                        "com.amazon.corretto..",
                        "com.sun.management",
                        "com.fasterxml.jackson..",
                        "com.google.zxing..",
                        "com.lowagie..",
                        "eu.europa.esig.dss..",
                        "org.apache.pdfbox..",
                        "org.bouncycastle..",
                        "org.jspecify..",
                        "java..",
                        "javax..")
                .check(HOUSE);
    }

    @Test
    void noCirclesGoThroughThePackages() {
        slices().matching("id.tenggat.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void whatIsMeasuredWithLivesInTheBenchmarks() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.tenggat.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("umontreal..", "org.openjdk.jmh..", "com.lowagie..", "eu.europa.esig..")
                .check(HOUSE);
    }
}
