package id.tenggat.stamping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A good document that was changed at random; the same seed gives the same one.
 *
 * <p>One in five is changed as it is, so that most of its offsets are wrong; three in five are taken apart, changed and
 * written anew, so that all offsets are right and the change comes to be seen; of one in five it is the rows of the
 * cross-reference stream, inflated, that are changed.
 */
final class Mutant {

    private static final List<byte[]> DOCUMENTS =
            Arrays.stream(Corpus.values()).map(Corpus::pdf).toList();

    private final SplittableRandom random;

    private Mutant(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static byte[] of(long seed) {
        return new Mutant(seed).pdf();
    }

    private byte[] pdf() {
        return switch (random.nextInt(5)) {
            case 0 -> CraftedPdf.latin1(changed(random.nextInt(4) == 0 ? spliced() : document()));
            case 1, 2, 3 -> rewritten();
            default -> new RowMutation(random).applied(rewritten());
        };
    }

    private String document() {
        return CraftedPdf.text(DOCUMENTS.get(random.nextInt(DOCUMENTS.size())));
    }

    private String spliced() {
        String head = document();
        String tail = document();
        return head.substring(0, random.nextInt(head.length())) + tail.substring(random.nextInt(tail.length()));
    }

    private byte[] rewritten() {
        List<DismantledPdf.Part> parts =
                new ArrayList<>(DismantledPdf.of(document()).parts());
        if (random.nextInt(4) == 0) {
            parts.addAll(DismantledPdf.of(document()).parts());
        }
        for (int changes = random.nextInt(4); changes > 0 && !parts.isEmpty(); changes--) {
            int at = random.nextInt(parts.size());
            parts.set(at, parts.get(at).changed(new TextMutation(random)::applied));
        }
        return new Rewriting(random).of(parts);
    }

    private String changed(String text) {
        String mutant = text;
        for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
            mutant = new TextMutation(random).applied(mutant);
        }
        return mutant;
    }
}
