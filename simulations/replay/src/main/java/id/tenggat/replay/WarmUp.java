package id.tenggat.replay;

import id.tenggat.target.Permission;

import java.util.List;

/** What is called before anything is recorded, as long as it is needed. */
interface WarmUp extends AutoCloseable {

    /** Requests that each user makes, one after the other; they belong to nobody. */
    List<Call> calls();

    /** That they may be sent: as the system's own, if they go there. */
    default Permission permission(Permission ofSystem) {
        return ofSystem;
    }

    @Override
    default void close() {}
}
