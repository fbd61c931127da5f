package id.tenggat.stamping;

import java.security.GeneralSecurityException;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * A signer that is as far away as a model says: it signs at once, and answers when the modelled time is over. What a signing
 * service or a hardware module over a network would cost its caller, without one.
 */
public final class RemoteSigner implements Signer {

    private final Signer signer;
    private final LongSupplier latencyNs;
    private final LongConsumer pauseNs;

    /**
     * @param signer what really signs
     * @param latencyNs drawn anew for each signature, in nanoseconds, at least 0
     * @param pauseNs holds the calling thread for so many nanoseconds
     */
    public RemoteSigner(Signer signer, LongSupplier latencyNs, LongConsumer pauseNs) {
        this.signer = signer;
        this.latencyNs = latencyNs;
        this.pauseNs = pauseNs;
    }

    /**
     * @throws IllegalStateException if the model draws a negative latency
     */
    @Override
    public int sign(byte[] digest, byte[] signature) throws GeneralSecurityException {
        int length = signer.sign(digest, signature);
        long latency = latencyNs.getAsLong();
        if (latency < 0) {
            throw new IllegalStateException("a signer's latency may not be negative: " + latency + " ns");
        }
        pauseNs.accept(latency);
        return length;
    }
}
