package id.tenggat.replay;

import id.tenggat.adapter.Wire;
import id.tenggat.target.TargetException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;

/** Whether somebody listens at a target, or at the proxy before it, and is believed to be who it is. */
final class Reach {

    private static final int PATIENCE_MS = 5_000;

    private final URI target;
    private final Wire wire;

    Reach(URI target, Wire wire) {
        this.target = target;
        this.wire = wire;
    }

    /** @throws TargetException if not */
    void check() {
        URI first = wire.proxy().map(Wire.Proxy::origin).orElse(target);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host(first), port(first)), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            if (first.getScheme().equals("https")) {
                shakeHands(socket, first);
            }
        } catch (SSLException e) {
            throw new TargetException(first + " is not believed (" + e.getMessage()
                    + "); name who signs its certificate in the adapter, as in tls: {trust: ca.pem}");
        } catch (IOException e) {
            throw new TargetException(first + " does not answer (" + e.getMessage() + "); is it running?");
        }
    }

    private void shakeHands(Socket socket, URI first) throws IOException {
        SSLContext context = trusting(wire);
        try (SSLSocket secure =
                (SSLSocket) context.getSocketFactory().createSocket(socket, host(first), port(first), true)) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
        }
    }

    /** Whom an adapter trusts. */
    static SSLContext trusting(Wire wire) {
        try {
            if (wire.trusted().isEmpty()) {
                return SSLContext.getDefault();
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(Trust.in(wire.trusted()).store());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime can't speak TLS: " + e.getMessage(), e);
        }
    }

    private static String host(URI origin) {
        return origin.getHost().replaceAll("[\\[\\]]", "");
    }

    private static int port(URI origin) {
        int standard = origin.getScheme().equals("https") ? 443 : 80;
        return origin.getPort() < 0 ? standard : origin.getPort();
    }
}
