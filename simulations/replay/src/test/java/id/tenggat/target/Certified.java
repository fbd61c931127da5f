package id.tenggat.target;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** A certificate that a server made for itself, and the key to it. */
public final class Certified {

    private static final String ALIAS = "server";
    /** Of the key store that is kept, and of its key. */
    public static final String PASSWORD = "changeit";

    /** What it is kept in. */
    public static final String FILE = "server.p12";

    private final KeyStore keys;

    private Certified(KeyStore keys) {
        this.keys = keys;
    }

    /** For these alternative names, as in {@code dns:staging.example,ip:127.0.0.1}; kept in this folder. */
    public static Certified of(String names, Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve(FILE);
        Process keytool = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/keytool",
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=A-test",
                        "-ext",
                        "SAN=" + names,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no keys: " + said);
        }
        return new Certified(store(file));
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    public X509Certificate certificate() throws GeneralSecurityException {
        return (X509Certificate) keys.getCertificate(ALIAS);
    }

    /** The certificate as people hand it on. */
    public String pem() throws GeneralSecurityException {
        String lines = Base64.getMimeEncoder().encodeToString(certificate().getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    }

    public KeyManagerFactory managers() throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        return managers;
    }

    /** Of the server. */
    public SSLContext serving() throws GeneralSecurityException {
        SSLContext serving = SSLContext.getInstance("TLS");
        serving.init(managers().getKeyManagers(), null, new SecureRandom());
        return serving;
    }

    /** Of the server, which lets in whoever shows this. */
    public SSLContext servingOnly(Certified client) throws IOException, GeneralSecurityException {
        SSLContext serving = SSLContext.getInstance("TLS");
        serving.init(managers().getKeyManagers(), client.believers().getTrustManagers(), new SecureRandom());
        return serving;
    }

    private TrustManagerFactory believers() throws IOException, GeneralSecurityException {
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry(ALIAS, certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        return trust;
    }

    /** Of a client who believes it. */
    SSLContext trusting() throws IOException, GeneralSecurityException {
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, believers().getTrustManagers(), new SecureRandom());
        return trusting;
    }
}
