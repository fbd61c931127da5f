package id.tenggat.replay;

import id.tenggat.adapter.Wire.Identity;
import id.tenggat.adapter.Wire.Tls;
import org.jspecify.annotations.Nullable;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Whose signatures on a server's certificate are believed, and what is shown to servers that ask who comes.
 *
 * @param authorities empty for those whom the Java runtime believes
 * @param identity empty if nothing is shown
 */
record Trust(List<X509Certificate> authorities, Optional<Identity> identity) {

    /** A store holds certificates that anybody may see. */
    static final String PASSWORD = "certificates";

    /** As the Java runtime. */
    static final Trust OF_RUNTIME = of(Tls.OF_RUNTIME);

    /** As an adapter says it. */
    static Trust of(Tls tls) {
        return new Trust(tls.trusted(), tls.identity());
    }

    /** What speaks TLS like that. */
    SSLContext context() {
        return context(keys());
    }

    /** The same with keys that know whether they were asked for. */
    SSLContext context(AskedKeys keys) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, trustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime can't speak TLS: " + e.getMessage(), e);
        }
    }

    /** What is shown. */
    AskedKeys keys() {
        return new AskedKeys(identity.map(Trust::keys).orElse(null));
    }

    private static X509ExtendedKeyManager keys(Identity identity) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(identity.store(), identity.password().toCharArray());
            return (X509ExtendedKeyManager) keys.getKeyManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime can't use " + identity + ": " + e.getMessage(), e);
        }
    }

    /** Null for those of the Java runtime. */
    private TrustManager @Nullable [] trustManagers() throws GeneralSecurityException {
        if (authorities.isEmpty()) {
            return null;
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store());
        return trust.getTrustManagers();
    }

    KeyStore store() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("authority-" + i, authorities.get(i));
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the Java runtime can't keep certificates: " + e.getMessage(), e);
        }
    }

    /** A file that Gatling can read; it is gone with this process. */
    Path file() {
        try {
            Path file = Files.createTempFile("tenggat-trust", ".p12");
            file.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(file)) {
                store().store(out, PASSWORD.toCharArray());
            }
            return file;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime can't keep certificates: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write certificates for Gatling: " + e.getMessage(), e);
        }
    }
}
