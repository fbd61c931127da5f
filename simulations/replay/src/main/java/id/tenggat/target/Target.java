package id.tenggat.target;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP origin: where load is sent, or a proxy on the way.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name in lower case, an IPv4 address as four decimal numbers, or an IPv6 address in brackets
 * @param port from 1 to 65535
 */
public record Target(String scheme, String host, int port) {

    private static final int MAX_PORT = 65_535;
    private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)(.*)");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*]|[^:\\[\\]]*)(?::(.*))?");

    /** The host as certificates and sockets name it: an IPv6 address without its brackets. */
    public String plainHost() {
        return host.replaceAll("[\\[\\]]", "");
    }

    /**
     * Reads an origin; looks nothing up.
     *
     * @param text as in {@code https://staging.example:8443}
     * @throws TargetException if it is no origin, or its host is written in a form that hides which host it is
     */
    public static Target parse(String text) {
        try {
            return parsed(text);
        } catch (IllegalArgumentException e) {
            throw new TargetException(
                    "target \"" + text + "\": " + e.getMessage() + "; give an origin as in http://127.0.0.1:8080");
        }
    }

    private static Target parsed(String text) {
        Host.requirePlain(text);
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            throw new IllegalArgumentException("not an HTTP origin");
        }
        String scheme = url.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("not an HTTP origin, for load goes by http or https, not by " + scheme);
        }
        if (!url.group(3).isEmpty() && !url.group(3).equals("/")) {
            throw new IllegalArgumentException("not an HTTP origin, which ends before \"" + url.group(3) + "\"");
        }
        return parsed(scheme, url.group(2));
    }

    private static Target parsed(String scheme, String authority) {
        if (authority.contains("@")) {
            throw new IllegalArgumentException("not an HTTP origin, which has no user and no password");
        }
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an HTTP origin, for \"" + authority + "\" is no host and port");
        }
        String port = parts.group(2);
        return new Target(scheme, Host.canonical(parts.group(1)), port == null ? usualPort(scheme) : port(port));
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_PORT) {
            throw new IllegalArgumentException("a port lies between 1 and " + MAX_PORT + ", found \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** True if load to it is encrypted. */
    public boolean isSecure() {
        return scheme.equals("https");
    }

    /** The origin as a URL, with its port, without a slash at its end. */
    public URI origin() {
        return URI.create(scheme + "://" + host + ":" + port);
    }

    /** Host and port as a {@code Host} header names them. */
    String authority() {
        return port == usualPort(scheme) ? host : host + ":" + port;
    }

    /** True if this is where a request goes, as it says itself. */
    boolean isOf(String otherScheme, String otherHost, int otherPort) {
        return port == otherPort && scheme.equals(otherScheme) && host.equals(otherHost);
    }

    /** The URL for people: without the port that goes without saying. */
    @Override
    public String toString() {
        return scheme + "://" + authority();
    }
}
