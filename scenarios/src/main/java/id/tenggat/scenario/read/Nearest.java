package id.tenggat.scenario.read;

import java.util.Collection;
import java.util.Locale;

/** Finds the word that somebody probably meant. */
public final class Nearest {

    private static final int LONGEST = 64;

    private Nearest() {}

    /**
     * The nearest of the words, if at most about a third of its letters differ; else the first that begins with three
     * letters or more that were found; else the empty text.
     */
    public static String to(String found, Collection<String> words) {
        String near = bySpelling(found, words);
        boolean isPrefix = near.isEmpty() && found.length() >= 3 && !words.contains(found);
        return isPrefix
                ? words.stream()
                        .filter(word -> word.startsWith(found))
                        .findFirst()
                        .orElse("")
                : near;
    }

    private static String bySpelling(String found, Collection<String> words) {
        String best = "";
        int bestDistance = Integer.MAX_VALUE;
        for (String word : words) {
            int distance = distance(letters(found), letters(word));
            if (distance < bestDistance && distance <= Math.max(1, word.length() / 3)) {
                best = word;
                bestDistance = distance;
            }
        }
        return best.equals(found) ? "" : best;
    }

    private static String letters(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(LONGEST, lower.length()));
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, new int[] {i, j});
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int[] at) {
        int i = at[0];
        int j = at[1];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
