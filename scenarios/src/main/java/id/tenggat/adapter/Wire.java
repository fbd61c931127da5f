package id.tenggat.adapter;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * How connections are made.
 *
 * @param trusted whose signatures on a server's certificate are believed; empty for those whom the Java runtime believes
 * @param proxy what requests go through; empty for directly
 */
public record Wire(List<X509Certificate> trusted, Optional<Proxy> proxy) {

    public Wire {
        trusted = List.copyOf(trusted);
    }

    /**
     * An HTTP proxy.
     *
     * @param origin {@code http://host:port}
     * @param login empty if it asks for none
     */
    public record Proxy(URI origin, Optional<Login> login) {}

    /** Who asks a proxy; the password is never printed. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user + ":…";
        }
    }
}
