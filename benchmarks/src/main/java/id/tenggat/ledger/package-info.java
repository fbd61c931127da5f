/** A ledger at full speed; see {@link id.tenggat.benchmarks.LedgerRates}. */
@NullMarked
package id.tenggat.ledger;

import org.jspecify.annotations.NullMarked;
