package id.tenggat.target;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import javax.net.ssl.SSLContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on one of this machine's addresses, which serves a token if it is told to, and 404 until then. */
public final class Site implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private volatile HttpHandler token = exchange -> send(exchange, 404, "not here");
    private volatile HttpHandler rest = exchange -> send(exchange, 200, "");

    private Site(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public static Site at(String address) throws IOException {
        return new Site(HttpServer.create(new InetSocketAddress(address, 0), 0));
    }

    /** On the port of another one. */
    static Site at(String address, Site other) throws IOException {
        return new Site(HttpServer.create(new InetSocketAddress(address, other.port()), 0));
    }

    static Site secure(String address, SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(address, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new Site(server);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Method, path and Host header of everything that came. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    /** Serves a token for {@link World#SCENARIO} that allows this many a second, for an hour. */
    public Site agrees(int perSecond) {
        return serves(new Authorisation(World.SCENARIO, perSecond, World.NOW.plus(Duration.ofHours(1))).json());
    }

    Site serves(String document) {
        return answers(exchange -> send(exchange, 200, document));
    }

    Site answers(HttpHandler with) {
        token = with;
        return this;
    }

    Site answers(int status) {
        return answers(exchange -> send(exchange, status, ""));
    }

    Site redirects(int status, String location) {
        return answers(exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            send(exchange, status, "");
        });
    }

    /** Everything but the token. */
    public Site answersLoad(HttpHandler with) {
        rest = with;
        return this;
    }

    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Host"));
        boolean asked = exchange.getRequestURI().getPath().equals(Authorisation.PATH);
        (asked ? token : rest).handle(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
