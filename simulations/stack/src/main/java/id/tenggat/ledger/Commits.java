package id.tenggat.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Makes rows durable. Stages complete on the thread that calls. */
interface Commits {

    /** Complete when these rows of a run, and all that were given before them, are durable. */
    CompletionStage<Void> keep(int run, List<Row> rows);

    /** How long it will hardly take longer than until rows that are given now are durable, in nanoseconds; 0 if that is not known. */
    long foreseenNs();

    /** An answer of the database in which all that was kept before is. */
    <T> CompletionStage<T> answer(Question<T> question);

    /** Something that is asked of the database. */
    interface Question<T> {
        T of(Store store) throws SQLException;
    }
}
