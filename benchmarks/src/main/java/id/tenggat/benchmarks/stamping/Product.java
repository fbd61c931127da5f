package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.ArrivedDigest;
import id.tenggat.stamping.CryptoProvider;
import id.tenggat.stamping.SerialNumber;
import id.tenggat.stamping.SignatureAlgorithm;
import id.tenggat.stamping.StampLimits;
import id.tenggat.stamping.StampPress;
import id.tenggat.stamping.StampRefusedException;
import id.tenggat.stamping.Stamper;
import id.tenggat.stamping.StampingAuthority;

import java.time.Instant;
import java.time.InstantSource;

/** The product's own stamper, one thread's: the one place of the benchmarks that knows it. */
final class Product {

    private final StampingAuthority authority;
    private final Stamper stamper;
    private final StampPress press;

    /** Generates keys; signs with the best provider of this machine. */
    Product(SignatureAlgorithm algorithm) {
        authority = StampingAuthority.generate(Instant.now(), algorithm, CryptoProvider.best());
        stamper = new Stamper(authority, StampLimits.UPLOAD, InstantSource.system());
        press = stamper.press();
    }

    /** Whose code signs: the floor's too. */
    static Crypto crypto() {
        return CryptoProvider.best() == CryptoProvider.CORRETTO ? Crypto.best() : Crypto.JDK;
    }

    /** Whose code signs, for people. */
    String provider() {
        return authority.provider();
    }

    /** The document and, after it, the update, in a new array: as the stack stamps, and as the peers do. */
    byte[] stamp(byte[] pdf, SerialNumber serial) throws StampRefusedException {
        return stamper.stamp(pdf, Request.PLACE, serial);
    }

    /** The update's length; it lies beside the document, which nobody copies. */
    int press(byte[] pdf, SerialNumber serial) throws StampRefusedException {
        return press.stamp(pdf, pdf.length, Request.PLACE, serial);
    }

    /** The same, of a document that was hashed before; its digest is used up. */
    int pressArrived(byte[] pdf, ArrivedDigest arrived, SerialNumber serial) throws StampRefusedException {
        return press.stampArrived(pdf, arrived, Request.PLACE, serial);
    }
}
