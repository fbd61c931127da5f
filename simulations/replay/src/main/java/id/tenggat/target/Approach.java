package id.tenggat.target;

import javax.net.ssl.SSLContext;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * How a run means to reach its target.
 *
 * @param target where the load is to go
 * @param proxy what all of it is to go through; an HTTP proxy, spoken to without encryption
 * @param tls by which the certificates of both are judged
 * @param network what this machine says of others
 */
public record Approach(Target target, Optional<Target> proxy, SSLContext tls, Network network) {

    public Approach {
        proxy.filter(Target::isSecure).ifPresent(refused -> {
            throw new TargetException(
                    "proxy " + refused + ": a proxy is spoken to by http; encryption goes through it");
        });
    }

    /** Straight to it, trusting whom this Java platform trusts. */
    public static Approach to(Target target, Network network) {
        try {
            return new Approach(target, Optional.empty(), SSLContext.getDefault(), network);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    /** The same through a proxy, which must be on loopback or agree itself. */
    public Approach through(Target newProxy) {
        return new Approach(target, Optional.of(newProxy), tls, network);
    }

    /** The same, trusting whom this context trusts. */
    public Approach trusting(SSLContext newTls) {
        return new Approach(target, proxy, newTls, network);
    }
}
