package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.SpecimenDocument;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/** What is stamped: A4 pages, not rotated; the same bytes at each call on one machine. */
enum Document {
    /** One page of text, 52,000 bytes, with a cross-reference table. */
    LETTER {
        @Override
        byte[] pdf() {
            return new SpecimenDocument(SEED, 52_000).pdf();
        }
    },
    /** Two scanned pages, about 611 KB of JPEG, with a cross-reference table. */
    SCAN {
        @Override
        byte[] pdf() throws IOException {
            return new ScanDocument(SEED).pdf();
        }
    },
    /** Ten pages as an office program exports them, about 166 KB, with cross-reference and object streams. */
    OFFICE {
        @Override
        byte[] pdf() throws IOException {
            return new OfficeDocument(SEED).pdf();
        }
    };

    private static final long SEED = 584;

    abstract byte[] pdf() throws IOException;

    /**
     * The document of a benchmark's parameter.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static Document named(String name) {
        return Arrays.stream(values())
                .filter(document -> document.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no document is named " + name + ": there are " + Arrays.toString(values())));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
