/** The stamping pipeline: serial number, QR code, visible specimen stamp and PAdES signature on an applicant's PDF. */
@NullMarked
package id.tenggat.stamping;

import org.jspecify.annotations.NullMarked;
