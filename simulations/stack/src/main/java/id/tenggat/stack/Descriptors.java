package id.tenggat.stack;

import com.sun.management.UnixOperatingSystemMXBean;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Station;

import java.lang.management.ManagementFactory;

/** How this process's file descriptors are shared out, so that a connection is refused before they run out. */
final class Descriptors {

    /** For the ledger, jars, logs, event loops, and connections that are about to be refused. */
    private static final long RESERVE = 2_000;

    /** A call to a third party takes one at each end, and both ends may be in this process. */
    private static final int EACH_CALL = 2;

    /** Where the system does not tell its limit. */
    private static final long UNKNOWN = 10_000;

    private Descriptors() {}

    /** Connections of clients that may be open at once. */
    static int forClients(Scenario scenario) {
        return forClients(limit(), calls(scenario));
    }

    /** A limit too small for the reserve is halved: whoever sets so few wants few connections. */
    static int forClients(long limit, long calls) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(limit - RESERVE - EACH_CALL * calls, Math.max(1, limit / 2)));
    }

    private static long limit() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : UNKNOWN;
    }

    /** As many calls as stations that make them have workers. */
    private static long calls(Scenario scenario) {
        return scenario.stack().stations().stream()
                .filter(station -> !station.thirdParties().isEmpty())
                .mapToLong(Station::workers)
                .sum();
    }
}
