package id.tenggat.verdict;

import java.util.ArrayList;
import java.util.List;

/**
 * When runs that are added one after the other are judged: at the least number of them, then each time there are twice as
 * many, and at the most. Whoever looks often enough at intervals of 95 % sees what is not there; so what may go wrong is parted evenly
 * between the looks (Bonferroni), and all of them together are wrong as rarely as one would be.
 *
 * @param least runs at the first look, 2 or more
 * @param most runs at the last; at least as many
 */
public record Looks(int least, int most) {

    public Looks {
        if (least < 2 || most < least) {
            throw new IllegalArgumentException(
                    "looks must go from 2 or more to at least as many, found " + least + " to " + most);
        }
    }

    /** How many runs there are at each look, rising. */
    public List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>();
        for (long size = least; size < most; size *= 2) {
            sizes.add((int) size);
        }
        sizes.add(most);
        return sizes;
    }

    /** Of the intervals at each look, so that all looks together hold with {@link EnsembleJudge#CONFIDENCE}. */
    public double confidence() {
        return 1 - (1 - EnsembleJudge.CONFIDENCE) / sizes().size();
    }
}
