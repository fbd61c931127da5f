package id.tenggat.replay;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import id.tenggat.target.Permission;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/** A web server on loopback all of whose requests one handler answers, each on a thread of its own. */
final class AnsweringServer implements AutoCloseable {

    private final String scheme;
    private final HttpServer server;

    private AnsweringServer(String scheme, HttpServer server, HttpHandler handler) {
        this.scheme = scheme;
        this.server = server;
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", handler);
        server.start();
    }

    static AnsweringServer by(HttpHandler handler) {
        try {
            return new AnsweringServer("http", HttpServer.create(anyPort(), 0), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AnsweringServer secure(SSLContext tls, HttpHandler handler) throws IOException {
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new AnsweringServer("https", server, handler);
    }

    /** One that asks who comes. */
    static AnsweringServer asking(SSLContext tls, HttpHandler handler) throws IOException {
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters asking = getSSLContext().getDefaultSSLParameters();
                asking.setNeedClientAuth(true);
                connection.setSSLParameters(asking);
            }
        });
        return new AnsweringServer("https", server, handler);
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    URI origin() {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    Permission permission() {
        return Loopback.permission(origin().toString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
