package id.tenggat.pipeline;

import id.tenggat.report.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Every suite is held against the schema that Maven Surefire publishes (Apache-2.0), which the build takes from its sources. */
class JUnitXmlTest {

    private static final Path SCHEMAS = Path.of("target/schemas");

    @TempDir
    private Path folder = Path.of("");

    private Verdicts verdicts;

    @BeforeEach
    void write() {
        verdicts = Verdicts.of(folder.resolve("run"));
    }

    private static Document valid(Answer... recordings) throws Exception {
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitXml.of(List.of(recordings)))));
        Schema schema = schema();
        for (Element suite : elements(document, "testsuite")) {
            schema.newValidator().validate(new DOMSource(suite));
        }
        return document;
    }

    private static Schema schema() throws Exception {
        try (Stream<Path> files = Files.walk(SCHEMAS)) {
            Path file = files.filter(path -> path.endsWith("surefire-test-report.xsd"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the build has not unpacked Surefire's schema"));
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file.toFile());
        }
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<String> attributes(Document document, String element, String attribute) {
        return elements(document, element).stream()
                .map(found -> found.getAttribute(attribute))
                .toList();
    }

    @Test
    void everyOutcomeHasItsPlace() throws Exception {
        Document document = valid(verdicts.invalid());
        assertThat(attributes(document, "testcase", "name"))
                .containsExactly(
                        "completed by deadline >= 80%",
                        "stamp p99 < 5s", "rejected < 1%", "stamps lost == 0", "the measurement is to be trusted");
        assertThat(attributes(document, "testcase", "classname")).containsOnly("small");
        assertThat(attributes(document, "failure", "message"))
                .containsExactly("observed 6s, bound < 5s, margin -1s; 95% interval 5.5s … 6.5s; worst 9s 6 Sep 23:58");
        assertThat(attributes(document, "error", "message"))
                .containsExactly(
                        "observed 1.2%, bound < 1%, margin -0.2 pt; 95% interval 0.1% … 4%, of 120; "
                                + "too few cases: measure for longer, or several times",
                        "it was 5% late; and stopped");
        assertThat(elements(document, "error").get(1).getTextContent())
                .isEqualTo("it was 5% late\nand stopped\nmend that and run it again: more of such runs decide nothing");
        assertThat(attributes(document, "skipped", "message")).containsExactly("nobody can ask its ledger");
    }

    @Test
    void whatIsUndecidedIsNoDoubtOfTheMeasurement() throws Exception {
        Document document = valid(verdicts.undecided());
        assertThat(attributes(document, "error", "type")).containsExactly("undecided");
        assertThat(attributes(document, "testsuite", "errors")).containsExactly("1");
    }

    @Test
    void manyRunsAreOneSuite() throws Exception {
        Document document = valid(verdicts.replicated());
        assertThat(attributes(document, "testsuite", "name"))
                .containsExactly("4 replications of the whole scenario, simulated");
        assertThat(attributes(document, "error", "message"))
                .containsExactly("mean 4.75s, bound < 5s, margin +250ms; 97.5% interval 3.402s … 6.098s; "
                        + "held in 2 of 4 runs (6.759% … 93.24%); more replications may tell");
        assertThat(attributes(document, "failure", "message"))
                .containsExactly("mean 4.75s, bound <= 4.2s, margin -550ms; before 4s");
        assertThat(attributes(document, "property", "name")).contains("replications", "looks", "baseline.runs");
        assertThat(attributes(document, "property", "value")).endsWith("4", "2", "3");
    }

    @Test
    void suitesCountTheirCases() throws Exception {
        Document document = valid(verdicts.invalid(), verdicts.failing(), verdicts.passing());
        assertThat(attributes(document, "testsuite", "tests")).containsExactly("5", "3", "2");
        assertThat(attributes(document, "testsuite", "failures")).containsExactly("1", "1", "0");
        assertThat(attributes(document, "testsuite", "errors")).containsExactly("2", "0", "0");
        assertThat(attributes(document, "testsuite", "skipped")).containsExactly("1", "0", "0");
    }

    @Test
    void aSuiteSaysWhatItIsOf() throws Exception {
        Document document = valid(verdicts.passing());
        assertThat(attributes(document, "testsuite", "name")).containsExactly("small, by hand");
        assertThat(attributes(document, "property", "name"))
                .containsExactly(
                        "scenario", "scenario.sha256", "slice", "seed", "engine", "tenggat.version", "verdict");
        assertThat(attributes(document, "property", "value"))
                .contains("small", "whole", "42", "by-hand", "0.1.0-test", "PASS");
    }

    @Test
    void hostileTextsStayTexts() throws Exception {
        assertThat(attributes(valid(verdicts.hostileReplicated()), "testcase", "name"))
                .contains(PlainText.onOneLine(Verdicts.HOSTILE));
        Document document = valid(verdicts.hostile());
        String told = PlainText.onOneLine(Verdicts.HOSTILE);
        assertThat(attributes(document, "testsuite", "name")).containsExactly(told);
        assertThat(attributes(document, "testcase", "name")).contains(told);
        assertThat(elements(document, "failure").get(0).getTextContent())
                .contains(PlainText.of(Verdicts.HOSTILE).replace("\r\n", "\n"));
        assertThat(elements(document, "failure"))
                .allMatch(element -> element.getFirstChild().getNodeType() == Node.TEXT_NODE);
    }
}
