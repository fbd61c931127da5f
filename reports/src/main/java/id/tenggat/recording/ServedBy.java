package id.tenggat.recording;

/**
 * Who did what beside the model in a live run.
 *
 * @param stampsSignedBy whose code signed the stamps, with what
 * @param thirdPartiesBy who played the third parties, as on the command line; empty if there are none
 */
public record ServedBy(String stampsSignedBy, String thirdPartiesBy) {}
