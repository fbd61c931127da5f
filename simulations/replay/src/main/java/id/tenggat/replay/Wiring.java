package id.tenggat.replay;

import id.tenggat.scenario.Wire;
import id.tenggat.scenario.Wire.Protocol;
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

    /** A protocol, spoken in this way. */
    static HttpProtocolBuilder over(Wire wire, HttpProtocolBuilder protocol) {
        HttpProtocolBuilder connected =
                switch (wire.connections()) {
                    case PER_APPLICANT -> protocol;
                    case POOLED -> protocol.shareConnections();
                    case PER_REQUEST -> protocol.header("Connection", "close");
                };
        return wire.protocol() == Protocol.HTTP_2 ? connected.enableHttp2() : connected;
    }

    /** A server that knows no HTTP/2 is answered in HTTP/1.1 by Gatling without a word, which is not what was asked for. */
    static Optional<String> objection(boolean wantsHttp2, Answer answer) {
        return wantsHttp2 && !answer.isHttp2()
                ? Optional.of("the scenario's replay wants http-2, and the server answers in HTTP/1.1")
                : Optional.empty();
    }
}
