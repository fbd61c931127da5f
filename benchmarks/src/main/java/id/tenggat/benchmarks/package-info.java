/** What the simulator costs, beside SSJ and SimPy on the same workloads. */
@NullMarked
package id.tenggat.benchmarks;

import org.jspecify.annotations.NullMarked;
