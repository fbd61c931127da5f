package id.tenggat.stamping;

/** Why a document is not stamped: the document's fault each time, never the stamper's. */
public sealed interface Refusal {

    /** The refusal's name for machines, in kebab case; stable, and the same for every refusal of one type. */
    String reason();

    /** One sentence for people: what was found, and what may stand there. */
    String message();

    /** The bytes don't begin as a PDF does. */
    record NotAPdf() implements Refusal {
        @Override
        public String reason() {
            return "not-a-pdf";
        }

        @Override
        public String message() {
            return "the document must be a PDF: its first bytes must be %PDF-";
        }
    }

    /**
     * The PDF breaks the format where a stamp depends on it. Nothing is repaired: a signature over a guess is worth nothing.
     *
     * @param what what was found
     */
    record Damaged(String what) implements Refusal {
        @Override
        public String reason() {
            return "damaged";
        }

        @Override
        public String message() {
            return "the PDF is damaged and is not repaired: " + what;
        }
    }

    /** The PDF is encrypted, be it with an empty password. */
    record Encrypted() implements Refusal {
        @Override
        public String reason() {
            return "encrypted";
        }

        @Override
        public String message() {
            return "the PDF is encrypted: remove its password and its restrictions first";
        }
    }

    /** The PDF carries a signature that forbids every change: a certifying one (DocMDP, P = 1), or one that has locked it. */
    record Certified() implements Refusal {
        @Override
        public String reason() {
            return "certified-no-changes";
        }

        @Override
        public String message() {
            return "the PDF carries a signature that allows no changes, so a stamp would break it";
        }
    }

    /** The PDF already carries a stamp of this serial number. */
    record AlreadyStamped(SerialNumber serial) implements Refusal {
        @Override
        public String reason() {
            return "already-stamped";
        }

        @Override
        public String message() {
            return "the PDF already carries the stamp " + serial;
        }
    }

    /**
     * The PDF is correct but of a kind that is not stamped.
     *
     * @param kind the kind
     */
    record Unsupported(String kind) implements Refusal {
        @Override
        public String reason() {
            return "unsupported";
        }

        @Override
        public String message() {
            return "PDFs of this kind are not stamped: " + kind;
        }
    }

    /** The document is larger than a stamper's limit, both in bytes. */
    record TooLarge(int sizeBytes, int limitBytes) implements Refusal {
        @Override
        public String reason() {
            return "too-large";
        }

        @Override
        public String message() {
            return "the document has %d bytes, at most %d are stamped".formatted(sizeBytes, limitBytes);
        }
    }

    /** The PDF has more pages than a stamper's limit; how many, nobody counted. */
    record TooManyPages(int limit) implements Refusal {
        @Override
        public String reason() {
            return "too-many-pages";
        }

        @Override
        public String message() {
            return "the PDF has more than %d pages".formatted(limit);
        }
    }

    /** The PDF's cross-reference names more objects than a stamper's limit. */
    record TooManyObjects(long objects, int limit) implements Refusal {
        @Override
        public String reason() {
            return "too-many-objects";
        }

        @Override
        public String message() {
            return "the PDF names %d objects, at most %d are read".formatted(objects, limit);
        }
    }

    /** The PDF was updated more often than is followed back. */
    record TooManyUpdates(int limit) implements Refusal {
        @Override
        public String reason() {
            return "too-many-updates";
        }

        @Override
        public String message() {
            return "the PDF was updated more than %d times: save it anew first".formatted(limit);
        }
    }

    /** The PDF's structure inflates to more bytes than a stamper's limit. */
    record DecompressionBomb(int limitBytes) implements Refusal {
        @Override
        public String reason() {
            return "decompression-bomb";
        }

        @Override
        public String message() {
            return "the PDF's compressed structure inflates to more than %d bytes".formatted(limitBytes);
        }
    }

    /** The wanted page, counted from 1, is not in the PDF. */
    record PageOutOfRange(int page, int pages) implements Refusal {
        @Override
        public String reason() {
            return "page-out-of-range";
        }

        @Override
        public String message() {
            return "the stamp is wanted on page %d, the PDF has pages 1 to %d".formatted(page, pages);
        }
    }

    /** The wanted square is not wholly on its page, whose visible width and height are given in points. */
    record PlacementOutsidePage(Placement placement, float width, float height) implements Refusal {
        @Override
        public String reason() {
            return "placement-outside-page";
        }

        @Override
        public String message() {
            return "a stamp of %s points at (%s, %s) is not wholly on page %d of %s x %s points"
                    .formatted(placement.size(), placement.x(), placement.y(), placement.page(), width, height);
        }
    }
}
