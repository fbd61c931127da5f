package id.tenggat.replay;

/**
 * The body of a step's requests, the same for every applicant.
 *
 * @param bytes not copied; must not change
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy for each step would only cost
public record Payload(String contentType, byte[] bytes) {}
