package id.tenggat.pipeline;

import id.tenggat.recording.Provenance;
import id.tenggat.report.Evidence;
import id.tenggat.report.Judged;
import id.tenggat.verdict.Outcome;
import id.tenggat.verdict.Status;
import id.tenggat.verdict.Verdict;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Predicate;

/**
 * Verdicts as test results, in the dialect of Maven Surefire, which Jenkins, GitLab and others read: a suite for each
 * recording, a case for each objective and one more for whether the run is to be trusted. A missed objective is a failure,
 * an undecided one an error, and so is a run that is not to be trusted.
 */
public final class JUnitXml {

    /** What every format calls the question whether a run is INVALID. */
    static final String TRUST = "the measurement is to be trusted";

    private final XmlElements xml;

    private JUnitXml(XmlElements xml) {
        this.xml = xml;
    }

    /** The document; ends in a line feed. */
    public static String of(List<Judged> recordings) {
        StringWriter text = new StringWriter();
        try {
            XmlElements xml =
                    new XmlElements(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text));
            new JUnitXml(xml).suites(recordings);
            xml.end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory must be writable", e);
        }
        return text.append('\n').toString();
    }

    private void suites(List<Judged> recordings) throws XMLStreamException {
        xml.open("testsuites").with("name", "tenggat");
        for (Judged judged : recordings) {
            suite(judged);
        }
        xml.close();
    }

    private void suite(Judged judged) throws XMLStreamException {
        Verdict verdict = judged.verdict();
        long untrusted = verdict.status() == Status.INVALID ? 1 : 0;
        xml.open("testsuite")
                .with("name", judged.label())
                .with("tests", verdict.rows().size() + 1)
                .with("errors", untrusted + count(verdict, outcome -> outcome == Outcome.UNDECIDED))
                .with("skipped", count(verdict, outcome -> outcome == Outcome.NOT_JUDGED))
                .with("failures", count(verdict, outcome -> outcome == Outcome.MISSED));
        properties(judged);
        for (Evidence evidence : Evidence.of(judged)) {
            objective(judged, evidence);
        }
        trust(judged);
        xml.close();
    }

    private static long count(Verdict verdict, Predicate<Outcome> wanted) {
        return verdict.rows().stream().filter(row -> wanted.test(row.outcome())).count();
    }

    private void properties(Judged judged) throws XMLStreamException {
        Provenance provenance = judged.recording().provenance();
        xml.open("properties");
        property("scenario", provenance.subject().name());
        property("scenario.sha256", provenance.subject().sha256());
        property("slice", provenance.part().slice());
        property("seed", Long.toString(provenance.subject().seed()));
        property("engine", provenance.engine());
        property("tenggat.version", judged.recording().host().tenggatVersion());
        property("verdict", judged.verdict().status().name());
        xml.close();
    }

    private void property(String name, String value) throws XMLStreamException {
        xml.open("property").with("name", name).with("value", value).close();
    }

    private void objective(Judged judged, Evidence evidence) throws XMLStreamException {
        openCase(judged, evidence.row().objective().text());
        switch (evidence.row().outcome()) {
            case HOLDS -> {}
            case MISSED -> blemish("failure", "missed", evidence.words());
            case UNDECIDED -> blemish("error", "undecided", evidence.words());
            case NOT_JUDGED ->
                xml.open("skipped").with("message", evidence.words()).close();
        }
        xml.close();
    }

    private void trust(Judged judged) throws XMLStreamException {
        openCase(judged, TRUST);
        if (judged.verdict().status() == Status.INVALID) {
            blemish("error", "INVALID", String.join("; ", judged.verdict().invalidReasons()));
        }
        xml.close();
    }

    /** No case takes time of its own: the run is what takes time. */
    private void openCase(Judged judged, String name) throws XMLStreamException {
        xml.open("testcase")
                .with("name", name)
                .with("classname", judged.recording().provenance().subject().name())
                .with("time", 0);
    }

    private void blemish(String element, String type, String message) throws XMLStreamException {
        xml.open(element)
                .with("message", message)
                .with("type", type)
                .text(message)
                .close();
    }
}
