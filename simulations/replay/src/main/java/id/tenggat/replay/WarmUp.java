package id.tenggat.replay;

import java.util.List;

/** What is called before anything is recorded, as long as it is needed. */
interface WarmUp extends AutoCloseable {

    /** Requests that each user makes, one after the other; they belong to nobody. */
    List<Call> calls();

    @Override
    default void close() {}
}
