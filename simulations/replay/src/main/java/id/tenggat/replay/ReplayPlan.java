package id.tenggat.replay;

import id.tenggat.arrival.Schedule;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a replay plays, and against what.
 *
 * @param chartsDirectory where Gatling makes the directory of its own charts
 * @param warmUp how long both sides are warmed up before anything is recorded; zero for not at all
 */
public record ReplayPlan(Schedule schedule, SystemUnderTest system, Path chartsDirectory, Duration warmUp) {}
