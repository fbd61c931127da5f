package id.tenggat.replay;

import id.tenggat.target.Permission;
import io.gatling.http.client.uri.Uri;
import io.gatling.http.response.Response;
import io.netty.handler.codec.http.HttpHeaderNames;

/** Stands where Gatling writes and hears: nothing goes on that a permission does not let. */
record Gatekeeper(Permission permission) {

    private static final int REDIRECTION = 3;
    private static final int HUNDRED = 100;

    /**
     * Counts a request that is about to be written.
     *
     * @throws id.tenggat.target.TargetException if it would go to anybody but the target, or may not be sent any more
     */
    void admit(Uri to) {
        permission.admit(to.getScheme(), to.getHost(), to.getExplicitPort(), System.nanoTime());
    }

    /** Looks whether an answer sends the client elsewhere. */
    void hear(Response response) {
        String location = response.headers().get(HttpHeaderNames.LOCATION);
        if (location != null && response.status().code() / HUNDRED == REDIRECTION) {
            permission.redirected(location);
        }
    }
}
