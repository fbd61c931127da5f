package id.tenggat.pipeline;

import id.tenggat.recording.Provenance;
import id.tenggat.report.Answer;
import id.tenggat.report.Evidence;
import id.tenggat.report.Replicated;
import id.tenggat.verdict.Judgement;
import id.tenggat.verdict.Outcome;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import java.io.StringWriter;
import java.util.List;

/**
 * Verdicts as test results, in the dialect of Maven Surefire, which Jenkins, GitLab and others read: a suite for each
 * answer, a case for each objective and one more for whether the measurement is to be trusted. A missed objective is a
 * failure, an undecided one an error, and so is a measurement that is not to be trusted; each error tells its way out.
 */
public final class JUnitXml {

    /** What every format calls the question whether there are doubts. */
    static final String TRUST = "the measurement is to be trusted";

    private final XmlElements xml;

    private JUnitXml(XmlElements xml) {
        this.xml = xml;
    }

    /** The document; ends in a line feed. */
    public static String of(List<? extends Answer> answers) {
        StringWriter text = new StringWriter();
        try {
            XmlElements xml =
                    new XmlElements(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text));
            new JUnitXml(xml).suites(answers);
            xml.end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory must be writable", e);
        }
        return text.append('\n').toString();
    }

    private void suites(List<? extends Answer> answers) throws XMLStreamException {
        xml.open("testsuites").with("name", "tenggat");
        for (Answer answer : answers) {
            suite(answer);
        }
        xml.close();
    }

    private void suite(Answer answer) throws XMLStreamException {
        Judgement verdict = answer.verdict();
        long untrusted = verdict.doubts().isEmpty() ? 0 : 1;
        xml.open("testsuite")
                .with("name", answer.label())
                .with("tests", verdict.rows().size() + 1)
                .with("errors", untrusted + verdict.count(Outcome.UNDECIDED))
                .with("skipped", verdict.count(Outcome.NOT_JUDGED))
                .with("failures", verdict.count(Outcome.MISSED));
        properties(answer);
        for (Evidence evidence : answer.evidence()) {
            objective(answer, evidence);
        }
        trust(answer);
        xml.close();
    }

    private void properties(Answer answer) throws XMLStreamException {
        Provenance provenance = answer.recording().provenance();
        xml.open("properties");
        property("scenario", provenance.subject().name());
        property("scenario.sha256", provenance.subject().sha256());
        property("slice", provenance.part().slice());
        property("seed", Long.toString(provenance.subject().seed()));
        property("engine", provenance.engine());
        property("tenggat.version", answer.recording().host().tenggatVersion());
        property("verdict", answer.verdict().status().name());
        if (answer instanceof Replicated many) {
            property("replications", Integer.toString(many.ensemble().runs().size()));
            property("looks", Integer.toString(many.looks()));
            property("baseline.runs", Integer.toString(many.before()));
        }
        xml.close();
    }

    private void property(String name, String value) throws XMLStreamException {
        xml.open("property").with("name", name).with("value", value).close();
    }

    private void objective(Answer answer, Evidence evidence) throws XMLStreamException {
        openCase(answer, evidence.row().objective().text());
        String words = evidence.words();
        switch (evidence.row().outcome()) {
            case HOLDS -> {}
            case MISSED -> blemish("failure", "missed", words, words);
            case UNDECIDED -> blemish("error", "undecided", words, words);
            case NOT_JUDGED -> xml.open("skipped").with("message", words).close();
        }
        xml.close();
    }

    private void trust(Answer answer) throws XMLStreamException {
        openCase(answer, TRUST);
        List<String> doubts = answer.verdict().doubts();
        if (!doubts.isEmpty()) {
            String text = String.join("\n", answer.verdict().doubtsAndWayOut());
            blemish("error", "INVALID", String.join("; ", doubts), text);
        }
        xml.close();
    }

    /** No case takes time of its own: the run is what takes time. */
    private void openCase(Answer answer, String name) throws XMLStreamException {
        xml.open("testcase")
                .with("name", name)
                .with("classname", answer.recording().provenance().subject().name())
                .with("time", 0);
    }

    private void blemish(String element, String type, String message, String text) throws XMLStreamException {
        xml.open(element).with("message", message).with("type", type).text(text).close();
    }
}
