package id.tenggat.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Reads what a live stack tells of itself when a run has ended: its stations' samples and its ledger's audit. */
public final class StackFacts {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StackFacts() {}

    /**
     * Samples in the columns of a recording's stations.csv.
     *
     * @param stations names of the stations, in the scenario's order
     * @throws IllegalArgumentException naming the line that can't be read
     */
    public static List<StationRow> stations(String csv, List<String> stations) {
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(StationsCsv.HEADER)) {
            throw new IllegalArgumentException("samples of stations must begin with " + StationsCsv.HEADER + ", found "
                    + (lines.isEmpty() ? "nothing" : lines.get(0)));
        }
        return lines.stream().skip(1).map(line -> station(line, stations)).toList();
    }

    private static StationRow station(String line, List<String> stations) {
        String[] c = line.split(",", -1);
        int station = c.length == 12 ? stations.indexOf(c[1]) : -1;
        if (station < 0) {
            throw new IllegalArgumentException("no sample of a known station: " + line);
        }
        StationSample sample = new StationSample(
                Long.parseLong(c[2]),
                Long.parseLong(c[3]),
                Long.parseLong(c[4]),
                Long.parseLong(c[5]),
                Long.parseLong(c[6]),
                Long.parseLong(c[7]),
                Double.parseDouble(c[8]),
                Double.parseDouble(c[9]),
                Double.parseDouble(c[10]),
                Double.parseDouble(c[11]));
        return new StationRow(Integer.parseInt(c[0]), station, sample);
    }

    /**
     * An audit of a ledger without its clients' receipts, as JSON with the fields of a recording's audit.json and of its
     * findings.
     *
     * @throws IllegalArgumentException if it can't be read
     */
    public static Audit audit(String json) {
        JsonNode node = tree(json);
        return new Audit(
                whole(node, "paid"),
                whole(node, "issued"),
                whole(node, "refundable"),
                whole(node, "duplicated"),
                whole(node, "submitted"),
                new Findings(
                        whole(node, "paidWithoutQuota"),
                        whole(node, "quotaLost"),
                        whole(node, "unsigned"),
                        whole(node, "submittedWithoutStamps"),
                        0));
    }

    /**
     * What a stack answers when it is asked for its health.
     *
     * @throws IllegalArgumentException if it can't be read: then it is no stack
     */
    public static StackHealth health(String json) {
        JsonNode node = tree(json);
        return new StackHealth(
                node.path("scenario").asText(),
                whole(node, "seed"),
                node.path("slice").asText(),
                new ServedBy(
                        node.path("stampsSignedBy").asText(),
                        node.path("thirdPartiesBy").asText()),
                whole(node, "faults"),
                whole(node, "bodiesRefused"));
    }

    /**
     * Whether a stack lets in whoever looks from its waiting room.
     *
     * @throws IllegalArgumentException if it can't be read
     */
    public static boolean admitted(String json) {
        JsonNode admitted = tree(json).path("admitted");
        if (!admitted.isBoolean()) {
            throw new IllegalArgumentException("a stack must tell whether it has admitted, found " + json);
        }
        return admitted.booleanValue();
    }

    /**
     * Where a stack listens over TLS.
     *
     * @throws IllegalArgumentException if it can't be read
     */
    public static StackTls tls(String json) {
        JsonNode node = tree(json);
        try {
            byte[] pem = node.path("certificate").asText().getBytes(StandardCharsets.US_ASCII);
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
            return new StackTls(Math.toIntExact(whole(node, "port")), certificate);
        } catch (CertificateException | ArithmeticException e) {
            throw new IllegalArgumentException("a stack must tell its port and certificate, found " + json, e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a stack answers in JSON, found " + json, e);
        }
    }

    private static long whole(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.canConvertToExactIntegral()) {
            throw new IllegalArgumentException("a stack must tell the whole number " + name + ", found " + node);
        }
        return value.longValue();
    }
}
