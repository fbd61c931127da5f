package id.tenggat.replay;

import id.tenggat.target.Permission;
import io.gatling.http.client.uri.Uri;

/** Stands where Gatling writes and hears: nothing goes on that a permission does not let. */
record Gatekeeper(Permission permission) {

    private static final String LOCATION = "Location";
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
    void hear(Answer answer) {
        if (answer.status() / HUNDRED == REDIRECTION) {
            answer.header(LOCATION).ifPresent(permission::redirected);
        }
    }
}
