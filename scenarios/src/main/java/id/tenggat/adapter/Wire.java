package id.tenggat.adapter;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * How connections are made.
 *
 * @param tls how both sides prove who they are
 * @param proxy what requests go through; empty for directly
 */
public record Wire(Tls tls, Optional<Proxy> proxy) {

    /**
     * How both sides of a connection prove who they are.
     *
     * @param trusted whose signatures on a server's certificate are believed; empty for those whom the Java runtime believes
     * @param identity what clients show; empty if they show nothing
     */
    public record Tls(List<X509Certificate> trusted, Optional<Identity> identity) {

        /** As the Java runtime does it. */
        public static final Tls OF_RUNTIME = new Tls(List.of(), Optional.empty());

        public Tls {
            trusted = List.copyOf(trusted);
        }
    }

    /**
     * The certificate that all clients show, and its key.
     *
     * @param file a key store, PKCS #12
     * @param store what it holds
     * @param password of the file and of the key; never printed
     */
    public record Identity(Path file, KeyStore store, String password) {
        @Override
        public String toString() {
            return file.toString();
        }
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
