package id.tenggat.benchmarks.measure;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** CPU time that {@link CpuClock} counts: the second result beside JMH's wall time. It can have no methods of its own. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class CpuTime {

    /** Milliseconds of CPU; as JMH wants it, a public counter. */
    public double cpuMs;

    /** Runs, holds or stamps that took it. */
    public double pieces;
}
