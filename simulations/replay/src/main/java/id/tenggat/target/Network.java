package id.tenggat.target;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;

/**
 * What this machine says of others, and when.
 *
 * @param resolver which addresses a host has
 * @param loopback which of them lead to this machine and nowhere else
 * @param clock by which authorisations expire
 * @param patience how long a token may take to come
 */
public record Network(Resolver resolver, Predicate<InetAddress> loopback, InstantSource clock, Duration patience) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** As it is. */
    public static Network here() {
        return new Network(Resolver.ofThisMachine(), InetAddress::isLoopbackAddress, InstantSource.system(), PATIENCE);
    }
}
