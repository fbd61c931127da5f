package id.tenggat.replay;

import id.tenggat.target.Target;
import id.tenggat.target.TargetException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Whether somebody listens at a target, and is believed to be who it is. */
final class Reach {

    private static final int PATIENCE_MS = 5_000;
    /** What the other side says begins so. */
    private static final String ALERT = "Received fatal alert";

    private final Target target;
    private final Trust trust;

    Reach(Target target, Trust trust) {
        this.target = target;
        this.trust = trust;
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
            throw new TargetException(target + distrust(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new TargetException(target + " does not answer (" + e.getMessage() + "); is it running?");
        }
    }

    private static String distrust(String message) {
        return message.startsWith(ALERT)
                ? refusal(message)
                : " is not believed (" + message
                        + "); name who signs its certificate in the adapter, as in tls: {trust: ca.pem}";
    }

    private static String refusal(String message) {
        return " does not let us in (" + message + "); if it asks who comes, name a certificate and its key in the"
                + " adapter, as in tls: {client: {file: client.p12, password: \"${env.KEY_PASSWORD}\"}}";
    }

    private void shakeHands(Socket socket) throws IOException {
        AskedKeys keys = trust.keys();
        try (SSLSocket secure = (SSLSocket)
                trust.context(keys).getSocketFactory().createSocket(socket, target.plainHost(), target.port(), true)) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            if (keys.wereAsked()) {
                hearsNoRefusal(secure);
            }
        }
    }

    /** TLS 1.3 lets a client believe that all is well before the server has looked at its certificate. */
    private void hearsNoRefusal(SSLSocket secure) {
        try {
            if (secure.getInputStream().read() < 0) {
                throw new TargetException(target + refusal("it closed the connection"));
            }
        } catch (SocketTimeoutException silent) {
            // As servers are until they are asked something.
        } catch (IOException refused) {
            throw new TargetException(target + refusal(String.valueOf(refused.getMessage())));
        }
    }
}
