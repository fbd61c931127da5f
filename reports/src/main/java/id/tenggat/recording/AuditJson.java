package id.tenggat.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.file.Path;

/** {@code audit.json}, written when the run ends. */
final class AuditJson {

    static final String NAME = "audit.json";

    private AuditJson() {}

    static void write(Path directory, Audit audit) {
        ObjectNode json = JsonFile.object();
        json.put("paid", audit.paid()).put("issued", audit.issued()).put("refundable", audit.refundable());
        json.put("duplicated", audit.duplicated()).put("submitted", audit.submitted());
        put(json.putObject("findings"), audit.findings());
        JsonFile.write(directory.resolve(NAME), json);
    }

    private static void put(ObjectNode json, Findings findings) {
        json.put("paidWithoutQuota", findings.paidWithoutQuota()).put("quotaLost", findings.quotaLost());
        json.put("unsigned", findings.unsigned()).put("submittedWithoutStamps", findings.submittedWithoutStamps());
        json.put("receiptsUnknown", findings.receiptsUnknown());
    }

    /** Recordings of the first versions hold no findings: nobody had looked for any. */
    static Audit read(Path directory) {
        JsonFields json = JsonFile.read(directory.resolve(NAME));
        Findings findings = json.has("findings") ? findings(json.fields("findings")) : Findings.NONE;
        return new Audit(
                json.whole("paid"),
                json.whole("issued"),
                json.whole("refundable"),
                json.whole("duplicated"),
                json.whole("submitted"),
                findings);
    }

    private static Findings findings(JsonFields json) {
        return new Findings(
                json.whole("paidWithoutQuota"),
                json.whole("quotaLost"),
                json.whole("unsigned"),
                json.whole("submittedWithoutStamps"),
                json.whole("receiptsUnknown"));
    }
}
