package bactrian.config;

import java.time.Duration;

/**
 * How this process is known where several share a ledger.
 *
 * @param name tells it from the others; also a folder's name
 * @param lease how long the others wait for a sign of life before they take over
 */
public record NodeSettings(String name, Duration lease) {}
