package id.tenggat.stack;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** What a posted body must be. Where a body is empty, its type does not matter. */
enum BodyForm {
    /** A JSON object, or nothing at all. */
    OBJECT("application/json", true),

    /** A PDF that is taken in and not looked into. */
    UPLOAD("application/pdf", true),

    /** A PDF that is judged by who stamps it. */
    DOCUMENT("application/pdf", true),

    /** JSON of {@code POST /admin/begin}, judged by {@link BeginRequest}. */
    BEGINNING("application/json", false),

    /** Lines of {@code POST /admin/crowd}, judged by {@link Preload}. */
    CROWD("text/csv", false),

    /** Something that nobody reads. */
    UNREAD("*/*", false);

    private final String mediaType;
    private final boolean named;

    /**
     * @param mediaType the only one
     * @param named whether a request must name it
     */
    BodyForm(String mediaType, boolean named) {
        this.mediaType = mediaType;
        this.named = named;
    }

    /** What looks at a body of this form as it comes in. */
    BodyCheck check() {
        return switch (this) {
            case OBJECT -> new JsonCheck();
            case UPLOAD -> new PdfCheck();
            case DOCUMENT, BEGINNING, CROWD, UNREAD -> BodyCheck.NONE;
        };
    }

    /**
     * Holds a body that is not empty to its header {@code Content-Type}; parameters of the type are let pass.
     *
     * @throws RefusedBodyException if it is another type
     */
    void require(@Nullable String contentType) throws RefusedBodyException {
        if (contentType == null ? named : this != UNREAD && !isMine(contentType)) {
            throw new RefusedBodyException(Problem.wrongType(mediaType, contentType == null ? "none" : contentType));
        }
    }

    private boolean isMine(String contentType) {
        int end = contentType.indexOf(';');
        String bare = end < 0 ? contentType : contentType.substring(0, end);
        return bare.strip().toLowerCase(Locale.ROOT).equals(mediaType);
    }
}
