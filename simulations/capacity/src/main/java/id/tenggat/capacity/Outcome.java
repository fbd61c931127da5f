package id.tenggat.capacity;

import id.tenggat.recording.Audit;

/**
 * What is left to say when the simulator has ended.
 *
 * @param interrupted true if the watch stopped it
 * @param events events handled
 * @param attempts attempts sent
 * @param endNs engine time of the last event
 */
public record Outcome(Audit audit, boolean interrupted, long events, long attempts, long endNs) {}
