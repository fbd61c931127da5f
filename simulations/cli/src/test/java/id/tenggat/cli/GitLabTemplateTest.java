package id.tenggat.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import id.tenggat.cli.Job.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** The template's job, by GitLab's schema, and its script, run here with the variables that a runner sets. */
class GitLabTemplateTest {

    private static final Path TEMPLATE = Repository.root().resolve("reports/ci/gitlab.yml");

    @TempDir
    private Path folder = Path.of("");

    private Map<?, ?> template = Map.of();

    @BeforeEach
    void read() throws IOException {
        template = Job.under(Job.yaml(TEMPLATE), ".tenggat-gate");
    }

    @Test
    void isAJobByGitLabsSchema() throws Exception {
        Map<?, ?> example = (Map<?, ?>) Job.yaml(ReadmeExample.containing("extends: .tenggat-gate"));
        ObjectMapper mapper = new ObjectMapper();
        String pipeline = mapper.writeValueAsString(Map.of(
                ".tenggat-gate", template, "gate", Job.under(example, "gate"), "include", example.get("include")));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(schema())
                        .validate(pipeline, InputFormat.JSON))
                .isEmpty();
    }

    private static String schema() throws IOException, InterruptedException {
        Path file = Judges.file("gitlab-ci-local/src/schema/schema.js");
        Process process = new ProcessBuilder(
                        "node",
                        "--input-type=module",
                        "--eval",
                        "import {schema} from '" + file.toUri() + "'; console.log(JSON.stringify(schema));")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text;
    }

    @Test
    void theReadmesExampleSetsItsVariables() throws IOException {
        Map<?, ?> example = (Map<?, ?>) Job.yaml(ReadmeExample.containing("extends: .tenggat-gate"));
        assertThat(Job.under(template, "variables").keySet().stream().map(Object::toString))
                .containsAll(Job.under(example, "gate", "variables").keySet().stream()
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void aPassLeavesEveryReport() throws Exception {
        Ended ended = run(new Job(folder), Map.of("TENGGAT_ARGUMENTS", "--seed 7 --slice 'fraction 90%'"));
        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("seed 7\n");
        assertThat(report("junit")).contains("name=\"fraction 90%, simulated\"", "failures=\"0\"");
        assertThat(report("metrics")).contains("run=\"smoke, simulate, fraction 90%\"} 0.0\n# EOF");
        JsonNode issues = new ObjectMapper().readTree(report("codequality"));
        assertThat(issues).allMatch(issue -> issue.get("severity").asText().equals("info"));
    }

    @Test
    void aMissLeavesEveryReportToo() throws Exception {
        Job job = new Job(folder);
        job.askTooMuch();
        Ended ended = run(job, Map.of());
        assertThat(ended.status()).as(ended.said()).isEqualTo(1);
        assertThat(report("junit")).contains("<failure message=");
        assertThat(report("metrics")).contains("tenggat_verdict_status");
        JsonNode issues = new ObjectMapper().readTree(report("codequality"));
        assertThat(issues.at("/0/severity").asText()).isEqualTo("blocker");
        assertThat(issues.at("/0/location/path").asText()).isEqualTo("load/smoke.yaml");
    }

    @Test
    void manyRunsAreJudgedByABaseline() throws Exception {
        Job job = new Job(folder);
        job.keepBaseline();
        Ended ended = run(
                job,
                Map.of(
                        "TENGGAT_BASELINE", "load/base line.jsonl",
                        "TENGGAT_REPLICATIONS", "6",
                        "TENGGAT_ARGUMENTS", "--threads '2'"));
        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(report("junit"))
                .contains("<testsuite name=\"6 replications of the whole scenario, simulated\" tests=\"9\"")
                .contains("<property name=\"baseline.runs\" value=\"6\"");
        assertThat(report("metrics"))
                .contains("tenggat_replications{scenario=\"smoke\",run=\"smoke, simulate, whole, replications\"} 6.0\n")
                .contains("objective=\"stamp-letter p99 no worse than baseline by 10%\"");
        assertThat(new ObjectMapper().readTree(report("codequality"))).isEmpty();
    }

    @Test
    void tenggatIsClonedWhereThereIsNone() throws Exception {
        Job job = new Job(folder);
        Ended committed = job.run("""
                cd %s
                git init --quiet --initial-branch main .
                git add .
                git -c user.name=a -c user.email=a@localhost commit --quiet --message a
                """.formatted(job.checkout()), Map.of());
        assertThat(committed.status()).as(committed.said()).isZero();
        Ended ended = run(job, Map.of("TENGGAT_HOME", ".tenggat", "TENGGAT_REPOSITORY", "file://" + job.checkout()));
        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(job.workspace().resolve(".tenggat/tenggat")).exists();
    }

    /** A report that the job leaves, from where it says that it lies. */
    private String report(String kind) throws IOException {
        Object path = Job.under(template, "artifacts", "reports").get(kind);
        return Files.readString(folder.resolve("workspace").resolve(String.valueOf(path)));
    }

    private Ended run(Job job, Map<String, String> given) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>();
        Job.under(template, "variables").forEach((name, value) -> environment.put(name.toString(), value.toString()));
        environment.put("TENGGAT_SCENARIO", "load/smoke.yaml");
        environment.put("TENGGAT_HOME", job.checkout().toString());
        environment.putAll(given);
        String script =
                Job.listUnder(template, "script").stream().map(Object::toString).collect(Collectors.joining("\n"));
        return job.run(script, environment);
    }
}
