package id.tenggat.target;

import id.tenggat.target.Agreement.Request;
import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * That a target may be hit by a scenario. Whoever sends load asks for it first, and has each request admitted; nothing else
 * decides who may be hit, and nothing switches it off.
 *
 * <p>This machine's loopback needs no agreement. Everybody else serves an {@link Authorisation}, and so does a proxy on the
 * way. Names are looked up once: load goes to the addresses that were asked then. Once withdrawn it stays so. Safe for use
 * by several threads.
 */
public final class Permission {

    static final String WAY_OUT =
            "whoever runs it agrees by serving there what \"tenggat authorization SCENARIO --max-rate N --expires INSTANT\""
                    + " prints";

    private final Approach approach;
    private final List<Party> parties;
    private final List<Agreement> agreements;
    private final Optional<Authorisation> authorisation;
    private final @Nullable RateLimit limit;
    private final long expiresMs;
    private final String scenario;
    private final TokenClient client;
    private final CompletableFuture<TargetException> withdrawal = new CompletableFuture<>();

    private Permission(Approach approach, List<Party> parties, String scenario) {
        this.approach = approach;
        this.scenario = scenario;
        this.parties = parties;
        client = new TokenClient(approach.tls(), approach.network().patience());
        agreements = parties.stream()
                .filter(Party::mustAgree)
                .map(party -> Agreement.of(party, client, request()))
                .toList();
        authorisation = agreements.stream().map(Agreement::granted).reduce(Authorisation::and);
        limit = authorisation.map(a -> new RateLimit(a.maxRequestsPerSecond())).orElse(null);
        expiresMs = authorisation
                .map(Authorisation::expires)
                .map(Instant::toEpochMilli)
                .orElse(Long.MAX_VALUE);
    }

    /**
     * Asks everybody on the way.
     *
     * @param scenario SHA-256 of the scenario, in hexadecimal
     * @throws TargetException if somebody does not agree, or may not be hit at all
     */
    public static Permission ask(Approach approach, String scenario) {
        return new Permission(approach, Party.of(approach), scenario);
    }

    /**
     * For who can be hit on loopback only, so that nobody is asked.
     *
     * @throws TargetException if the target is anywhere else
     */
    public static Permission onLoopback(Approach approach) {
        List<Party> parties = Party.of(approach);
        for (Party party : parties) {
            if (party.mustAgree()) {
                throw new TargetException(
                        party.target() + " is " + Pins.listed(party.pins().addresses())
                                + ", but a tenggat stack is played against on this machine's loopback only; for a system of your own name"
                                + " its --adapter, and have it serve a token");
            }
        }
        return new Permission(approach, parties, "");
    }

    private Request request() {
        return new Request(scenario, approach.network().clock().instant());
    }

    /** Where the load may go. */
    public Target target() {
        return approach.target();
    }

    /** The least that everybody on the way allows; empty if all are loopback. */
    public Optional<Authorisation> authorisation() {
        return authorisation;
    }

    /**
     * The addresses of each name that is connected to: a client must take them from here and look up nothing. Hosts that are
     * addresses are not among them.
     */
    public Map<String, List<String>> addresses() {
        return parties.stream()
                .map(Party::nearest)
                .map(Target::host)
                .filter(host -> !Host.isAddress(host))
                .distinct()
                .collect(Collectors.toMap(host -> host, host -> usable().stream()
                        .map(InetAddress::getHostAddress)
                        .toList()));
    }

    /** The nearest's addresses that everybody can be reached by. */
    private List<InetAddress> usable() {
        List<InetAddress> usable = new ArrayList<>(parties.get(0).pins().addresses());
        agreements.forEach(agreement -> usable.retainAll(
                agreement.ways().stream().map(way -> way.address().getAddress()).toList()));
        if (usable.isEmpty()) {
            throw new TargetException("there is no address of " + parties.get(0).nearest() + " by which both it and "
                    + target() + " agree");
        }
        return usable;
    }

    /** The target's origin with an address in place of its name, for a client that would look the name up. */
    public URI pinnedOrigin() {
        String address = usable().get(0).getHostAddress();
        String host = address.contains(":") ? "[" + address + "]" : address;
        return URI.create(target().scheme() + "://" + host + ":" + target().port());
    }

    /**
     * Refuses a run that would send more, or longer, than it may.
     *
     * @param load what it plans: asked for only where something limits it
     * @throws TargetException that names both
     */
    public void requireRoomFor(Supplier<PlannedLoad> load) {
        authorisation.ifPresent(granted -> requireRoomFor(load.get(), granted));
    }

    private void requireRoomFor(PlannedLoad load, Authorisation granted) {
        if (load.peakPerSecond() > granted.maxRequestsPerSecond()) {
            throw new TargetException(
                    "%s allows %d requests a second, but this run plans %d within one, first attempts alone: play a smaller"
                                    .formatted(target(), granted.maxRequestsPerSecond(), load.peakPerSecond())
                            + " part, as by --slice \"fraction " + percent(granted, load)
                            + "\", or ask for a token of a higher rate");
        }
        Instant ends = approach.network().clock().instant().plus(load.lasts());
        if (ends.isAfter(granted.expires())) {
            throw new TargetException(
                    "%s allows load until %s, but this run is planned until %s: ask for a token that expires later, or play less"
                            .formatted(target(), granted.expires(), ends));
        }
    }

    private static String percent(Authorisation granted, PlannedLoad load) {
        return Math.max(1, 100L * granted.maxRequestsPerSecond() / load.peakPerSecond()) + "%";
    }

    /**
     * Counts a request that is about to be written, if it may be.
     *
     * @param nowNs on the axis of {@link System#nanoTime}
     * @throws TargetException if it may not; no request may follow
     */
    public void admit(String scheme, String host, int port, long nowNs) {
        expire();
        if (!target().isOf(scheme, host, port)) {
            withdraw("a request was to go to " + scheme + "://" + host + ":" + port + ", but only " + target()
                    + " may be hit; it was not sent");
        } else if (limit != null && !limit.admits(nowNs)) {
            withdraw(target() + " allows "
                    + authorisation.map(Authorisation::maxRequestsPerSecond).orElse(0)
                    + " requests a second, and one more was about to be sent: retries, looks into waiting rooms and warming up"
                    + " count too; play a smaller part, or ask for a token of a higher rate");
        }
        requireStanding();
    }

    private String expired() {
        return "the token of " + target() + " expired at "
                + authorisation.map(Authorisation::expires).orElseThrow()
                + " while the run went on; ask for one that expires later";
    }

    private void requireStanding() {
        if (withdrawal.isDone()) {
            throw withdrawal.join();
        }
    }

    /**
     * Hears that an answer sends the client elsewhere. Nobody follows; but whoever asks for load to go on to somebody else is
     * not the system that agreed.
     *
     * @param location as the answer names it
     */
    public void redirected(String location) {
        try {
            URI to = target().origin().resolve(location);
            String scheme = String.valueOf(to.getScheme());
            if (scheme.matches("https?") && !target().isOf(scheme, String.valueOf(to.getHost()), port(to))) {
                withdraw(target() + " redirects load to " + to
                        + ": that is not whom it may hit, and nothing was sent there; name"
                        + " the other origin as the target, with a token of its own");
            }
        } catch (IllegalArgumentException e) {
            // Not a place where a client could go.
        }
    }

    private static int port(URI to) {
        return to.getPort() >= 0 ? to.getPort() : Target.usualPort(String.valueOf(to.getScheme()));
    }

    /** Looks up all names again, and asks everybody again: who does not agree any more, or is somebody else, ends it. */
    void renew() throws UnansweredException {
        for (Party party : parties) {
            party.requireSameAddresses(approach.network().resolver());
        }
        for (Agreement agreement : agreements) {
            agreement.requireStanding(client, request());
        }
    }

    /** Ends it, with the first reason that is given. */
    void withdraw(TargetException reason) {
        withdrawal.complete(reason);
    }

    private void withdraw(String reason) {
        withdraw(new TargetException(reason));
    }

    /** Completed, with the reason, as soon as nothing may be sent any more; never, while it may. */
    public CompletableFuture<TargetException> withdrawal() {
        return withdrawal;
    }

    /** Ends it if its time is over. */
    void expire() {
        if (approach.network().clock().millis() >= expiresMs) {
            withdraw(expired());
        }
    }

    /** Looks from now on every few seconds, until closed, whether it stands. */
    public Vigil watch() {
        return Vigil.over(this, approach.network().clock());
    }
}
