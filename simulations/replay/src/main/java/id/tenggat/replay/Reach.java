package id.tenggat.replay;

import id.tenggat.adapter.Wire;
import id.tenggat.target.Target;
import id.tenggat.target.TargetException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;

/** Whether somebody listens at a target, and is believed to be who it is. */
final class Reach {

    private static final int PATIENCE_MS = 5_000;

    private final Target target;
    private final Wire wire;

    Reach(Target target, Wire wire) {
        this.target = target;
        this.wire = wire;
    }

    /** @throws TargetException if not */
    void check() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(target.plainHost(), target.port()), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            if (target.isSecure()) {
                shakeHands(socket);
            }
        } catch (SSLException e) {
            throw new TargetException(target + " is not believed (" + e.getMessage()
                    + "); name who signs its certificate in the adapter, as in tls: {trust: ca.pem}");
        } catch (IOException e) {
            throw new TargetException(target + " does not answer (" + e.getMessage() + "); is it running?");
        }
    }

    private void shakeHands(Socket socket) throws IOException {
        SSLContext context = trusting(wire);
        try (SSLSocket secure =
                (SSLSocket) context.getSocketFactory().createSocket(socket, target.plainHost(), target.port(), true)) {
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
            trust.init(new Trust(wire.trusted()).store());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime can't speak TLS: " + e.getMessage(), e);
        }
    }
}
