package id.tenggat.scenario.read;

import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Distribution.Measured;
import id.tenggat.scenario.Measurement;
import id.tenggat.scenario.Quantiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

/** Files of measured times that a scenario names. */
class MeasuredTimesTest {

    private static final String SOUND = Samples.text(Samples.DIRECTORY.resolve("service-times.json"));
    private static final String QUANTILES = "[41200, 52000, 60000.5, 61000, 1.2e6]";

    @TempDir
    private Path directory;

    private Path scenario = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Files.copy(Samples.DIRECTORY.resolve("regencies.csv"), directory.resolve("regencies.csv"));
        file = directory.resolve("times.json");
        scenario = write("{empirical: times.json}", SOUND);
    }

    private Path write(String serviceTime, String json) throws IOException {
        Files.writeString(directory.resolve("times.json"), json);
        return Files.writeString(
                directory.resolve("x.yaml"),
                Samples.text(Samples.MINIMAL).replace("serviceTime: 1.5s", "serviceTime: " + serviceTime));
    }

    private static Distribution stamping(Path scenario) {
        return ScenarioReader.read(scenario)
                .scenario()
                .stack()
                .stations()
                .get(1)
                .serviceTime();
    }

    private List<Fault> faults() {
        return catchThrowableOfType(ScenarioException.class, () -> ScenarioReader.read(scenario))
                .faults();
    }

    private Fault onlyFault() {
        assertThat(faults()).hasSize(1);
        return faults().get(0);
    }

    @Test
    void a_station_serves_as_was_measured() {
        assertThat(stamping(scenario)).isEqualTo(new Measured(Quantiles.ofNs(41_200, 52_000, 60_000.5, 61_000, 1.2e6)));
        ScenarioFile read = ScenarioReader.read(scenario);
        assertThat(read.measured()).singleElement().satisfies(measured -> {
            Measurement told = measured.measurement();
            assertThat(measured.text()).isEqualTo(SOUND);
            assertThat(told.path()).isEqualTo("times.json");
            assertThat(told.origin().keySet()).containsExactly("machine", "java", "provider", "command", "measured");
            assertThat(told.words()).isEqualTo("times.json: stamp ECDSA_P256 letter, 20,000 samples");
            assertThat(told.originWords()).startsWith("machine 4 x Xeon, java 17.0.16, provider SunEC, command ");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"tenggat-service-times\",\"version\":1,\"what\":\"x\",\"unit\":\"ns\",\"samples\":1,"
                        + "\"provenance\":{},\"quantiles\":[0,5]}",
                "\uFEFF{\r\n\t\"quantiles\": [\r\n\t\t0,\r\n\t\t5.0\r\n\t], \"kind\": \"tenggat-service-times\", \"version\": 1.0,\r\n"
                        + "\"samples\": 1e3, \"unit\": \"ns\", \"what\": \"\\u00b5s \\/ \\\"x\\\"\","
                        + " \"provenance\": {\"cores\": 4, \"quiet\": true, \"note\": null, \"who\": \"\\ud83d\\ude00\"}}\n"
            })
    void json_is_read_however_it_is_laid_out(String json) throws IOException {
        assertThat(stamping(write("{empirical: times.json}", json))).isEqualTo(new Measured(Quantiles.ofNs(0, 5)));
    }

    @Test
    void a_file_that_is_named_often_is_read_once() throws IOException {
        Files.writeString(
                scenario,
                Samples.text(Samples.MINIMAL)
                        .replaceAll("serviceTime: [\\w.]+", "serviceTime: {empirical: times.json}")
                        .replace("timeout: 30s", "timeout: {empirical: times.json}"));
        ScenarioFile read = ScenarioReader.read(scenario);
        assertThat(read.measured()).hasSize(1);
        assertThat(read.scenario().clients().timeout()).isSameAs(stampingOf(read));
        Files.writeString(file, SOUND.replace("\"ns\"", "\"us\""));
        assertThat(faults()).hasSize(1);
    }

    private static Distribution stampingOf(ScenarioFile read) {
        return read.scenario().stack().stations().get(1).serviceTime();
    }

    @Test
    void a_thirty_third_file_is_told() throws IOException {
        StringBuilder stations = new StringBuilder("  stations:\n");
        for (int i = 1; i <= 32; i++) {
            Files.copy(file, directory.resolve("times-" + i + ".json"));
            stations.append(
                    "    - {station: desk-%d, workers: 1, queueLimit: 0, serviceTime: {empirical: times-%d.json}}\n"
                            .formatted(i, i));
        }
        Files.writeString(scenario, Files.readString(scenario).replace("  stations:\n", stations));
        assertThat(onlyFault().mistake().found())
                .isEqualTo("found another file of measured times than the 32 before it");
    }

    @Test
    void the_digest_is_of_what_was_measured_too() throws IOException {
        String before = ScenarioReader.read(scenario).digest();
        assertThat(ScenarioReader.read(scenario).digest()).isEqualTo(before);
        Files.writeString(file, SOUND.replace("41200", "41201"));
        assertThat(ScenarioReader.read(scenario).digest()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tenggat-service-times | tenggat-latencies | 2:11 | found "tenggat-latencies" | tenggat-service-times
            "version": 1 | "version": 2 | 3:14 | found the number 2 | 1, the only version of these files so far
            "version": 1 | "version": "1" | 3:14 | found "1" | 1, the only version of these files so far
            "unit": "ns" | "unit": "us" | 5:11 | found "us" | ns
            "unit": "ns", | `` | 1:1 | "unit" is missing in this benchmark | unit: ns
            "samples": 20000 | "samples": 0 | 6:14 | found the number 0 | a whole number from 1 to 1,000,000,000,000
            "what" | "waht" | 4:3 | unknown key "waht" | kind, version, what, unit, samples, provenance, quantiles
            "java": "17.0.16" | "java": [17] | 9:13 | found a list | a text
            41200 | -1 | 14:17 | found the number -1 | a number from 0 to 86,400,000,000,000,000
            41200 | 1e17 | 14:17 | found the number 1e17 | a number from 0 to 86,400,000,000,000,000
            41200 | NaN | 14:17 | found "NaN" | a number from 0 to 86,400,000,000,000,000
            41200 | .nan | 14:17 | found the number .nan | a number from 0 to 86,400,000,000,000,000
            41200 | Infinity | 14:17 | found "Infinity" | a number from 0 to 86,400,000,000,000,000
            41200 | "41200" | 14:17 | found "41200" | a number from 0 to 86,400,000,000,000,000
            41200 | null | 14:17 | found nothing | a number from 0 to 86,400,000,000,000,000
            61000 | 60000 | 14:40 | found the number 60000 after the number 60000.5 | no less than before
            """)
    void a_fault_is_told_with_both_places_and_what_may_stand_there(
            String sound, String broken, String place, String found, String allowed) throws IOException {
        Files.writeString(file, SOUND.replace(sound, broken));
        Fault fault = onlyFault();
        assertThat(fault.place()).hasToString(scenario + ":22:80");
        assertThat(fault.kind()).isEqualTo(Fault.Kind.MEANING);
        assertThat(fault.mistake().found()).isEqualTo(file + ":" + place + ": " + found);
        assertThat(fault.mistake().allowed()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [] | found a list of 0
            [5] | found a list of 1
            5 | found the number 5
            [0, 0, 0] | quantiles must not all be zero, found 0
            """)
    void a_list_that_is_no_distribution_is_told(String quantiles, String found) throws IOException {
        Files.writeString(file, SOUND.replace(QUANTILES, quantiles));
        assertThat(onlyFault().mistake().found()).isEqualTo(file + ":14:16: " + found);
    }

    @Test
    void a_hundred_thousand_and_one_quantiles_are_read_and_one_more_is_not() throws IOException {
        Files.writeString(file, SOUND.replace(QUANTILES, rising(100_001)));
        assertThat(stamping(scenario)).hasToString("Measured[quantiles=100001 quantiles from 0.0 to 1.5E12 ns]");
        Files.writeString(file, SOUND.replace(QUANTILES, rising(100_002)));
        assertThat(onlyFault().mistake().found()).isEqualTo(file + ":14:16: found a list of 100,002");
    }

    private static String rising(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Double.toString(i * 15e6))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    @Test
    void every_fault_of_the_file_is_told_at_once_and_of_its_quantiles_the_first() throws IOException {
        Files.writeString(
                file,
                SOUND.replace("\"ns\"", "\"us\"")
                        .replace("20000", "many")
                        .replace(QUANTILES, Collections.nCopies(5_000, "x").toString()));
        assertThat(faults()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `` | 1:1: the file holds no benchmark
            {"kind": | 1:9: the file ends too early
            {"kind": "tenggat-service-times" "version": 1} | 1:34: a mapping that isn't closed
            [1, 2] | 1:1: found a list
            {"kind": &a tenggat-service-times} | 1:10: an anchor (&)
            {"kind": "tenggat-service-times", "kind": 1} | 1:35: key "kind" again, after line 1
            %PDF-1.7 | 1:7: this is not YAML
            """)
    void what_is_no_json_is_told(String json, String found) throws IOException {
        Files.writeString(file, json);
        assertThat(faults())
                .allSatisfy(fault -> assertThat(fault.place()).hasToString(scenario + ":22:80"))
                .anySatisfy(fault -> assertThat(fault.mistake().found()).startsWith(file + ":" + found));
    }

    @Test
    void a_file_that_cannot_be_read_is_told_where_it_is_named() throws IOException {
        Files.delete(file);
        assertThat(onlyFault()).asString().startsWith(scenario + ":22:80: " + file + ": there is no such file\n");
        Files.createDirectory(file);
        assertThat(onlyFault().mistake().found()).isEqualTo(file + ": this is a directory");
        Files.delete(file);
        Files.writeString(file, SOUND + " ".repeat(4 * 1024 * 1024));
        assertThat(onlyFault().mistake())
                .isEqualTo(Mistake.of(file + ": the file is larger than 4 MiB", "a file of at most 4 MiB"));
        Files.write(file, new byte[] {'{', '"', (byte) 0xE9});
        assertThat(onlyFault().toString()).startsWith(file + ":1:3: the byte 0xE9, which is not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {empirical: 5} | found the number 5
            {empirical: {file: times.json}} | found a mapping
            {empirical: ~} | found nothing
            {empirical: ""} | found ""
            {empirical: "a\\0b"} | found "a\uFFFDb"
            """)
    void what_names_no_file_is_told(String serviceTime, String found) throws IOException {
        scenario = write(serviceTime, SOUND);
        assertThat(onlyFault().mistake().found()).isEqualTo(found);
    }

    /** Repeat a failure with its round alone. */
    @Test
    void whatever_happens_to_the_file_it_gives_a_scenario_or_faults() throws IOException {
        int sound = 0;
        for (int round = 0; round < 1_000; round++) {
            Random random = new Random(20241128 + round);
            byte[] damaged = SOUND.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i <= random.nextInt(3); i++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, round % 4 == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged);
            sound += isSound(round) ? 1 : 0;
        }
        assertThat(sound).as("damaged files that were sound still").isBetween(1, 500);
    }

    private boolean isSound(int round) {
        try {
            return ScenarioReader.read(scenario).measured().size() == 1;
        } catch (ScenarioException e) {
            assertThat(e.faults()).as("round %d", round).isNotEmpty().allSatisfy(fault -> assertThat(fault.toString())
                    .contains(file.toString())
                    .doesNotContain("\t"));
            return false;
        } catch (RuntimeException e) {
            return fail("round " + round, e);
        }
    }
}
