package id.tenggat.replay;

import io.gatling.app.Gatling$;
import io.gatling.javaapi.core.Simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Permission;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

/** A JVM's main that plays one run, ours or Gatling's own way, and writes down whom it tried to reach. */
final class Watch {
    private static final String TARGET = "watch.target";

    private Watch() {}

    @SuppressWarnings("removal")
    public static void main(String[] args) throws IOException {
        Set<String> contacted = new ConcurrentSkipListSet<>();
        System.setSecurityManager(new Guard(contacted));
        Path results = Path.of(args[2]);
        if (args[0].equals("ours")) {
            playOurs(args[1], results);
        } else {
            playGatlings(args[1], results);
        }
        Files.write(Path.of(args[3]), contacted);
    }

    static boolean loopback(String host) {
        return host.equals("localhost")
                || host.equals("::1")
                || host.equals("0:0:0:0:0:0:0:1")
                || host.startsWith("127.");
    }

    private static void playOurs(String url, Path results) {
        var calls = Collections.nCopies(3, ScriptedUser.call(url));
        new GatlingEngine()
                .play(new GatlingRun(
                        "watched",
                        () -> new PlannedSimulation(
                                new PlannedArrivals(new long[] {0}),
                                (index, dueNs) -> new ScriptedUser(calls, dueNs, 0, exchange -> {}),
                                Duration.ofSeconds(30),
                                Loopback.permission(url)),
                        results,
                        Charts.KEPT));
    }

    private static void playGatlings(String url, Path results) {
        System.setProperty(TARGET, url);
        Gatling$.MODULE$.fromArgs(new String[] {"-s", Unguarded.class.getName(), "-rf", results.toString()});
    }

    /** As Gatling's manual would write it. */
    public static final class Unguarded extends Simulation {
        public Unguarded() {
            setUp(scenario("unguarded")
                            .exec(http("call").get(System.getProperty(TARGET)))
                            .injectOpen(atOnceUsers(1)))
                    .protocols(http);
        }
    }

    @SuppressWarnings("removal")
    private static final class Guard extends SecurityManager {
        private final Set<String> contacted;

        Guard(Set<String> contacted) {
            this.contacted = contacted;
        }

        @Override
        public void checkPermission(Permission permission) {}

        @Override
        public void checkPermission(Permission permission, Object context) {}

        /** Called for every connection, and with port -1 for every name. */
        @Override
        public void checkConnect(String host, int port) {
            contacted.add(host);
            if (!loopback(host)) {
                throw new SecurityException("not loopback: " + host);
            }
        }

        @Override
        public void checkConnect(String host, int port, Object context) {
            checkConnect(host, port);
        }
    }
}
