package id.tenggat.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tenggat.fixture.NationRun;
import id.tenggat.fixture.NationScenario;
import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.RunStatus;
import id.tenggat.recording.ServedBy;
import id.tenggat.report.HtmlReport.Link;
import id.tenggat.report.HtmlReport.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HtmlReportTest {

    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>'\"&<!--";

    @TempDir
    Path temp;

    private Judged small(String label) {
        if (!temp.resolve("small").toFile().exists()) {
            SmallRun.write(temp.resolve("small"));
        }
        return Judged.of(label, Recording.read(temp.resolve("small")));
    }

    @Test
    void itsDataReadsAsItAlwaysDid() throws IOException {
        String data = HtmlReport.data(new Page(List.of(small("small, by hand")), List.of()));
        Golden.check("small.data.json", new ObjectMapper().readTree(data).toPrettyString() + "\n");
    }

    @Test
    void itsChartsHoldTheRecordingsNumbers() throws IOException {
        JsonNode chart = data(HtmlReport.of(new Page(List.of(small("x")), List.of())))
                .get("recordings")
                .get(0);
        assertThat(chart.get("completed")).extracting(JsonNode::asInt).containsExactly(0, 1, 2, 3, 3);
        assertThat(chart.get("came")).extracting(JsonNode::asInt).containsExactly(2, 4, 5, 5, 5);
        assertThat(chart.get("stations").get(1).get("queueMax"))
                .extracting(JsonNode::asInt)
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(chart.get("steps").get(1).get("p99Seconds").get(0).isNull()).isTrue();
    }

    @Test
    void itSaysWhoPlayedTheThirdPartiesOfALiveRun() throws IOException {
        assertThat(HtmlReport.of(new Page(List.of(small("x")), List.of()))).doesNotContain("third parties");
        try (RecordingWriter writer = SmallRun.writer(temp.resolve("live"), SmallScenario.whole())) {
            writer.ended(Instant.parse("2026-01-01T00:00:09.5Z"), new ServedBy("ECDSA_P256 by a test", "in-process"));
            writer.finish(SmallRun.AUDIT, RunStatus.INTERRUPTED, List.of());
        }
        Judged live = Judged.of("live", Recording.read(temp.resolve("live")));
        assertThat(HtmlReport.of(new Page(List.of(live), List.of())))
                .contains("third parties")
                .contains("played by in-process")
                .contains("ECDSA_P256 by a test");
    }

    @Test
    void noNameBreaksOut() throws IOException {
        String html =
                HtmlReport.of(new Page(List.of(small(HOSTILE), small("b")), List.of(new Link(HOSTILE, "a/b.html"))));
        assertThat(html).doesNotContain("<img").contains("&lt;img");
        assertThat(html.split("</script>", -1)).hasSize(4);
        assertThat(data(html).get("recordings").get(0).get("label").textValue()).isEqualTo(HOSTILE);
    }

    private static JsonNode data(String html) throws IOException {
        String begin = "<script type=\"application/json\" id=\"data\">";
        int from = html.indexOf(begin) + begin.length();
        return new ObjectMapper().readTree(html.substring(from, html.indexOf("</script>", from)));
    }

    @Test
    void needsNothingBesideIt() {
        String html = HtmlReport.of(new Page(List.of(small("x")), List.of(new Link("Gatling", "gatling/index.html"))));
        assertThat(html)
                .doesNotContainPattern("(src|href)=\"?(https?:|//)")
                .doesNotContain("@import", "url(", "fetch(")
                .contains("<a href=\"gatling/index.html\">Gatling</a>")
                .contains("The MIT License (MIT)", "uPlot=function");
    }

    @Test
    void staysSmallAtTheScaleOfTheNation() {
        NationRun.write(temp.resolve("nation"), NationScenario.whole(), "simulator", 0);
        Judged nation = Judged.of("the nation", Recording.read(temp.resolve("nation")));
        assertThat(bytes(nation)).isLessThan(400_000);
        assertThat(bytes(nation, nation, nation)).isLessThan(1_000_000);
        assertThat(TextReport.of(nation, Colour.NONE).lines()).allMatch(line -> line.length() <= 100);
    }

    private static int bytes(Judged... judged) {
        return HtmlReport.of(new Page(List.of(judged), List.of())).getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void aLinkLeadsNowhereElse() {
        assertThatThrownBy(() -> new Link("x", "https://example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a link must be a relative path, found https://example.org");
    }
}
