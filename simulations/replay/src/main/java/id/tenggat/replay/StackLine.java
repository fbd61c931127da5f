package id.tenggat.replay;

import id.tenggat.recording.StackTls;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Wire.Protocol;
import id.tenggat.target.Approach;
import id.tenggat.target.Network;
import id.tenggat.target.Permission;
import id.tenggat.target.Target;
import id.tenggat.target.TargetException;

import java.util.List;
import java.util.Optional;

/**
 * By which line applicants speak to our own stack.
 *
 * @param permission to hit it there
 * @param trust in what it shows there
 */
record StackLine(Permission permission, Trust trust) {

    /** Its plain port, where it is also driven from. */
    static StackLine plain(Permission plain) {
        return new StackLine(plain, Trust.OF_RUNTIME);
    }

    /**
     * What the scenario's clients speak: HTTP/2 over TLS alone, on a port that the stack tells, with a certificate that
     * nobody else is trusted by.
     *
     * @throws TargetException if the stack does not answer, or does not listen there
     */
    static StackLine of(Permission plain, Scenario scenario) {
        if (scenario.wire().protocol() != Protocol.HTTP_2) {
            return plain(plain);
        }
        StackTls tls = new StackClient(plain.pinnedOrigin()).tls();
        Trust trust = new Trust(List.of(tls.certificate()), Optional.empty());
        Target secure = new Target("https", plain.pinnedOrigin().getHost(), tls.port());
        return new StackLine(
                Permission.onLoopback(Approach.to(secure, Network.here()).trusting(trust.context())), trust);
    }
}
