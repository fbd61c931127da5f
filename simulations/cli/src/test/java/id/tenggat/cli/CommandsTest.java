package id.tenggat.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class CommandsTest {

    private static final String SMOKE = Repository.scenario("smoke.yaml");

    @TempDir
    private Path folder = Path.of("");

    private record Wrong(List<String> words, String said) {
        static Wrong of(String said, String... words) {
            return new Wrong(List.of(words), said);
        }
    }

    static Stream<Wrong> wrongCommands() {
        return Stream.of(
                Wrong.of("Unmatched argument", "fly"),
                Wrong.of("Unknown options: '--sede'", "simulate", SMOKE, "--sede", "1"),
                Wrong.of("Missing required parameter", "simulate"),
                Wrong.of("'x' is not a long", "simulate", SMOKE, "--seed", "x"),
                Wrong.of("nowhere.yaml", "simulate", "nowhere.yaml"),
                Wrong.of("--slice: found \"first 2h\"", "simulate", SMOKE, "--slice", "first 2h"),
                Wrong.of("the window must begin between", "simulate", SMOKE, "--slice", "last 2d"),
                Wrong.of("must lie between 2 and 100,000", "simulate", SMOKE, "--replications", "1"),
                Wrong.of("must lie between 2 and 100,000", "simulate", SMOKE, "--replications", "20..10"),
                Wrong.of("--append-to keeps the numbers of replications", "simulate", SMOKE, "--append-to", "x.jsonl"),
                Wrong.of("nowhere.jsonl: does not exist", "simulate", SMOKE, "--baseline", "nowhere.jsonl"),
                Wrong.of("--stop-at: found \"tonight\"", "simulate", SMOKE, "--stop-at", "tonight"),
                Wrong.of("Unknown options: '--stop-at'", "replay", SMOKE, "--stop-at", "2024-09-06T23:59:52"),
                Wrong.of(
                        "'many' is neither a number of runs nor two, as in 10..200",
                        "simulate",
                        SMOKE,
                        "--replications",
                        "many"),
                Wrong.of(
                        "--threads must lie between 1 and", "simulate", SMOKE, "--replications", "2", "--threads", "0"),
                Wrong.of("add --replications N", "simulate", SMOKE, "--threads", "2"),
                Wrong.of("--attempts keeps those of one", "simulate", SMOKE, "--attempts", "--replications", "2"),
                Wrong.of(
                        "--attempts keeps those of one",
                        "simulate",
                        SMOKE,
                        "--attempts",
                        "--stop-at",
                        "2024-09-06T23:59:52"),
                Wrong.of("--trace must be applicant=N", "simulate", SMOKE, "--trace", "7"),
                Wrong.of(
                        "--trace applicant=480: applicants are numbered from 0 to 479, regency after regency as the scenario"
                                + " lists them: 0 to 79 in ",
                        "simulate",
                        SMOKE,
                        "--trace",
                        "applicant=480"),
                Wrong.of("did you mean stamping? There are portal, ", "simulate", SMOKE, "--explain", "stampin"),
                Wrong.of("leave --replications out", "simulate", SMOKE, "--explain", "portal", "--replications", "2"),
                Wrong.of("--attempts-limit must be 1 or more", "simulate", SMOKE, "--attempts-limit", "0"),
                Wrong.of("Name a suite: stamping, simulator, stack, ledger, measurement, injector or gate", "bench"),
                Wrong.of("benchmarks.jar is not there: build it with mvn", "bench", "stamping"),
                Wrong.of("benchmarks.jar is not there: build it with mvn", "bench", "simulator", "--quick", "-f", "1"),
                Wrong.of("--out must name a file, found nothing", "bench", "stamping", "--out", ""),
                Wrong.of("[LETTER, SCAN, OFFICE]", "bench", "stamping", "--document", "novel"),
                Wrong.of("[ECDSA_P256, RSA_2048]", "bench", "stamping", "--algorithm", "RSA_1024"),
                Wrong.of("name the scenarios to play, or two recordings", "twin"),
                Wrong.of("name the scenarios to play, or two recordings", "twin", SMOKE, "--recordings", "a", "b"),
                Wrong.of("nowhere", "twin", "--recordings", "nowhere", "nowhere"),
                Wrong.of("nowhere.yaml", "twin", SMOKE, "nowhere.yaml"),
                Wrong.of("name a recording to judge", "gate"),
                Wrong.of("nowhere", "gate", "nowhere"),
                Wrong.of("nowhere", "report", "nowhere"),
                Wrong.of("Say what to do with it: append or changes", "history"),
                Wrong.of("Missing required option: '--to=FILE'", "history", "append", "nowhere"),
                Wrong.of("nowhere", "history", "append", "nowhere", "--to", "history.jsonl"),
                Wrong.of("begin a history with: tenggat history append", "history", "changes", "nowhere.jsonl"),
                Wrong.of("smoke.yaml:1: not valid JSON", "history", "changes", SMOKE),
                Wrong.of(
                        "--level must lie between 0.0001 and 0.5, found 5.0",
                        "history",
                        "changes",
                        SMOKE,
                        "--level",
                        "5"),
                Wrong.of("--port must lie between 0 and 65535", "stack", SMOKE, "--port", "70000"),
                Wrong.of(
                        "--access-log can't write to '/nowhere/access.jsonl' (no such folder)",
                        "stack",
                        SMOKE,
                        "--access-log",
                        "/nowhere/access.jsonl"),
                Wrong.of("--access-log can't write to '' (", "stack", SMOKE, "--access-log", ""),
                Wrong.of("--access-log can't write to '/' (", "stack", SMOKE, "--access-log", "/"),
                Wrong.of("--slip-limit", "replay", SMOKE, "--slip-limit", "7"),
                Wrong.of("found \"jdbc:mysql://127.0.0.1/x\"", "stack", SMOKE, "--ledger", "jdbc:mysql://127.0.0.1/x"),
                Wrong.of("must be on this machine", "run", SMOKE, "--ledger", "jdbc:postgresql://db.example.org/x"),
                Wrong.of("can't be opened", "stack", SMOKE, "--port", "0", "--ledger", SMOKE),
                Wrong.of(
                        "the one at --target keeps its own",
                        "replay",
                        SMOKE,
                        "--target",
                        "http://127.0.0.1:9",
                        "--ledger",
                        "memory"),
                Wrong.of(
                        "--third-parties: third parties are played by wiremock, in-process or http://127.0.0.1:PORT, found"
                                + " http://192.0.2.1:80",
                        "stack",
                        SMOKE,
                        "--third-parties",
                        "http://192.0.2.1:80"),
                Wrong.of("--third-parties: third parties are", "replay", SMOKE, "--third-parties", "nobody"),
                Wrong.of("--third-parties: third parties are", "run", SMOKE, "--third-parties", "in-proces"),
                Wrong.of(
                        "the one at http://127.0.0.1:8080 was told",
                        "replay",
                        SMOKE,
                        "--third-parties",
                        "in-process",
                        "--target",
                        "http://127.0.0.1:8080"),
                Wrong.of("loopback only", "replay", SMOKE, "--target", "http://192.0.2.1:80"),
                Wrong.of("loopback only", "replay", SMOKE, "--target", "http://[2001:db8::1]:80"),
                Wrong.of("loopback only", "replay", SMOKE, "--target", "http://10.0.0.1:80"),
                Wrong.of(
                        "is a number, which programs read differently",
                        "replay",
                        SMOKE,
                        "--target",
                        "http://3221225985"),
                Wrong.of("not an HTTP origin", "replay", SMOKE, "--target", "http://127.0.0.1/journey"));
    }

    @ParameterizedTest
    @MethodSource("wrongCommands")
    void whatCannotBeDoneIsSaidClearlyWithStatusTwo(Wrong wrong) {
        Told told = Told.by(wrong.words().toArray(String[]::new));
        assertThat(told.err()).contains(wrong.said()).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
    }

    @Test
    void aSimulationIsRecordedJudgedAndReported() {
        Told told = Told.by("simulate", SMOKE, "--out", folder.toString());
        assertThat(told.out()).startsWith("PASS");
        assertThat(told.err()).contains("seed ").contains("verdict: PASS");
        assertThat(told.status()).isZero();
        assertThat(folder.resolve("index.html")).exists();
        assertThat(Told.by("gate", folder.resolve("simulated").toString()).status())
                .isZero();
    }

    @Test
    void aMissedObjectiveIsStatusOne() throws IOException {
        Path strict = folder.resolve("strict.yaml");
        Files.copy(Path.of(Repository.scenario("regencies-smoke.csv")), folder.resolve("regencies-smoke.csv"));
        Files.writeString(
                strict,
                Files.readString(Path.of(SMOKE))
                        .replaceAll("(?s)objectives:.*?\\n(?=\\w)", "objectives: [submit p50 < 1us]\n"));
        Told told = Told.by(
                "simulate", strict.toString(), "--out", folder.resolve("run").toString());
        assertThat(told.out()).startsWith("FAIL");
        assertThat(told.status()).isEqualTo(1);
    }

    @Test
    void manyRunsAreJudgedTogether() throws IOException {
        Told told = Told.by("simulate", SMOKE, "--replications", "5", "--out", folder.toString());
        assertThat(told.out())
                .startsWith("PASS  5 replications of the whole scenario")
                .contains("everybody done by the deadline: in ")
                .contains("5 of 5 runs (47.82% … 100%)");
        assertThat(told.err()).contains("report of the first run: ").contains("verdict: PASS");
        assertThat(told.status()).isZero();
        assertThat(folder.resolve("index.html")).exists();
        assertThat(Told.by("gate", folder.resolve("simulated").toString()).status())
                .isZero();
        assertThat(folder.resolve("replications.json")).content().contains("\"number\" : 4");
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        String[] words = {"simulate", SMOKE, "--replications", "4", "--json", "--threads"};
        assertThat(Told.by(with(words, "1", "--out", folder.resolve("one").toString()))
                        .out())
                .startsWith("{")
                .isEqualTo(Told.by(with(
                                words, "3", "--out", folder.resolve("three").toString()))
                        .out());
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void whatManyRunsMissIsStatusOne() throws IOException {
        Told told = replicated("[completed by deadline >= 100%, submit p50 < 1us]");
        assertThat(told.out()).startsWith("FAIL").contains("0 of 4 runs");
        assertThat(told.status()).isEqualTo(1);
    }

    @Test
    void whatManyRunsCannotDecideIsStatusThree() throws IOException {
        Told measured = replicated("[sign-up p50 < 1us]");
        String middle = measured.out().replaceAll("(?s).*sign-up p50 < 1us +([0-9.]+ms).*", "$1");
        Told told = replicated("[sign-up p50 < " + middle + "]");
        assertThat(told.out()).startsWith("INVALID").contains("undecided: sign-up p50 < " + middle);
        assertThat(told.status()).isEqualTo(3);
    }

    private Told replicated(String objectives) throws IOException {
        Path changed = folder.resolve("changed.yaml");
        Files.writeString(
                changed,
                Files.readString(Path.of(SMOKE))
                        .replace("regencies-smoke.csv", Repository.scenario("regencies-smoke.csv"))
                        .replaceAll("(?s)objectives:.*?\\n(?=\\w)", "objectives: " + objectives + "\n"));
        Path run = Files.createTempDirectory(folder, "run");
        return Told.by("simulate", changed.toString(), "--replications", "4", "--out", run.toString());
    }

    @Test
    void lateAnswersCannotBeHeardLive() throws IOException {
        Path hearing = folder.resolve("hearing.yaml");
        Files.copy(Path.of(Repository.scenario("regencies-smoke.csv")), folder.resolve("regencies-smoke.csv"));
        Files.writeString(
                hearing, Files.readString(Path.of(SMOKE)).replace("clients:", "clients:\n  lateAnswer: heard"));
        Told told = Told.by("replay", hearing.toString());
        assertThat(told.err()).contains("can be simulated, but not replayed");
        assertThat(told.status()).isEqualTo(2);
        assertThat(Told.by("validate", hearing.toString()).status()).isZero();
    }

    @Test
    void theSameScenarioSliceAndSeedGiveTheSameBytes() throws IOException {
        Told.by("simulate", SMOKE, "--seed", "5", "--out", folder.resolve("a").toString());
        Told.by("simulate", SMOKE, "--seed", "5", "--out", folder.resolve("b").toString());
        assertSameRecordings();
    }

    @Test
    void whoeverIsTracedChangesNothingInTheRecording() throws IOException {
        Told plain = Told.by("simulate", SMOKE, "--out", folder.resolve("a").toString());
        Told told = Told.by(
                "simulate",
                SMOKE,
                "--trace",
                "applicant=400",
                "--trace",
                "applicant=7",
                "--out",
                folder.resolve("b").toString());
        assertThat(told.out())
                .startsWith("Applicant 400 of ")
                .contains("\nApplicant 7 of ")
                .contains("sends attempt 1 of stamp-letter to stamping: ")
                .endsWith(plain.out());
        assertSameRecordings();
    }

    @Test
    void whoeverIsNotInTheSliceCannotBeTraced() {
        Told told = Told.by(
                "simulate",
                SMOKE,
                "--slice",
                "fraction 1%",
                "--trace",
                "applicant=0",
                "--out",
                folder.resolve("run").toString());
        assertThat(told.err())
                .contains("--trace applicant=0: is not in the slice \"fraction 1%\"; the nearest who is: applicant=");
        assertThat(told.status()).isEqualTo(2);
        assertThat(folder.resolve("run").resolve("simulated")).doesNotExist();
    }

    @Test
    void aStationIsExplainedByTheRunAndByItsRecording() {
        Told run = Told.by("simulate", SMOKE, "--explain", "stamping", "--out", folder.toString());
        String load = run.out().substring(run.out().indexOf("Load of stamping: 16 workers"));
        assertThat(load).contains("offered ").contains(" Erlangs on average").contains("stamp-letter (5");
        String recording = folder.resolve("simulated").toString();
        assertThat(Told.by("report", recording, "--explain", "stamping").out()).endsWith(load);
        Told unknown = Told.by("report", recording, "--explain", "printing");
        assertThat(unknown.err()).contains("no station is called \"printing\"");
        assertThat(unknown.status()).isEqualTo(2);
    }

    @Test
    void whatIsAskedForBesidesGoesIntoTheJson() {
        Told told = Told.by(
                "simulate",
                SMOKE,
                "--json",
                "--trace",
                "applicant=7",
                "--explain",
                "portal",
                "--out",
                folder.toString());
        assertThat(told.out().strip())
                .startsWith("[")
                .endsWith("]")
                .contains("\"offeredErlangs\"")
                .contains("\"event\" : \"CAME\"");
    }

    private void assertSameRecordings() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("a").resolve("simulated"))) {
            List<Path> same = files.filter(file -> !file.endsWith("host.json")).toList();
            assertThat(same).hasSizeGreaterThan(6);
            for (Path file : same) {
                Path other = folder.resolve("b").resolve("simulated").resolve(file.getFileName());
                assertThat(file).hasSameBinaryContentAs(other);
            }
        }
    }

    @Test
    void aUsedDirectoryIsNotOverwritten() {
        Told.by("simulate", SMOKE, "--out", folder.toString());
        Told again = Told.by("simulate", SMOKE, "--out", folder.toString());
        assertThat(again.err()).contains("never overwritten");
        assertThat(again.status()).isEqualTo(2);
    }

    @Test
    void jsonIsAllThatStandardOutputHolds() {
        Told told = Told.by("simulate", SMOKE, "--json", "--out", folder.toString());
        assertThat(told.out().strip()).startsWith("[").endsWith("]").contains("\"status\" : \"PASS\"");
    }

    @Test
    void aTornRecordingIsRefused() throws IOException {
        Told.by("simulate", SMOKE, "--out", folder.toString());
        Path timeline = folder.resolve("simulated").resolve("timeline.csv");
        Files.writeString(timeline, Files.readString(timeline).substring(0, 200));
        Told told = Told.by("report", folder.resolve("simulated").toString());
        assertThat(told.err()).contains("timeline.csv").doesNotContain("\tat ");
        assertThat(told.status()).isEqualTo(2);
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Told told = Told.by("stack", SMOKE, "--port", Integer.toString(taken.getLocalPort()), "--ledger", "memory");
            assertThat(told.err()).contains("port " + taken.getLocalPort()).contains("choose another port");
            assertThat(told.status()).isEqualTo(2);
        }
    }

    @Test
    void thirdPartiesThatNobodyPlaysAreNamed() throws IOException {
        ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        gone.close();
        String where = "http://127.0.0.1:" + gone.getLocalPort();
        Told told = Told.by("stack", SMOKE, "--port", "0", "--third-parties", where);
        assertThat(told.err())
                .startsWith("the third parties at " + where + " can't be reached: ")
                .doesNotContain("Exception");
        assertThat(told.status()).isEqualTo(2);
    }

    @Test
    void metricsAreListedWithUnitAndDefinition() {
        assertThat(Told.by("gate", "--list-metrics").out())
                .contains("completed by deadline")
                .contains("<step> p99")
                .contains("utilisation(<station>)")
                .containsPattern("stamps lost .* by value +stamps paid that are neither")
                .containsPattern("rejected .* interval +attempts that were shed")
                .contains("a census and no sample", "no resample holds a greater one");
    }

    @Test
    void everyScenarioOfTheHouseIsValid() {
        Told told = Told.by(
                "validate",
                SMOKE,
                Repository.scenario("twin/below.yaml"),
                Repository.scenario("twin/near.yaml"),
                Repository.scenario("twin/above.yaml"),
                Repository.scenario("twin/outage.yaml"),
                Repository.scenario("twin/collapse.yaml"),
                Repository.scenario("twin/waiting-room.yaml"),
                Repository.scenario("ordinary-day.yaml"),
                Repository.scenario("cpns-2024-584.yaml"),
                Repository.scenario("cpns-2024-historic.yaml"));
        assertThat(told.err()).isEmpty();
        assertThat(told.out()).contains("300,176 applicants in 514").contains("3,963,832 applicants in 514");
    }
}
