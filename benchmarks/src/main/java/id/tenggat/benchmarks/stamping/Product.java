package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.SerialNumber;
import id.tenggat.stamping.StampLimits;
import id.tenggat.stamping.StampRefusedException;
import id.tenggat.stamping.Stamper;
import id.tenggat.stamping.StampingAuthority;

import java.time.Instant;
import java.time.InstantSource;

/** The product's own stamper, one thread's: the one place of the benchmarks that knows it. */
final class Product {

    /** Whose digests and signatures it uses. The floor uses the same. */
    static final Crypto CRYPTO = Crypto.JDK;

    private final Stamper stamper;

    /**
     * @throws IllegalArgumentException if the product does not sign by this algorithm
     */
    Product(Algorithm algorithm) {
        if (algorithm != Algorithm.ECDSA_P256) {
            throw new IllegalArgumentException("the product signs by ECDSA_P256 only, not by " + algorithm);
        }
        stamper = new Stamper(StampingAuthority.generate(Instant.now()), StampLimits.UPLOAD, InstantSource.system());
    }

    /** The document and, after it, the update. */
    byte[] stamp(byte[] pdf, SerialNumber serial) throws StampRefusedException {
        return stamper.stamp(pdf, Request.PLACE, serial);
    }
}
