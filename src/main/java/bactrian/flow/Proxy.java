package bactrian.flow;

/** An HTTP proxy that all requests to providers go through. */
public record Proxy(String host, int port) {}
