package id.tenggat.cli;

import id.tenggat.cli.Job.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The action's steps that run anything, run here with what GitHub's runner puts into their environment. */
class GateActionTest {

    private static final Path ACTION = Repository.root().resolve(".github/actions/gate/action.yml");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ ([a-z.-]+) }}");

    @TempDir
    private Path folder = Path.of("");

    private Map<?, ?> action = Map.of();

    @BeforeEach
    void read() throws IOException {
        action = Job.yaml(ACTION);
    }

    @Test
    void isAnActionByGitHubsSchema() throws Exception {
        Path validator = Judges.file("@action-validator/cli/cli.mjs");
        Process process = new ProcessBuilder("node", validator.toString(), ACTION.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void aPassIsANoticeASummaryAndExitStatusZero() throws Exception {
        Ended ended = judge(new Job(folder), Map.of("scenario", "load/smoke.yaml"));
        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("\n::notice file=load/smoke.yaml,title=PASS::");
        assertThat(Files.readString(folder.resolve("output"))).isEqualTo("exit-status=0\n");
        assertThat(Files.readString(folder.resolve("summary")))
                .startsWith("before\n## PASS: the whole scenario, simulated\n");
        assertThat(List.of("junit.xml", "index.html", "simulated"))
                .allMatch(file -> Files.exists(folder.resolve("temp/tenggat").resolve(file)));
    }

    @Test
    void aMissAnnotatesTheObjectiveAndFailsTheJob() throws Exception {
        Job job = new Job(folder);
        job.askTooMuch();
        Ended ended = judge(job, Map.of("scenario", "load/smoke.yaml"));
        assertThat(ended.status()).as(ended.said()).isEqualTo(1);
        int line =
                Files.readAllLines(job.workspace().resolve("load/smoke.yaml")).indexOf("  - stamp-letter p99 < 1us")
                        + 1;
        assertThat(ended.said())
                .contains("\n::error file=load/smoke.yaml,line=" + line + ",title=missed%3A stamp-letter p99 < 1us::");
        assertThat(Files.readString(folder.resolve("output"))).isEqualTo("exit-status=1\n");
        assertThat(folder.resolve("temp/tenggat/junit.xml")).exists();
    }

    @Test
    void manyRunsAreJudgedByABaseline() throws Exception {
        Job job = new Job(folder);
        job.keepBaseline();
        Ended ended = judge(
                job, Map.of("scenario", "load/smoke.yaml", "baseline", "load/base line.jsonl", "replications", "6"));
        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(ended.said())
                .contains("title=PASS::6 replications of the whole scenario, simulated: 8 of 8 objectives");
        assertThat(Files.readString(folder.resolve("summary")))
                .contains("\n## PASS: 6 replications of the whole scenario, simulated\n")
                .contains("| stamp-letter p99 no worse than baseline by 10% | holds: before ")
                .contains("\nJudged after 1 look, against 6 runs before.\n");
        assertThat(Files.readString(folder.resolve("temp/tenggat/junit.xml")))
                .contains("<property name=\"baseline.runs\" value=\"6\"");
    }

    @Test
    void replicationsAreOfSimulateAlone() throws Exception {
        Ended ended =
                judge(new Job(folder), Map.of("scenario", "load/smoke.yaml", "command", "run", "replications", "20"));
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.said()).startsWith("::error title=Tenggat gate::replications are simulated");
    }

    @Test
    void argumentsAreQuotedAsInAShellButNothingInThemIsRun() throws Exception {
        Ended ended = judge(
                new Job(folder),
                Map.of("scenario", "load/smoke.yaml", "arguments", "--seed 7 --slice 'last $(touch run)'"));
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.said()).contains("--slice: found \"$(touch run)\"");
        assertThat(folder.resolve("workspace/run")).doesNotExist();
    }

    @Test
    void anotherCommandIsRefused() throws Exception {
        Ended ended = judge(new Job(folder), Map.of("scenario", "load/smoke.yaml", "command", "stack"));
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.said()).startsWith("::error title=Tenggat gate::");
    }

    @Test
    void aQuoteThatIsNotClosedIsRefused() throws Exception {
        Ended ended = judge(new Job(folder), Map.of("scenario", "load/smoke.yaml", "arguments", "--seed '7"));
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.said()).contains("::error title=Tenggat gate::arguments must close every quote");
    }

    @ParameterizedTest
    @ValueSource(strings = {"command: replay", "replications: 20, baseline: "})
    void theReadmesExamplesUseItsInputs(String example) throws IOException {
        List<?> steps = (List<?>) Job.yaml(ReadmeExample.containing(example));
        Map<?, ?> step = (Map<?, ?>) steps.get(steps.size() - 1);
        assertThat(Job.under(action, "inputs").keySet().stream().map(Object::toString))
                .containsAll(Job.under(step, "with").keySet().stream()
                        .map(Object::toString)
                        .toList());
    }

    /** Runs what the action's only step with a script runs. */
    private Ended judge(Job job, Map<String, String> given) throws IOException, InterruptedException {
        Map<?, ?> step = Job.listUnder(Job.under(action, "runs"), "steps").stream()
                .map(one -> (Map<?, ?>) one)
                .filter(one -> one.containsKey("run"))
                .findFirst()
                .orElseThrow();
        assertThat(step.get("shell")).isEqualTo("bash");
        Files.writeString(folder.resolve("summary"), "before\n");
        Map<String, String> environment = new HashMap<>(Map.of(
                "GITHUB_ACTION_PATH",
                        job.checkout().resolve(".github/actions/gate").toString(),
                "GITHUB_OUTPUT", folder.resolve("output").toString(),
                "GITHUB_STEP_SUMMARY", folder.resolve("summary").toString(),
                "GITHUB_WORKSPACE", job.workspace().toString()));
        Job.under(step, "env")
                .forEach((name, value) -> environment.put(name.toString(), evaluated(value.toString(), given)));
        return job.run(String.valueOf(step.get("run")), environment);
    }

    private String evaluated(String text, Map<String, String> given) {
        return EXPRESSION.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), given)));
    }

    private String value(String expression, Map<String, String> given) {
        if (expression.equals("runner.temp")) {
            return folder.resolve("temp").toString();
        }
        String input = expression.replace("inputs.", "");
        Object byDefault = Job.under(action, "inputs", input).get("default");
        return given.getOrDefault(input, String.valueOf(byDefault));
    }
}
