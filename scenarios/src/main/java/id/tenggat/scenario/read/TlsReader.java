package id.tenggat.scenario.read;

import id.tenggat.adapter.Template;
import id.tenggat.adapter.Wire.Identity;
import id.tenggat.adapter.Wire.Tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;

/** Reads how both sides of an adapter's connections prove who they are. */
final class TlsReader {

    private static final int LARGEST = 1024 * 1024;
    private static final NamedFile PEM = new NamedFile("the path of a file of certificates in PEM", LARGEST);
    private static final NamedFile STORE =
            new NamedFile("the path of a key store (PKCS #12) with a certificate and its key", LARGEST);

    private final Path directory;
    private final Scope environment;

    /** @param environment knows the environment alone: connections are everybody's */
    TlsReader(Path directory, Scope environment) {
        this.directory = directory;
        this.environment = environment;
    }

    Shape<Tls> shape() {
        return new Shape<>("{trust: ca.pem, client: {…}}", this::tls);
    }

    private Part<Tls> tls(Node node, Findings findings) {
        Section section = new Section("tls", node, findings);
        var trusted = section.takeIfThere("trust", PEM.bytes(directory, TlsReader::certificates));
        var identity = section.takeIfThere(
                "client", new Shape<>("{file: client.p12, password: \"${env.NAME}\"}", this::identity));
        if (node instanceof Node.Keys keys && keys.entries().isEmpty()) {
            section.refuse(Mistake.of("it says nothing", "trust, client or both"));
        }
        return section.make(() -> new Tls(trusted.map(Part::get).orElse(List.of()), identity.map(Part::get)));
    }

    private static Part<List<X509Certificate>> certificates(byte[] bytes, NamedFile.Mention mention) {
        try {
            List<X509Certificate> found =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (!found.isEmpty()) {
                return Part.of(found);
            }
            mention.refuse(Mistake.of("the file holds no certificate", PEM.allowed()));
        } catch (CertificateException e) {
            mention.refuse(Mistake.of("the file holds no certificate that can be read", PEM.allowed()));
        }
        return Part.absent();
    }

    /** A file that is opened once its password is known. */
    private record Closed(InputStream bytes, NamedFile.Mention mention) {}

    private Part<Identity> identity(Node node, Findings findings) {
        Section section = new Section("client", node, findings);
        var store = section.need(
                "file",
                STORE.bytes(
                        directory, (bytes, mention) -> Part.of(new Closed(new ByteArrayInputStream(bytes), mention))));
        var password = section.need("password", secret());
        Part<Part<Identity>> opened = section.make(() -> opened(store.get(), password.get()));
        return opened.or(Part.absent());
    }

    /** A text that takes something from the environment: a password in the file itself is nobody's secret. */
    private Shape<String> secret() {
        String allowed = "a variable of the environment, as in ${env.KEY_PASSWORD}";
        return new Shape<>(allowed, (node, findings) -> {
            Part<Template> template = environment.template().read(node, findings);
            if (template.isThere() && template.get().pieces().stream().noneMatch(Template.Secret.class::isInstance)) {
                findings.add(Fault.Kind.MEANING, node.spot(), Mistake.of("the password itself stands here", allowed));
                return Part.absent();
            }
            return template.map(WireReader::text);
        });
    }

    private Part<Identity> opened(Closed closed, String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(closed.bytes(), password.toCharArray());
            if (holdsKey(store, password)) {
                return Part.of(new Identity(directory.resolve(closed.mention().path()), store, password));
            }
            closed.mention().refuse(Mistake.of("the key store holds no key", STORE.allowed()));
        } catch (IOException | GeneralSecurityException e) {
            closed.mention().refuse(Mistake.of(why(e), STORE.allowed()));
        }
        return Part.absent();
    }

    private static boolean holdsKey(KeyStore store, String password) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password.toCharArray()) != null) {
                return true;
            }
        }
        return false;
    }

    private static String why(Exception e) {
        boolean isPassword =
                e instanceof UnrecoverableKeyException || e.getCause() instanceof UnrecoverableKeyException;
        return isPassword ? "the password does not open the key store" : "the file is no key store that can be read";
    }
}
