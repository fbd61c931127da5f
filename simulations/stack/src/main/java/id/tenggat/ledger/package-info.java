/**
 * The ledger of a stack: payments, quota, serial numbers, stamps and submissions, kept in a database, and what an audit finds
 * in it.
 *
 * <pre>
 *   Ledger: refuses? issue, enter ─► Book decides ─► rows ─► GroupCommit ─► Store: one transaction for many ─► receipt
 *                                      ▲                                      │
 *                                      └──────── load, after a restart ───────┘
 * </pre>
 *
 * <p>A book in memory decides, on the one thread of its stack; what it decides are rows, only ever appended, and no receipt is
 * given before its rows are durable. A stack that is killed reads the rows and knows what it knew.
 */
@NullMarked
package id.tenggat.ledger;

import org.jspecify.annotations.NullMarked;
