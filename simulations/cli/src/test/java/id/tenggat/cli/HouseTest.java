package id.tenggat.cli;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.tenggat.target.Network;
import id.tenggat.target.Resolver;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The house: four floors, no circles, one room for each library, one main. */
class HouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.tenggat");

    private static final String ROOT = "id.tenggat.";

    /** Which rooms a room may look into; a room that is not named here may not exist. */
    private static final Map<String, Set<String>> MAY_SEE = Map.ofEntries(
            Map.entry("scenario", Set.of()),
            Map.entry("state", Set.of()),
            Map.entry("adapter", Set.of()),
            Map.entry("scenario.read", Set.of("scenario", "adapter", "slice", "arrival")),
            Map.entry("draw", Set.of("scenario")),
            Map.entry("arrival", Set.of("scenario", "state", "draw")),
            Map.entry("slice", Set.of("scenario")),
            Map.entry("recording", Set.of("scenario", "state", "arrival")),
            Map.entry("statistics", Set.of("draw")),
            Map.entry("summary", Set.of("scenario", "scenario.read", "recording", "statistics")),
            Map.entry("verdict", Set.of("scenario", "recording", "statistics", "summary")),
            Map.entry("agreement", Set.of("recording", "summary", "verdict")),
            Map.entry("difference", Set.of("scenario", "recording", "statistics", "summary", "verdict")),
            Map.entry("history", Set.of("scenario", "recording", "statistics", "summary", "verdict")),
            Map.entry(
                    "report",
                    Set.of(
                            "scenario",
                            "recording",
                            "statistics",
                            "summary",
                            "verdict",
                            "agreement",
                            "difference",
                            "history")),
            Map.entry("pipeline", Set.of("scenario", "recording", "statistics", "summary", "verdict", "report")),
            Map.entry("policy", Set.of("scenario", "state", "draw", "arrival")),
            Map.entry("capacity", Set.of("scenario", "state", "draw", "arrival", "slice", "recording", "policy")),
            Map.entry(
                    "replication", Set.of("scenario", "draw", "arrival", "slice", "recording", "summary", "capacity")),
            Map.entry("stamping", Set.of()),
            Map.entry("ledger", Set.of("scenario", "recording", "policy", "stamping")),
            Map.entry(
                    "stack",
                    Set.of("scenario", "slice", "draw", "arrival", "recording", "policy", "stamping", "ledger")),
            Map.entry("target", Set.of()),
            Map.entry(
                    "replay",
                    Set.of(
                            "scenario",
                            "adapter",
                            "scenario.read",
                            "draw",
                            "arrival",
                            "slice",
                            "recording",
                            "summary",
                            "policy",
                            "target")),
            Map.entry(
                    "cli",
                    Set.of(
                            "scenario",
                            "adapter",
                            "scenario.read",
                            "state",
                            "arrival",
                            "slice",
                            "recording",
                            "statistics",
                            "summary",
                            "history",
                            "report",
                            "pipeline",
                            "verdict",
                            "agreement",
                            "capacity",
                            "replication",
                            "stamping",
                            "ledger",
                            "stack",
                            "target",
                            "replay")));

    /** The room in which each library lives. */
    private static final Map<String, List<String>> ROOMS = Map.ofEntries(
            Map.entry("org.snakeyaml..", List.of("id.tenggat.scenario.read..")),
            Map.entry(
                    "com.fasterxml..",
                    List.of(
                            "id.tenggat.recording..",
                            "id.tenggat.history..",
                            "id.tenggat.report..",
                            "id.tenggat.pipeline..",
                            "id.tenggat.stack..",
                            "id.tenggat.replay..",
                            "id.tenggat.target..")),
            Map.entry("org.HdrHistogram..", List.of("id.tenggat.recording..")),
            Map.entry("org.apache.commons.statistics..", List.of("id.tenggat.statistics..")),
            Map.entry("com.amazon..", List.of("id.tenggat.stamping..")),
            Map.entry("org.apache.pdfbox..", List.of()),
            Map.entry("org.bouncycastle..", List.of("id.tenggat.stamping..")),
            Map.entry("com.google.zxing..", List.of("id.tenggat.stamping..")),
            Map.entry("java.sql..", List.of("id.tenggat.ledger..")),
            Map.entry("io.netty..", List.of("id.tenggat.stack..", "id.tenggat.replay..", "id.tenggat.target..")),
            Map.entry("io.vertx..", List.of("id.tenggat.stack..")),
            Map.entry("io.prometheus..", List.of("id.tenggat.stack..")),
            Map.entry("com.github.tomakehurst..", List.of("id.tenggat.stack..")),
            Map.entry("io.gatling..", List.of("id.tenggat.replay..")),
            Map.entry("scala..", List.of("id.tenggat.replay..")),
            Map.entry("picocli..", List.of("id.tenggat.cli..")),
            Map.entry("com.lowagie..", List.of("id.tenggat.benchmarks..")),
            Map.entry("eu.europa.esig..", List.of("id.tenggat.benchmarks..")),
            Map.entry("umontreal..", List.of("id.tenggat.benchmarks..")),
            Map.entry("org.openjdk.jmh..", List.of("id.tenggat.benchmarks..")));

    @Test
    void nothingLooksUpward() {
        MAY_SEE.forEach((room, seen) -> noClasses()
                .that()
                .resideInAPackage(ROOT + room)
                .should()
                .dependOnClassesThat(isInTheHouseBut(room, seen))
                .because(room + " may see only " + seen)
                .check(HOUSE));
    }

    private static DescribedPredicate<JavaClass> isInTheHouseBut(String room, Set<String> seen) {
        return DescribedPredicate.describe(
                "are in the house, but neither in " + room + " nor in " + seen,
                type -> type.getPackageName().startsWith(ROOT)
                        && !roomOf(type).equals(room)
                        && !seen.contains(roomOf(type)));
    }

    @Test
    void everyRoomIsOnThePlan() {
        assertThat(HOUSE).extracting(HouseTest::roomOf).isSubsetOf(MAY_SEE.keySet());
    }

    private static String roomOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length());
    }

    @Test
    void noCirclesGoThroughTheRooms() {
        slices().matching("id.tenggat.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void eachLibraryLivesInOneRoom() {
        ROOMS.forEach((library, rooms) -> noClasses()
                .that()
                .resideOutsideOfPackages(rooms.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(HOUSE));
    }

    @Test
    void histogramsLiveInOneClass() {
        assertThat(HOUSE.stream()
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(
                                        d -> d.getTargetClass().getPackageName().startsWith("org.HdrHistogram")))
                        .map(HouseTest::topLevelName)
                        .distinct())
                .containsExactly("LatencyLog");
    }

    private static String topLevelName(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replaceAll("\\$.*", "");
    }

    @Test
    void policiesHaveNoClockNoThreadAndNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAnyPackage("id.tenggat.policy..", "id.tenggat.capacity..", "id.tenggat.draw..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.util.concurrent..")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(HOUSE);
    }

    @Test
    void nothingSwitchesOffThatTargetsMustAgree() {
        noClasses()
                .that()
                .resideInAPackage("id.tenggat.target..")
                .should()
                .callMethodWhere(JavaCall.Predicates.target(
                        HasName.Predicates.nameMatching("getProperty|getenv|getBoolean|getInteger|getLong")))
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("id.tenggat.target..")
                .should()
                .callConstructor(Network.class, Resolver.class, Predicate.class, InstantSource.class, Duration.class)
                .because("who is loopback is not for anybody else to say")
                .check(HOUSE);
    }

    @Test
    void thereIsOneMain() {
        assertThat(HOUSE.stream()
                        .filter(type ->
                                type.tryGetMethod("main", String[].class).isPresent())
                        .map(JavaClass::getSimpleName))
                .containsExactly("Main");
    }
}
