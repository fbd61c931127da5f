@NullMarked
package id.tenggat.ledger;

import org.jspecify.annotations.NullMarked;
