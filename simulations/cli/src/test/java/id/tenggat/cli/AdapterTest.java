package id.tenggat.cli;

import id.tenggat.recording.Fate;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RunStatus;
import id.tenggat.report.Judged;
import id.tenggat.verdict.Outcome;
import id.tenggat.verdict.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A system of the user's own, whose part our stack plays. */
class AdapterTest {

    private static final String SMOKE = Repository.scenario("smoke.yaml");
    private static final String ADAPTER = Repository.scenario("adapters/tenggat-stack.yaml");
    private static final String SLICE = "fraction 10%, time-lapse 300";
    private static final String SECRET = "t0ken-of-staging";

    @TempDir
    private Path folder = Path.of("");

    /** Smoke an hour before the deadline: nobody is late, so everybody is served in all steps. */
    private String early() throws IOException {
        Files.copy(Path.of(Repository.scenario("regencies-smoke.csv")), folder.resolve("regencies-smoke.csv"));
        return Files.writeString(
                        folder.resolve("early.yaml"),
                        Files.readString(Path.of(SMOKE))
                                .replace("closes: 2024-09-07T00:00:00", "closes: 2024-09-07T00:59:44")
                                .replace("curve: uniform", "curve: {power: {alpha: 10}}"))
                .toString();
    }

    @Test
    void anAdapterOfOurStackIsPlayedLikeOurStack() throws IOException, InterruptedException {
        String early = early();
        Path secretive = Files.writeString(
                folder.resolve("adapter.yaml"),
                Files.readString(Path.of(ADAPTER))
                        .replace("headers:\n  Tenggat", "headers:\n  X-Key: \"${env.STAGING_TOKEN}\"\n  Tenggat"));
        Path direct = replayed(early, "direct");
        Path adapted;
        // Whole: nobody tells it when the replay begins, so its deadline counts from when it is started.
        try (Launched stack = Launched.command(
                Files.createDirectory(folder.resolve("stack")),
                "stack",
                early,
                "--port",
                "0",
                "--ledger",
                "memory",
                "--third-parties",
                "in-process")) {
            String target = stack.awaitOrigin();
            adapted = replayed(early, "adapted", "--target", target, "--adapter", secretive.toString());
        }
        Judged ours = Judged.of("direct", Recording.read(direct));
        Judged theirs = Judged.of("adapted", Recording.read(adapted));
        assertThat(theirs.recording().provenance().status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(theirs.recording().provenance().due())
                .isEqualTo(ours.recording().provenance().due());
        assertThat(theirs.summary().traffic().fates().of(Fate.SERVED))
                .isEqualTo(ours.summary().traffic().fates().of(Fate.SERVED))
                .isEqualTo(8 * theirs.recording().provenance().due().arrivals());
        assertThat(theirs.recording().audit()).isEmpty();
        assertThat(theirs.summary().stations()).isEmpty();
        assertThat(theirs.verdict().rows())
                .filteredOn(row -> row.objective().text().startsWith("stamps"))
                .hasSize(2)
                .allSatisfy(AdapterTest::isNotJudged);
        assertThat(theirs.recording().host().commandLine()).contains("--target http://127.0.0.1:", "--adapter ");
        assertNoSecret();
    }

    private static void isNotJudged(Row row) {
        assertThat(row.outcome()).isEqualTo(Outcome.NOT_JUDGED);
        assertThat(row.note()).contains("no ledger");
    }

    private Path replayed(String scenario, String name, String... more) throws IOException, InterruptedException {
        Path out = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of("replay", scenario, "--slice", SLICE, "--out", out.toString()));
        words.addAll(List.of("--warm-up", "1s", "--slip-limit", "60s"));
        words.addAll(List.of(more));
        if (more.length == 0) {
            words.addAll(List.of("--third-parties", "in-process"));
        }
        Path said = Files.createDirectory(folder.resolve(name + "-said"));
        try (Launched command =
                Launched.withEnvironment(said, Map.of("STAGING_TOKEN", SECRET), words.toArray(String[]::new))) {
            command.awaitVerdict();
        }
        return out.resolve("replayed");
    }

    private void assertNoSecret() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(SECRET));
        }
    }

    @Test
    void faultsOfAnAdapterAreTold() throws IOException {
        Path faulty = Files.writeString(
                folder.resolve("faulty.yaml"),
                Files.readString(Path.of(ADAPTER)).replace("step: pay\n", "step: pey\n"));
        Told told = Told.by("replay", SMOKE, "--target", "http://127.0.0.1:9", "--adapter", faulty.toString());
        assertThat(told.err())
                .contains("faulty.yaml:", "no step of the journey is called \"pey\"", "did you mean \"pay\"?");
        assertThat(told.status()).isEqualTo(2);
    }

    @Test
    void anAdapterNeedsATarget() {
        Told told = Told.by("replay", SMOKE, "--adapter", ADAPTER);
        assertThat(told.err()).contains("--adapter").contains("--target https://staging.example");
        assertThat(told.status()).isEqualTo(2);
    }
}
