package id.tenggat.target;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names that lead where a test says, a clock that it sets, and 127.0.0.1 and ::1 as the only loopback. */
public final class World implements Resolver, InstantSource {

    public static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    public static final String SCENARIO = "ab".repeat(32);

    private static final List<InetAddress> LOOPBACK = List.of(address("127.0.0.1"), address("::1"));

    private final Map<String, List<InetAddress>> names = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private volatile Instant now = NOW;

    static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** From now on this name leads to these addresses, or to nothing. */
    public World with(String name, String... addresses) {
        names.put(name, List.of(addresses).stream().map(World::address).toList());
        return this;
    }

    public void passes(Duration time) {
        now = now.plus(time);
    }

    public Network network() {
        return new Network(this, LOOPBACK::contains, this, Duration.ofSeconds(5));
    }

    /** The same, but impatient. */
    Network network(Duration patience) {
        return new Network(this, LOOPBACK::contains, this, patience);
    }

    public Approach to(String target) {
        return Approach.to(Target.parse(target), network());
    }

    public Permission ask(String target) {
        return Permission.ask(to(target), SCENARIO);
    }

    public List<String> asked() {
        return asked;
    }

    @Override
    public synchronized List<InetAddress> resolve(String host) throws UnknownHostException {
        asked.add(host);
        if (Host.isAddress(host)) {
            return List.of(InetAddress.getByName(host));
        }
        List<InetAddress> addresses = names.getOrDefault(host, List.of());
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return addresses;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
