package id.tenggat.stamping;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

/**
 * Random changes to good documents, from fixed seeds: each is refused by type or stamped and validly signed, and
 * nothing else happens.
 *
 * <p>{@code -Dtenggat.mutations=1000000} tries a million, {@code -Dtenggat.mutations.from=SEED} begins elsewhere than at 0.
 * {@code -Dtenggat.mutations.accepted=FILE} writes what was stamped for {@code src/test/python/judge_accepted.py}, which has
 * qpdf judge all of it; without that qpdf sees one in {@value #JUDGED_ONE_IN}.
 */
final class MutationTest {

    private static final long MUTATIONS_OF_A_BUILD = 2_000;
    private static final long MUTATIONS = Long.getLong("tenggat.mutations", MUTATIONS_OF_A_BUILD);
    private static final long FROM = Long.getLong("tenggat.mutations.from", 0);
    private static final int JUDGED_ONE_IN = 25;
    private static final int HANGS_AFTER_SECONDS = 30;
    private static final Placement PLACE = new Placement(1, 10, 10, 90);

    private final StampingAuthority authority = StampingAuthority.generate(Instant.now());
    private final Stamper stamper = new Stamper(authority, StampLimits.UPLOAD, Instant::now);
    private final Map<String, Integer> fates = new TreeMap<>();
    private volatile long seed;

    @Test
    void aChangedDocumentIsRefusedOrStampedAndTheStampedIsNoWorseForQpdf() throws Exception {
        Judge.QPDF.requireInstalled();
        Thread[] worker = new Thread[1];
        ExecutorService one = Executors.newSingleThreadExecutor(work -> worker[0] = new Thread(work, "mutations"));
        try {
            watch(one.submit(this::tryAll), worker[0]);
        } finally {
            one.shutdownNow();
        }
        if (MUTATIONS > MUTATIONS_OF_A_BUILD) {
            System.out.println(fates);
        }
        assertThat(fates).as("fates").containsKeys(Trial.STAMPED, "damaged");
    }

    /** Ends when the work does; gives up when it is at the same seed as half a minute ago. */
    private void watch(Future<?> work, Thread worker) throws Exception {
        long before = -1;
        while (true) {
            try {
                work.get(HANGS_AFTER_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                if (seed == before) {
                    fail("seed %d hangs at %s".formatted(seed, Arrays.toString(worker.getStackTrace())), e);
                }
                before = seed;
            }
        }
    }

    private Map<String, Integer> tryAll() throws Exception {
        try (AcceptedMutants accepted = AcceptedMutants.ofProperty("tenggat.mutations.accepted")) {
            for (long next = FROM; next < FROM + MUTATIONS; next++) {
                seed = next;
                fates.merge(fate(Mutant.of(next), accepted), 1, Integer::sum);
            }
        } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("seed " + seed, e);
        }
        return fates;
    }

    private String fate(byte[] mutant, AcceptedMutants accepted) throws Exception {
        try {
            byte[] stamped = stamper.stamp(mutant, PLACE, new SerialNumber(seed));
            assertThat(stamped).startsWith(mutant);
            LastSignature.requireOf(authority.certificates().get(0), stamped);
            if (!accepted.add(seed, mutant.length, stamped)
                    && fates.getOrDefault(Trial.STAMPED, 0) % JUDGED_ONE_IN == 0) {
                assertThat(Judge.complaints(stamped)).isLessThanOrEqualTo(Judge.complaints(mutant));
            }
            return Trial.STAMPED;
        } catch (StampRefusedException e) {
            return e.refusal().reason();
        }
    }
}
