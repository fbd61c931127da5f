package id.tenggat.replay;

import id.tenggat.scenario.Wire;
import id.tenggat.target.Permission;
import io.gatling.javaapi.http.HttpProtocolBuilder;

import java.util.List;

/** Warms the injector up against a server of its own, which is told an adapter's requests and understands none of them. */
final class OwnWarmUp implements WarmUp {

    private final OwnServer server = new OwnServer();
    private final AdaptedSystem system;
    private final Wire wire;

    /**
     * @param like the system whose requests are made
     * @param wire of the scenario's clients, who speak HTTP/1.1 here in any case
     */
    OwnWarmUp(AdaptedSystem like, Wire wire) {
        this.system = like.at(server.permission());
        this.wire = new Wire(Wire.Protocol.HTTP_1_1, wire.connections());
    }

    @Override
    public int requestsEach() {
        return system.adapter().steps().stream().mapToInt(List::size).sum();
    }

    /** Speaks as one of the system's applicants, of whom there may be fewer. */
    @Override
    public Client client(int applicant) {
        return new RehearsingClient(system, applicant % system.applicants());
    }

    @Override
    public Permission permission(Permission ofSystem) {
        return server.permission();
    }

    @Override
    public HttpProtocolBuilder over(HttpProtocolBuilder protocol) {
        return Wiring.over(wire, protocol.disableUrlEncoding());
    }

    @Override
    public void close() {
        server.close();
    }
}
