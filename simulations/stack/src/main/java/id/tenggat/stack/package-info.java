/**
 * The modelled registration and stamping services over HTTP: stations whose capacity is modelled and whose stamping is
 * real, their ledger, and the third parties that they call.
 */
@NullMarked
package id.tenggat.stack;

import org.jspecify.annotations.NullMarked;
