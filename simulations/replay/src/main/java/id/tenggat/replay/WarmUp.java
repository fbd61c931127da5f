package id.tenggat.replay;

import id.tenggat.target.Permission;
import io.gatling.javaapi.http.HttpProtocolBuilder;

/** What a rehearsal is played against, as long as it is needed. */
interface WarmUp extends AutoCloseable {

    /** How many requests each applicant makes, if all goes well. */
    int requestsEach();

    /** How an applicant speaks to it; these are nobody's applicants. */
    Client client(int applicant);

    /** That it may be hit: as the system may, if it is that. */
    default Permission permission(Permission ofSystem) {
        return ofSystem;
    }

    /** What connections to it need beside Gatling's own. */
    HttpProtocolBuilder over(HttpProtocolBuilder protocol);

    @Override
    default void close() {}
}
