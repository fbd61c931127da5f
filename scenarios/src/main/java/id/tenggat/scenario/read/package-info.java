/** The scenario language: from a YAML file to a {@link id.tenggat.scenario.Scenario}, or to every fault in it at once. */
@NullMarked
package id.tenggat.scenario.read;

import org.jspecify.annotations.NullMarked;
