package id.tenggat.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Whose signatures on a server's certificate are believed.
 *
 * @param authorities empty for those whom the Java runtime believes
 */
record Trust(List<X509Certificate> authorities) {

    /** A store holds certificates that anybody may see. */
    static final String PASSWORD = "certificates";

    /** As the Java runtime. */
    static final Trust OF_RUNTIME = new Trust(List.of());

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
