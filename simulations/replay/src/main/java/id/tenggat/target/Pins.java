package id.tenggat.target;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The addresses of a host as they were when it was first asked for: nothing else is ever connected to under its name.
 *
 * @param loopback true if all of them lead to this machine alone
 */
record Pins(List<InetAddress> addresses, boolean loopback) {

    /** More than a host has; each is asked for its token. */
    private static final int MOST = 16;

    Pins {
        addresses = List.copyOf(addresses);
    }

    /**
     * Asks for them.
     *
     * @throws TargetException if nobody knows the host, or an address of it may not be hit
     */
    static Pins of(Target target, Network network) {
        List<InetAddress> addresses = addresses(target, network);
        addresses.forEach(address -> requireAllowed(target, address));
        long loopback = addresses.stream().filter(network.loopback()).count();
        if (loopback > 0 && loopback < addresses.size()) {
            throw new TargetException(target + " is partly this machine and partly another: its name leads to "
                    + listed(addresses) + "; name one of them");
        }
        return new Pins(addresses, loopback > 0);
    }

    private static List<InetAddress> addresses(Target target, Network network) {
        try {
            List<InetAddress> addresses = network.resolver().resolve(target.host()).stream()
                    .distinct()
                    .toList();
            if (addresses.isEmpty() || addresses.size() > MOST) {
                throw new TargetException(target + " leads to " + addresses.size()
                        + " addresses; a target has between 1 and " + MOST + ", for each of them must agree");
            }
            return addresses;
        } catch (UnknownHostException e) {
            throw new TargetException(
                    target + ": unknown host " + target.host() + "; check its spelling, and this machine's DNS");
        }
    }

    /**
     * Refuses an address that nobody may hit.
     *
     * @throws TargetException that says why
     */
    static void requireAllowed(Target target, InetAddress address) {
        Optional<String> reason = Forbidden.reason(address);
        if (reason.isPresent()) {
            throw new TargetException(target + " leads to " + address.getHostAddress() + ", which " + reason.get()
                    + "; no load is sent there, whoever agrees");
        }
    }

    /** Those of them for which no other was foreseen: what this name leads to now and did not lead to before. */
    Set<InetAddress> strangers(List<InetAddress> now) {
        Set<InetAddress> strangers = new HashSet<>(now);
        addresses.forEach(strangers::remove);
        return strangers;
    }

    static String listed(Collection<InetAddress> addresses) {
        return addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
    }
}
