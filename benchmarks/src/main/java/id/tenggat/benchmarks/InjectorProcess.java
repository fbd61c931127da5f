package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.Jvm;
import id.tenggat.benchmarks.measure.ProcessCosts;
import id.tenggat.recording.ScratchFolder;
import id.tenggat.replay.Cadence;
import id.tenggat.replay.GatlingEngine;
import id.tenggat.replay.InjectorPlay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An injector in a JVM of its own, which plays and is asked meanwhile what it costs. */
final class InjectorProcess implements AutoCloseable {

    private static final String WORK = "work";
    private static final String MEMORY = "memory";

    private final ScratchFolder scratch = ScratchFolder.named("tenggat-benchmarks");
    private final Jvm jvm;

    /** Starts it; it plays at once. */
    InjectorProcess(Injector injector, InjectorPlay play) throws IOException {
        List<String> options = new ArrayList<>(GatlingEngine.JVM_ARGUMENTS);
        options.add("-Xmx2g");
        jvm = Jvm.start(
                options,
                InjectorProcess.class,
                List.of(
                        injector.name(),
                        Integer.toString(play.cadence().users()),
                        play.cadence().gap().toString(),
                        Integer.toString(play.cadence().calls()),
                        Integer.toString(play.cadence().together()),
                        play.pause().toString(),
                        play.url(),
                        scratch.path().resolve("recording").toString()));
    }

    /** Which injector is measured. */
    enum Injector {
        BARE("bare Gatling"),
        UNRECORDED("Tenggat, unrecorded"),
        RECORDED("Tenggat, recorded");

        private final String words;

        Injector(String words) {
            this.words = words;
        }

        /** @param recording where it records, if it does; must not be there */
        void play(InjectorPlay play, Path recording) {
            switch (this) {
                case BARE -> play.bare();
                case UNRECORDED -> play.unrecorded();
                case RECORDED -> play.recorded(MeasurementTruth.nobody(), recording);
            }
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Its processor time and allocation so far. */
    ProcessCosts work() throws IOException {
        return ProcessCosts.parse(jvm.ask(WORK));
    }

    /** Its memory. */
    ProcessCosts memory() throws IOException {
        return ProcessCosts.parse(jvm.ask(MEMORY));
    }

    @Override
    public void close() {
        jvm.close();
        scratch.close();
    }

    /** Plays, and answers questions on standard input. */
    public static void main(String[] words) throws IOException {
        Cadence cadence = new Cadence(Integer.parseInt(words[1]), Duration.parse(words[2]), Integer.parseInt(words[3]))
                .inGroupsOf(Integer.parseInt(words[4]));
        InjectorPlay play = new InjectorPlay(cadence, Duration.parse(words[5]), words[6]);
        Thread player = new Thread(() -> Injector.valueOf(words[0]).play(play, Path.of(words[7])), "player");
        player.setDaemon(true);
        player.start();
        Jvm.answer(question -> (question.equals(WORK) ? ProcessCosts.work() : ProcessCosts.memory()).line());
    }
}
