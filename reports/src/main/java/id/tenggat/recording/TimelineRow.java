package id.tenggat.recording;

/**
 * What happened in one interval, all steps and regencies together.
 *
 * @param arrivals applicants who came for the first time
 * @param begun steps begun
 * @param sent attempts sent in it
 * @param fates attempts whose fate was known in it
 * @param endings journeys that ended in it
 * @param inside applicants inside at its end
 */
public record TimelineRow(
        int interval, long arrivals, long begun, long sent, Tally<Fate> fates, Tally<Ending> endings, long inside) {}
