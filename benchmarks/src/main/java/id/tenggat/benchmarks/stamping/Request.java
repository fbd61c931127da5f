package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.Placement;
import id.tenggat.stamping.SerialNumber;
import id.tenggat.stamping.SignatureAlgorithm;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.io.IOException;

/** What is asked of every side: a stamp on this document, each with another serial number. */
@State(Scope.Thread)
public class Request {

    /** The same place on every document: first page, in points. */
    static final Placement PLACE = new Placement(1, 250, 60, 90);

    /** The document, by the name of a {@link Document}. */
    @Param({"letter", "scan", "office"})
    public String document = "letter";

    /** The algorithm of the signature. */
    @Param
    public SignatureAlgorithm algorithm = SignatureAlgorithm.ECDSA_P256;

    private byte[] pdf = {};
    private long stamps;

    /** Makes the document. */
    @Setup
    public void make() throws IOException {
        pdf = Document.named(document).pdf();
    }

    byte[] pdf() {
        return pdf;
    }

    SerialNumber nextSerial() {
        return new SerialNumber(stamps++);
    }
}
