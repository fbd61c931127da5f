package id.tenggat.cli;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing that changes while a simulation is played is forgotten by its snapshot. */
class CarriedStateTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.tenggat.arrival", "id.tenggat.policy", "id.tenggat.capacity", "id.tenggat.recording");

    /** Fields, or whole classes, that are not carried, by the reason why not. */
    private static final Map<String, Set<String>> NOT_CARRIED = Map.of(
            "only where attempts are told ahead",
            Set.of("ApplicantFlow.toldNs", "Foresight", "FreeWorkers", "SteadyMeter", "SteadyStation"),
            "of the event, draw or row at hand",
            Set.of(
                    "Agenda.kind",
                    "Agenda.stamp",
                    "Agenda.subject",
                    "Hold",
                    "IntervalBuckets$Builder",
                    "Itinerary",
                    "LatencyFile.plain"),
            "made again from what is carried",
            Set.of(
                    "EventCalendar",
                    "EventHeap",
                    "EventWheel",
                    "LastRanks.size",
                    "LatencyCounts",
                    "Line.last",
                    "NearEvents",
                    "OpenIntervals.recent",
                    "OpenIntervals.recentFromNs",
                    "Requests.after",
                    "Requests.before",
                    "Workforce"),
            "of a run that is not gone on with, or is seen by a witness",
            Set.of(
                    "AttemptsFile",
                    "InstantText",
                    "MemoryCheck$Pilot",
                    "RecordingWriter.attemptsCsv",
                    "RecordingWriter.broken",
                    "RecordingWriter.injectorCsv",
                    "RecordingWriter.uncorrectedLog",
                    "Simulator.end",
                    "Witness$Memory"),
            "of live runs alone",
            Set.of("AbortWatch", "RuleWatch"),
            "settings, or counted from them",
            Set.of(
                    "ApplicantFlow.stationOfStep",
                    "Books.actions",
                    "RegencyStreams.applicants",
                    "RegencyStreams.streams",
                    "PoolFlow.stationOfStep",
                    "RegencyStreams.zones",
                    "Schedule.arrivals",
                    "Stations"));

    @Test
    void everyFieldThatChangesIsCarried() {
        Set<String> exempt = NOT_CARRIED.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Set<String> forgotten = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            Set<String> carried = carried(type);
            for (JavaField field : changing(type)) {
                String name = simpleName(type) + "." + field.getName();
                if (exempt.contains(name) || exempt.contains(simpleName(type))) {
                    found.add(exempt.contains(name) ? name : simpleName(type));
                } else if (!carried.contains(field.getName())) {
                    forgotten.add(name);
                }
            }
        }
        assertThat(forgotten).isEmpty();
        assertThat(found).as("exempt, and there").isEqualTo(new TreeSet<>(exempt));
    }

    /** Arrays count where anything else is carried: elsewhere they are settings. */
    private static List<JavaField> changing(JavaClass type) {
        boolean carries = type.getCodeUnits().stream().anyMatch(CarriedStateTest::carries);
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL)
                        || (carries && field.getRawType().isArray()))
                .toList();
    }

    private static Set<String> carried(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(CarriedStateTest::carries)
                .flatMap(unit -> unit.getFieldAccesses().stream())
                .map(JavaFieldAccess::getName)
                .collect(Collectors.toSet());
    }

    private static boolean carries(JavaCodeUnit unit) {
        return unit.getName().startsWith("carry") || unit.getName().startsWith("lambda$carry");
    }

    private static String simpleName(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1);
    }
}
