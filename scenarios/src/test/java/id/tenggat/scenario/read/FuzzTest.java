package id.tenggat.scenario.read;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Whatever happens to a file, reading it gives a scenario or faults, and every fault can be shown. */
class FuzzTest {

    private static final long SEED = Long.getLong("fuzz.seed", 514);
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 2_000);
    private static final List<Path> FILES = List.of(
            Samples.MINIMAL,
            Samples.DIRECTORY.resolve("kitchen-sink.yaml"),
            Samples.DIRECTORY.resolve("alternatives.yaml"),
            Path.of("smoke.yaml"));

    @Test
    void a_damaged_file_gives_a_scenario_or_faults() {
        int scenarios = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            Path path = FILES.get(round % FILES.size());
            byte[] damaged = damaged(Samples.text(path), random);
            scenarios += isScenario(path, damaged, round) ? 1 : 0;
        }
        assertThat(scenarios).as("damaged files that were scenarios still").isBetween(1, ROUNDS / 2);
    }

    private static boolean isScenario(Path path, byte[] damaged, int round) {
        try {
            return !Samples.read(path, damaged).digest().isEmpty();
        } catch (ScenarioException e) {
            assertThat(e.faults()).isNotEmpty().allSatisfy(fault -> assertThat(fault.toString())
                    .startsWith(fault.place() + ": ")
                    .doesNotContain("\t")
                    .doesNotContain("null"));
            return false;
        } catch (RuntimeException e) {
            return fail("repeat with -Dfuzz.seed=" + (SEED + round) + " -Dfuzz.rounds=1 and " + path, e);
        }
    }

    private static byte[] damaged(String text, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> flipped(text, random);
            case 1 -> Arrays.copyOf(bytes(text), random.nextInt(text.length()));
            case 2 -> bytes(String.join("\n", swapped(text, random)));
            case 3 -> bytes(withoutSome(text, random));
            default -> bytes(withOddities(text, random));
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flipped(String text, Random random) {
        byte[] bytes = bytes(text);
        for (int i = 0; i <= random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static List<String> swapped(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n")));
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        return lines;
    }

    private static String withoutSome(String text, Random random) {
        int from = random.nextInt(text.length());
        return text.substring(0, from) + text.substring(Math.min(text.length(), from + random.nextInt(40)));
    }

    private static String withOddities(String text, Random random) {
        List<String> oddities = List.of(
                "\t",
                "&a ",
                "*a",
                "!!str ",
                "{",
                "[",
                "]",
                "\"",
                "'",
                ": ",
                "- ",
                "#",
                "|\n",
                "? ",
                "\u0000",
                "\u2028",
                "\uFEFF",
                "---\n",
                "...\n",
                "%YAML 9.9\n",
                "-1",
                "1e999999999",
                "0x1F",
                ".nan",
                "~",
                "<<: ",
                "😀",
                "%");
        int at = random.nextInt(text.length());
        return text.substring(0, at) + oddities.get(random.nextInt(oddities.size())) + text.substring(at);
    }
}
