package id.tenggat.pipeline;

import id.tenggat.report.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownSummaryTest {

    /** What is a character of its own in Markdown, or begins something in HTML. */
    private static final Pattern BARE = Pattern.compile("(?<!\\\\)[`*_\\[\\]~]|[<>@]|&(?!amp;|lt;|gt;|#64;)");

    @TempDir
    private Path folder = Path.of("");

    private Verdicts verdicts;

    @BeforeEach
    void write() {
        verdicts = Verdicts.of(folder.resolve("run"));
    }

    @Test
    void tellsTheVerdictAndWhatItRestsOn() {
        assertThat(MarkdownSummary.of(List.of(verdicts.failing()))).isEqualTo("""
                ## FAIL: small, by hand

                **Five applicants, "quoted" &amp; &lt;angled&gt;** \s
                by-hand · whole · seed 42 · from 6 Sep 2024 23:55 WIB, deadline 7 Sep 2024 00:00 WIB

                | objective | outcome | observed | 95% interval | margin | worst |
                |---|---|--:|---|--:|---|
                | completed by deadline &gt;= 80% | holds | 90% | 85% … 95%, of 240 | +10 pt |  |
                | stamp p99 &lt; 5s | missed | 6s | 5.5s … 6.5s | -1s | 9s 6 Sep 23:58 |

                3 of 5 applicants completed by the deadline, 60.0%.

                What breaks first:

                - registration turns requests away, from 6 Sep 23:56 on (1 in the first 60s)
                - stamping fills its queue, from 6 Sep 23:58 on (3 waiting in the first 60s)

                """);
    }

    @Test
    void saysWhyARunIsNotToBeTrusted() {
        assertThat(MarkdownSummary.of(List.of(verdicts.invalid())))
                .startsWith("## INVALID: small, by hand\n")
                .contains(
                        "\n- not to be trusted: it was 5% late\n- not to be trusted: and stopped\n- mend that and run it again")
                .contains("| not judged: nobody can ask its ledger |");
    }

    @Test
    void saysWhatIsUndecided() {
        assertThat(MarkdownSummary.of(List.of(verdicts.undecided())))
                .contains("\n- undecided: rejected &lt; 1%; too few cases: measure for longer")
                .doesNotContain("not to be trusted");
    }

    @Test
    void tellsOfManyRuns() {
        assertThat(MarkdownSummary.of(List.of(verdicts.replicated()))).isEqualTo("""
                ## FAIL: 4 replications of the whole scenario, simulated

                **Five applicants, "quoted" &amp; &lt;angled&gt;** \s
                by-hand · whole · seeds from 42 · from 6 Sep 2024 23:55 WIB, deadline 7 Sep 2024 00:00 WIB

                - undecided: stamp p99 &lt; 5s; more replications may tell

                | objective | outcome | mean | 97.5% interval | margin | held in |
                |---|---|--:|---|--:|---|
                | completed by deadline &gt;= 80% | holds | 90% | 90% … 90% | +10 pt | 4 of 4 runs (39.76% … 100%) |
                | stamp p99 &lt; 5s | undecided | 4.75s | 3.402s … 6.098s | +250ms | 2 of 4 runs (6.759% … 93.24%) |
                | stamps lost == 0 | holds | 0 | 0 … 0 | 0 | 4 of 4 runs (39.76% … 100%) |
                | stamp p99 no worse than baseline by 5% | missed: before 4s | 4.75s |  | -550ms |  |

                Everybody done by the deadline: in 3 of 4 runs (19.41% … 99.37%).

                Judged after 2 looks, against 3 runs before.

                """);
    }

    @Test
    void hostileTextsAreShownAsTheyStand() {
        String text = MarkdownSummary.of(List.<Answer>of(verdicts.hostile(), verdicts.hostileReplicated()));
        assertThat(text.lines().filter(line -> line.startsWith("| ") && !line.startsWith("| objective")))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.split("(?<!\\\\)\\|", -1)).hasSize(8));
        assertThat(BARE.matcher(text.replace("**", "")).results().map(found -> found.group()))
                .isEmpty();
    }
}
