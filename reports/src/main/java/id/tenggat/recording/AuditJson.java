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
        JsonFile.write(directory.resolve(NAME), json);
    }

    static Audit read(Path directory) {
        JsonFields json = JsonFile.read(directory.resolve(NAME));
        return new Audit(
                json.whole("paid"),
                json.whole("issued"),
                json.whole("refundable"),
                json.whole("duplicated"),
                json.whole("submitted"));
    }
}
