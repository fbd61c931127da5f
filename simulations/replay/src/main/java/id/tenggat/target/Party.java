package id.tenggat.target;

import id.tenggat.target.TokenClient.Way;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/**
 * Someone who is hit: the target, or the proxy on the way to it.
 *
 * @param target who it is
 * @param nearest whom this machine connects to for it: itself, or the proxy before it
 * @param pins the addresses of the nearest
 */
record Party(Target target, Target nearest, Pins pins) {

    /** Everybody on the way, in the order in which requests come by. */
    static List<Party> of(Approach approach) {
        Target target = approach.target();
        if (approach.proxy().isEmpty()) {
            return List.of(new Party(target, target, Pins.of(target, approach.network())));
        }
        Target proxy = approach.proxy().get();
        requireAllowedIfWrittenOut(target);
        Pins pins = Pins.of(proxy, approach.network());
        return List.of(new Party(proxy, proxy, pins), new Party(target, proxy, pins));
    }

    /** Of a target that a proxy looks up, an address that is written out is all that can be judged here. */
    private static void requireAllowedIfWrittenOut(Target target) {
        if (Host.isAddress(target.host())) {
            try {
                Pins.requireAllowed(target, InetAddress.getByName(target.host()));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(target.host() + " is an address", e);
            }
        }
    }

    /** True if it must agree: it is not this machine, as far as this machine can know. */
    boolean mustAgree() {
        return isBehindProxy() || !pins.loopback();
    }

    private boolean isBehindProxy() {
        return !nearest.equals(target);
    }

    /** One for each address: a name may lead to hosts of several people, and each must agree. */
    List<Way> ways() {
        return pins.addresses().stream()
                .map(address -> new Way(target, new InetSocketAddress(address, nearest.port()), isBehindProxy()))
                .toList();
    }

    /**
     * Looks its name up again.
     *
     * @throws TargetException if it leads to an address to which it did not lead at first
     * @throws UnansweredException if nobody knows it just now
     */
    void requireSameAddresses(Resolver resolver) throws UnansweredException {
        try {
            Set<InetAddress> strangers = pins.strangers(resolver.resolve(nearest.host()));
            if (!strangers.isEmpty()) {
                throw new TargetException(
                        "%s has changed its addresses: %s leads to %s, but led to %s when the run began, and only who"
                                        .formatted(
                                                nearest,
                                                nearest.host(),
                                                Pins.listed(strangers),
                                                Pins.listed(pins.addresses()))
                                + " was asked then may be hit; run it again");
            }
        } catch (UnknownHostException e) {
            throw new UnansweredException("nobody knows the host " + nearest.host() + " any more");
        }
    }
}
