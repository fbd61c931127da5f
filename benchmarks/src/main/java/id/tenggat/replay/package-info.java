/** What the injector's benchmarks need of the replay's own classes. */
@NullMarked
package id.tenggat.replay;

import org.jspecify.annotations.NullMarked;
