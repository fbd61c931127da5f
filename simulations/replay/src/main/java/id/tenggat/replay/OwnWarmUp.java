package id.tenggat.replay;

import com.sun.net.httpserver.HttpServer;
import id.tenggat.target.Approach;
import id.tenggat.target.Network;
import id.tenggat.target.Permission;
import id.tenggat.target.Target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Warms the injector up against a server of its own, on loopback, that answers whatever comes. */
final class OwnWarmUp implements WarmUp {

    private static final int OK = 200;
    private static final int NO_BODY = -1;
    private static final byte[] NOTHING = {};

    private final int callsEach;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, OwnWarmUp::daemon);

    /** @param callsEach how many requests each user makes */
    OwnWarmUp(int callsEach) {
        this.callsEach = callsEach;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("can't serve on loopback: " + e.getMessage(), e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(OK, NO_BODY);
            exchange.close();
        });
        server.start();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "warm-up");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public List<Call> calls() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        return Collections.nCopies(callsEach, Call.post("warm-up", url, Map.of(), NOTHING));
    }

    @Override
    public Permission permission(Permission ofSystem) {
        Target own = Target.parse("http://127.0.0.1:" + server.getAddress().getPort());
        return Permission.onLoopback(Approach.to(own, Network.here()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
