package id.tenggat.scenario.read;

import id.tenggat.adapter.Template;
import id.tenggat.adapter.Wire.Login;
import id.tenggat.adapter.Wire.Proxy;
import id.tenggat.scenario.read.Fault.Kind;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads what an adapter's connections go through. */
final class WireReader {

    private static final String ORIGIN = "an origin, as in http://127.0.0.1:3128";
    private static final String ORIGINS = "http://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\]):\\d{1,5}";
    private static final int LARGEST_PORT = 65_535;

    private final Scope environment;

    /** @param environment knows the environment alone: connections are everybody's */
    WireReader(Scope environment) {
        this.environment = environment;
    }

    /** What requests go through. */
    Shape<Proxy> proxy() {
        return new OneOf<Proxy>()
                .plain(ORIGIN, origin().map(origin -> new Proxy(origin, Optional.empty())))
                .kind("login", new Shape<>("{at: http://…, user: …, password: \"${env.NAME}\"}", this::proxyWithLogin))
                .shape();
    }

    private Part<Proxy> proxyWithLogin(Node node, Findings findings) {
        Section section = new Section("login", node, findings);
        var origin = section.need("at", origin());
        var user = section.need("user", environment.template());
        var password = section.need("password", environment.template());
        return section.make(
                () -> new Proxy(origin.get(), Optional.of(new Login(text(user.get()), text(password.get())))));
    }

    /** Of a template that knows the environment alone, whose values stand in it already. */
    static String text(Template template) {
        return template.text(
                variable -> {
                    throw new IllegalArgumentException(variable);
                },
                UnaryOperator.identity());
    }

    private static Shape<URI> origin() {
        Shape<String> written = Scalars.matching(ORIGIN, ORIGINS);
        return new Shape<>(ORIGIN, (node, findings) -> {
            Part<String> text = written.read(node, findings);
            Optional<URI> origin = text.isThere() ? origin(text.get()) : Optional.empty();
            if (text.isThere() && origin.isEmpty()) {
                findings.add(Kind.MEANING, node.spot(), Mistake.of("found " + Node.Scalar.quoted(text.get()), ORIGIN));
            }
            return origin.map(Part::of).orElseGet(Part::absent);
        });
    }

    /** Empty if it is written like one, but no host or port can be like that. */
    private static Optional<URI> origin(String text) {
        try {
            URI uri = new URI(text);
            boolean isOne = uri.getHost() != null && uri.getPort() >= 1 && uri.getPort() <= LARGEST_PORT;
            return isOne ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
