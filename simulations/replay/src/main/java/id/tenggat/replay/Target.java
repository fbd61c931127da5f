package id.tenggat.replay;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where a replay sends its load: an HTTP origin on this machine's loopback, and nowhere else. */
public final class Target {

    private static final int MAX_PORT = 65_535;

    private Target() {}

    /**
     * Checks a target.
     *
     * @param text as in {@code http://127.0.0.1:8080}
     * @return the origin with its host as a loopback address, so that no name is looked up again
     * @throws TargetException if it is no HTTP origin, or any address of its host is not loopback
     */
    public static URI loopback(String text) {
        URI uri = parsed(text);
        InetAddress[] addresses = addresses(uri, text);
        if (!Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress)) {
            throw refused(
                    text,
                    "load goes to this machine's loopback only, and " + uri.getHost() + " is "
                            + addresses[0].getHostAddress());
        }
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        if (port == 0 || port > MAX_PORT) {
            throw refused(text, "a port lies between 1 and " + MAX_PORT + ", found " + port);
        }
        String host = addresses[0].getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    private static URI parsed(String text) {
        try {
            URI uri = new URI(text);
            boolean isOrigin = "http".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            if (isOrigin) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw refused(text, "not a URL");
        }
        throw refused(text, "not an HTTP origin");
    }

    private static InetAddress[] addresses(URI uri, String text) {
        try {
            return InetAddress.getAllByName(uri.getHost());
        } catch (UnknownHostException e) {
            throw refused(text, "unknown host " + uri.getHost());
        }
    }

    private static TargetException refused(String text, String reason) {
        return new TargetException(
                "target \"" + text + "\": " + reason + "; give an origin as in http://127.0.0.1:8080");
    }
}
