package id.tenggat.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.tenggat.target.Approach;
import id.tenggat.target.Network;
import id.tenggat.target.Permission;
import id.tenggat.target.Target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of the injector's own, on loopback, that says yes to whatever comes: to warm up against. */
final class OwnServer implements AutoCloseable {

    private static final int OK = 200;
    private static final byte[] NOTHING_TO_SAY = "{}".getBytes(StandardCharsets.US_ASCII);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, OwnServer::daemon);

    OwnServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("can't serve on loopback: " + e.getMessage(), e);
        }
        server.setExecutor(threads);
        server.createContext("/", OwnServer::answer);
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(OK, NOTHING_TO_SAY.length);
        exchange.getResponseBody().write(NOTHING_TO_SAY);
        exchange.close();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "warm-up");
        thread.setDaemon(true);
        return thread;
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Permission permission() {
        return Permission.onLoopback(Approach.to(Target.parse(origin()), Network.here()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
