package id.tenggat.ledger;

import java.util.List;

/**
 * What a book answers to an entry.
 *
 * @param rows what is new by it: to be durable before the receipt is given
 */
record Decision(Receipt receipt, List<Row> rows) {

    /** One that changes nothing. */
    static Decision unchanged(Receipt receipt) {
        return new Decision(receipt, List.of());
    }
}
