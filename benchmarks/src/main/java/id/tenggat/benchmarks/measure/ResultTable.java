package id.tenggat.benchmarks.measure;

import org.openjdk.jmh.results.RunResult;

/** What the results of one suite say side by side; {@code toString()} is the table. */
public interface ResultTable {

    /** Takes in the result of one benchmark with one choice of its parameters. */
    void add(RunResult result);

    /** The value of a benchmark's parameter; empty if it has none of that name. */
    static String param(RunResult result, String name) {
        return result.getParams().getParamsKeys().contains(name)
                ? result.getParams().getParam(name)
                : "";
    }
}
