package id.tenggat.pipeline;

import id.tenggat.report.Answer;
import id.tenggat.report.Judged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class GitLabMetricsTest {

    @TempDir
    private Path folder = Path.of("");

    private Verdicts verdicts;

    @BeforeEach
    void write() {
        verdicts = Verdicts.of(folder.resolve("run"));
    }

    @Test
    void tellsWhatWasObservedInBaseUnits() {
        assertThat(GitLabMetrics.of(List.of(verdicts.failing()))).isEqualTo("""
                # HELP tenggat_objective_observed What was observed of an objective's metric: a run's value, or the mean of many.
                # TYPE tenggat_objective_observed gauge
                tenggat_objective_observed{objective="completed by deadline >= 80%",unit="share",scenario="small",run="small, by-hand, whole"} 0.9
                tenggat_objective_observed{objective="stamp p99 < 5s",unit="seconds",scenario="small",run="small, by-hand, whole"} 6.0
                # HELP tenggat_objective_low Low end of its interval of confidence.
                # TYPE tenggat_objective_low gauge
                tenggat_objective_low{objective="completed by deadline >= 80%",unit="share",scenario="small",run="small, by-hand, whole"} 0.85
                tenggat_objective_low{objective="stamp p99 < 5s",unit="seconds",scenario="small",run="small, by-hand, whole"} 5.5
                # HELP tenggat_objective_high High end of its interval of confidence.
                # TYPE tenggat_objective_high gauge
                tenggat_objective_high{objective="completed by deadline >= 80%",unit="share",scenario="small",run="small, by-hand, whole"} 0.95
                tenggat_objective_high{objective="stamp p99 < 5s",unit="seconds",scenario="small",run="small, by-hand, whole"} 6.5
                # HELP tenggat_objective_margin How far that is on the good side of the bound.
                # TYPE tenggat_objective_margin gauge
                tenggat_objective_margin{objective="completed by deadline >= 80%",unit="share",scenario="small",run="small, by-hand, whole"} 0.09999999999999998
                tenggat_objective_margin{objective="stamp p99 < 5s",unit="seconds",scenario="small",run="small, by-hand, whole"} -1.0
                # HELP tenggat_verdict_status The verdict as an exit status: 0 PASS, 1 FAIL, 3 INVALID.
                # TYPE tenggat_verdict_status gauge
                tenggat_verdict_status{scenario="small",run="small, by-hand, whole"} 1.0
                # EOF
                """);
    }

    @Test
    void whatIsNotKnownHasNoSample() {
        assertThat(GitLabMetrics.of(List.of(verdicts.invalid()))).doesNotContain("stamps lost");
    }

    @Test
    void prometheusFindsNothingWrong() throws IOException, InterruptedException {
        Promtool.accepts(GitLabMetrics.of(List.of(verdicts.invalid())), "check", "metrics");
    }

    @Test
    void manyRunsTellHowManyTheyWere() throws IOException, InterruptedException {
        String text = GitLabMetrics.of(List.<Answer>of(verdicts.replicated(), verdicts.failing()));
        Promtool.accepts(text, "check", "metrics");
        assertThat(text)
                .contains(
                        "tenggat_replications{scenario=\"small\",run=\"small, by-hand, whole, replications\"} 4.0\n",
                        "tenggat_looks{scenario=\"small\",run=\"small, by-hand, whole, replications\"} 2.0\n",
                        "tenggat_baseline_runs{scenario=\"small\",run=\"small, by-hand, whole, replications\"} 3.0\n",
                        "tenggat_objective_margin{objective=\"stamp p99 no worse than baseline by 5%\",unit=\"seconds\","
                                + "scenario=\"small\",run=\"small, by-hand, whole, replications\"} -0.55\n");
    }

    @Test
    void hostileTextsStayLabels() throws IOException, InterruptedException {
        String text = GitLabMetrics.of(List.<Answer>of(verdicts.hostile(), verdicts.hostileReplicated()));
        Promtool.accepts(text, "check", "metrics");
        assertThat(text.lines()).allMatch(line -> line.startsWith("#") || line.startsWith("tenggat_"));
    }

    @Test
    void twoRunsOfOneKindAreToldApart() throws IOException, InterruptedException {
        Judged other = new Judged(
                "the same again",
                verdicts.recording(),
                verdicts.summary(),
                verdicts.failing().verdict());
        String text = GitLabMetrics.of(List.of(verdicts.failing(), other));
        Promtool.accepts(text, "check", "metrics");
        assertThat(text).contains("run=\"small, by-hand, whole, the same again\"");
    }
}
