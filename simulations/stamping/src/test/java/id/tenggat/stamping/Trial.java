package id.tenggat.stamping;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

/** Tries what a stamper makes of any bytes at all, and that it takes no undue work. */
final class Trial {

    /** The fate of what is stamped; all other fates are the reasons of refusals. */
    static final String STAMPED = "stamped";

    /** What a call may allocate, in bytes: a hundred times the largest upload. Loops and bombs are far beyond. */
    private static final long ALLOCATED_BYTES_MAX = 1L << 30;

    /** On a page of a million entries qpdf itself takes its time. */
    private static final int JUDGED_BYTES_MAX = 1 << 20;

    private static final Placement PLACE = new Placement(1, 250, 60, 90);

    private final StampingAuthority authority = StampingAuthority.generate(Instant.now());
    private final Stamper stamper = new Stamper(authority, StampLimits.UPLOAD, Instant::now);

    /** Holds a document to its fates; one that is stamped must be no worse for it in the eyes of others. */
    void hold(BadInput input) throws Exception {
        byte[] pdf = input.pdf().get();
        assertThat(pdf).hasSizeLessThanOrEqualTo(StampLimits.UPLOAD.sizeBytes());
        long before = allocatedBytes();
        String fate = fate(pdf);
        assertThat(allocatedBytes() - before).as("bytes allocated").isLessThan(ALLOCATED_BYTES_MAX);
        assertThat(fate).as(input.what()).isIn(input.fates());
    }

    private String fate(byte[] pdf) throws Exception {
        try {
            byte[] stamped = stamper.stamp(pdf, PLACE, new SerialNumber(1));
            assertThat(stamped).startsWith(pdf);
            LastSignature.requireOf(authority.certificates().get(0), stamped);
            if (pdf.length <= JUDGED_BYTES_MAX) {
                assertThat(Judge.complaints(stamped)).isLessThanOrEqualTo(Judge.complaints(pdf));
            }
            return STAMPED;
        } catch (StampRefusedException e) {
            return e.refusal().reason();
        }
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
