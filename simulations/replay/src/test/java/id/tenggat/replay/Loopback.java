package id.tenggat.replay;

import id.tenggat.target.Approach;
import id.tenggat.target.Network;
import id.tenggat.target.Permission;
import id.tenggat.target.Target;

import java.net.URI;

/** Permissions for what runs in tests. */
final class Loopback {

    private Loopback() {}

    /** For the origin of this URL. */
    static Permission permission(String url) {
        Target target = Target.parse(URI.create(url).resolve("/").toString());
        return Permission.onLoopback(Approach.to(target, Network.here()));
    }
}
