package bactrian.cli;

/** Whatever works on the jobs of a home, running: planning, sending, writing results. */
public interface Works extends AutoCloseable {

    /** A job was recorded or released: looks for it at once. */
    void wake();

    /** Takes nothing more, settles the calls in flight, stops. The rest stays in the ledger. */
    @Override
    void close();
}
