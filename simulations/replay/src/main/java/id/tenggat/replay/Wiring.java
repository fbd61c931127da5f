package id.tenggat.replay;

import id.tenggat.scenario.Wire;
import id.tenggat.scenario.Wire.Protocol;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpProtocolBuilder;

import java.util.Optional;

/** What a scenario says of protocol and connections, in Gatling's words. */
final class Wiring {

    private Wiring() {}

    /** Without any of the conveniences that send what the user did not ask for. */
    static HttpProtocolBuilder bare(HttpProtocolBuilder protocol) {
        return protocol.disableWarmUp()
                .disableFollowRedirect()
                .disableCaching()
                .disableAutoReferer()
                .disableAutoOrigin();
    }

    /** The protocol as {@link UserLoop} makes it, spoken in this way. */
    static HttpProtocolBuilder over(Wire wire, HttpProtocolBuilder protocol) {
        HttpProtocolBuilder connected = connecting(wire, protocol);
        return connected.transformResponse((response, session) -> hear(wire, response, session));
    }

    /** The same without a look at what the server answers in. */
    static HttpProtocolBuilder connecting(Wire wire, HttpProtocolBuilder protocol) {
        HttpProtocolBuilder connected =
                switch (wire.connections()) {
                    case PER_APPLICANT -> protocol;
                    case POOLED -> protocol.shareConnections();
                    case PER_REQUEST -> protocol.header("Connection", "close");
                };
        return wire.protocol() == Protocol.HTTP_2 ? connected.enableHttp2() : connected;
    }

    private static Response hear(Wire wire, Response response, Session session) {
        objection(wire, response).ifPresent(why -> UserLoop.seat(session).refuse(new IllegalStateException(why)));
        return UserLoop.answer(response, session);
    }

    /** A server that knows no HTTP/2 is answered in HTTP/1.1 by Gatling without a word, which is not what was asked for. */
    static Optional<String> objection(Wire wire, Response response) {
        return wire.protocol() == Protocol.HTTP_2 && !response.isHttp2()
                ? Optional.of("the scenario's replay wants http-2, and the server answers in HTTP/1.1")
                : Optional.empty();
    }
}
