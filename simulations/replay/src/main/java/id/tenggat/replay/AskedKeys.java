package id.tenggat.replay;

import org.jspecify.annotations.Nullable;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A client's keys, or none, that know whether a server has asked for one. */
final class AskedKeys extends X509ExtendedKeyManager {

    private final @Nullable X509ExtendedKeyManager keys;
    private volatile boolean asked;

    /** @param keys null for none */
    AskedKeys(@Nullable X509ExtendedKeyManager keys) {
        this.keys = keys;
    }

    /** Whether a server wanted to know who comes. */
    boolean wereAsked() {
        return asked;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
        asked = true;
        return keys == null ? null : keys.chooseClientAlias(types, issuers, socket);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
        asked = true;
        return keys == null ? null : keys.chooseEngineClientAlias(types, issuers, engine);
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal[] issuers) {
        return keys == null ? null : keys.getClientAliases(type, issuers);
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal[] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
        return null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return keys == null ? null : keys.getCertificateChain(alias);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return keys == null ? null : keys.getPrivateKey(alias);
    }
}
