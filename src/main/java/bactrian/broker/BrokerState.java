package bactrian.broker;

/**
 * How the broker is doing.
 *
 * @param address where it is reached, without credentials
 * @param embedded whether it is the one in this process
 * @param up whether it takes and gives messages now
 * @param waiting instructions that are not taken yet; -1 where that cannot be told
 */
public record BrokerState(String address, boolean embedded, boolean up, long waiting) {}
