package id.tenggat.recording;

/** A file of a recording to which is appended while a run goes on. */
sealed interface GrowingFile extends AutoCloseable permits CsvFile, LatencyFile, AttemptsFile {

    /** Closes it as it is on the disk: what a failed write has left over would be written twice. */
    void abandon();

    /** @throws RecordingException if what is left can't be written */
    @Override
    void close();
}
