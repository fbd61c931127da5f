package id.tenggat.stack;

import id.tenggat.stamping.SpecimenServer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PfxOptions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;

/** What the stack shows who comes over TLS, as its server wants it, and as they do. */
record ServerCertificate(SpecimenServer server) {

    /** The store never leaves this process. */
    private static final String PASSWORD = "unwritten";

    /** The key and the certificate, for the server. */
    PfxOptions options() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", server.key(), PASSWORD.toCharArray(), new Certificate[] {server.certificate()});
            store.store(out, PASSWORD.toCharArray());
            return new PfxOptions().setPassword(PASSWORD).setValue(Buffer.buffer(out.toByteArray()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java runtime can't keep a certificate: " + e.getMessage(), e);
        }
    }

    /** The certificate as text (RFC 7468), for those who are to trust it. */
    String pem() {
        try {
            Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
            return "-----BEGIN CERTIFICATE-----\n"
                    + new String(lines.encode(server.certificate().getEncoded()), StandardCharsets.US_ASCII)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime can't write a certificate: " + e.getMessage(), e);
        }
    }
}
